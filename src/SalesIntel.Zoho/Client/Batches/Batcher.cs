using Microsoft.Extensions.Logging;

namespace SalesIntel.Zoho.Client;

/// <summary>Gathers requests of one kind and sends them together: with nothing in flight a request is sent at once, and what arrives while a call
/// is in flight goes with the next one. So a lone request is as fast as without this, and calls grow with the load. After a call that carried many
/// the next one is put off for a moment, because many more are on their way then.</summary>
/// <remarks>The call runs for all of its requests: one that is given up leaves the queue, or, in flight, nobody takes its result.</remarks>
internal sealed class Batcher<TRequest, TResult>(IBatchKind<TRequest, TResult> kind, TimeProvider time, ILogger logger)
{
    /// <summary>Requests that wait; more wait for a place.</summary>
    internal const int MostWaiting = 1_000;

    /// <summary>Calls without a pause between them that carried so many show that many more are on their way: the last one counts whole, each
    /// before it half as much.</summary>
    internal const int Many = 4;

    /// <summary>For how long a call is put off at most, and by how many times what the one before it took; a whole call that waits is not.</summary>
    internal static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(750);

    private const int MostTimes = 15;

    private readonly Lock gate = new();
    private readonly Dictionary<(string Group, ZohoPriority Priority), BatchLane<TRequest, TResult>> lanes = [];
    private readonly SemaphoreSlim room = new(MostWaiting, MostWaiting);
    private TimeSpan fastest;

    /// <summary>Sends a request with others.</summary>
    /// <param name="request">The request.</param>
    /// <param name="priority">Who goes first. Requests of different priorities share no call.</param>
    /// <param name="cancellationToken">Ends the wait, and the request if it is not in flight yet.</param>
    /// <returns>Its result.</returns>
    /// <exception cref="ZohoCrmException">The call failed as a whole.</exception>
    public async Task<TResult> SendAsync(TRequest request, ZohoPriority priority, CancellationToken cancellationToken)
    {
        var group = kind.GroupOf(request);
        await room.WaitAsync(cancellationToken).ConfigureAwait(false);
        var waiter = new BatchWaiter<TRequest, TResult>(request);
        BatchLane<TRequest, TResult> lane;
        LinkedListNode<BatchWaiter<TRequest, TResult>> place;
        bool begins;
        lock (gate)
        {
            if (!lanes.TryGetValue((group, priority), out lane!))
            {
                lanes[(group, priority)] = lane = new BatchLane<TRequest, TResult>(kind, group, priority);
            }

            place = lane.Add(waiter);
            begins = lane.TryBegin();
        }

        if (begins)
        {
            Begin(lane);
        }

        await using var givenUp = cancellationToken.UnsafeRegister((_, token) => GiveUp(place, token), null).ConfigureAwait(false);
        return await waiter.Result.ConfigureAwait(false);
    }

    // Behind all that is ready to run, which may have something to send, too; and under nobody's activity.
    private void Begin(BatchLane<TRequest, TResult> lane) =>
        ThreadPool.UnsafeQueueUserWorkItem(static one => _ = one.Batcher.RunAsync(one.Lane), (Batcher: this, Lane: lane), preferLocal: false);

    private void GiveUp(LinkedListNode<BatchWaiter<TRequest, TResult>> place, CancellationToken token)
    {
        var waiter = place.Value;
        bool isRemoved;
        lock (gate)
        {
            isRemoved = BatchLane<TRequest, TResult>.Remove(place);
        }

        if (isRemoved)
        {
            room.Release();
        }

        waiter.GiveUp(token);
    }

    private async Task RunAsync(BatchLane<TRequest, TResult> lane)
    {
        var before = time.GetTimestamp();
        var lately = 0d;
        while (true)
        {
            List<BatchWaiter<TRequest, TResult>> taken;
            lock (gate)
            {
                taken = lane.Take();
                if (taken.Count == 0)
                {
                    if (lane.IsIdle)
                    {
                        lanes.Remove((lane.Group, lane.Priority));
                    }

                    return;
                }
            }

            room.Release(taken.Count);
            var begun = time.GetTimestamp();
            await SendAsync(taken, lane.Priority).ConfigureAwait(false);
            var ended = time.GetTimestamp();
            TimeSpan most;
            lock (gate)
            {
                lane.Release(taken);
                most = LongestPauseAfter(time.GetElapsedTime(begun, ended));
            }

            lately = (lately / 2) + taken.Count;
            await Task.Yield();
            if (lately >= Many)
            {
                await PauseAsync(taken.Count, time.GetElapsedTime(before, ended), most).ConfigureAwait(false);
            }

            before = ended;
        }
    }

    // Whoever got a result may have something to send next. Where many came within a short time, many more will, and the next call waits until it
    // is about half full at that rate: Zoho's calls are what is scarce then.
    private async Task PauseAsync(int carried, TimeSpan within, TimeSpan most)
    {
        var pause = within * ((double)kind.MostRequests / 2 / carried);
        if (pause > TimeSpan.Zero && most > TimeSpan.Zero)
        {
            await Task.Delay(pause < most ? pause : most, time).ConfigureAwait(false);
        }
    }

    // By the fastest of the last calls: on a machine that is short of processors calls seem to take long, and waiting would make that worse.
    private TimeSpan LongestPauseAfter(TimeSpan took)
    {
        var slower = fastest + (fastest / 10);
        fastest = fastest == TimeSpan.Zero || took < slower ? took : slower;
        return fastest * MostTimes < LongestPause ? fastest * MostTimes : LongestPause;
    }

    /// <returns>True when any of them has its result.</returns>
    private async Task<bool> SendAsync(List<BatchWaiter<TRequest, TResult>> waiters, ZohoPriority priority)
    {
        try
        {
            var results = await kind.SendAsync([.. waiters.Select(waiter => waiter.Request)], priority, CancellationToken.None)
                .ConfigureAwait(false);
            for (var at = 0; at < waiters.Count; at++)
            {
                waiters[at].Give(results[at]);
            }

            return true;
        }
        catch (ZohoCrmException refused) when (waiters.Count > 1 && MayBeAboutOne(refused))
        {
            Log.BatchHalved(logger, refused.Code, waiters.Count);
            return await HalveAsync(waiters, refused, priority).ConfigureAwait(false);
        }
        catch (Exception failure)
        {
            foreach (var waiter in waiters)
            {
                waiter.Fail(failure);
            }

            return false;
        }
    }

    // One request among many can have the whole call refused: it is found in as many steps as it can be halved.
    private async Task<bool> HalveAsync(List<BatchWaiter<TRequest, TResult>> waiters, ZohoCrmException refused, ZohoPriority priority)
    {
        var half = waiters.Count / 2;
        var isAny = await SendAsync(waiters[..half], priority).ConfigureAwait(false);
        if (isAny || !refused.IsTransient || half == 1)
        {
            return await SendAsync(waiters[half..], priority).ConfigureAwait(false) || isAny;
        }

        // A fault of Zoho's own that several requests meet one after the other is nobody's: the rest does not ask for it as well.
        foreach (var waiter in waiters[half..])
        {
            waiter.Fail(refused);
        }

        return false;
    }

    // What was refused for everybody is refused for each half, and what may have been done must not be done again.
    private bool MayBeAboutOne(ZohoCrmException refused) =>
        refused is { IsOutage: false, IsPostponed: false }
        && (kind.IsRepeatable || !refused.OutcomeUnknown)
        && refused.Code is not ("AUTHORIZATION_FAILED" or "NO_PERMISSION" or "INVALID_URL_PATTERN" or "INVALID_REQUEST_METHOD"
            or "INVALID_QUERY" or "SYNTAX_ERROR");
}
