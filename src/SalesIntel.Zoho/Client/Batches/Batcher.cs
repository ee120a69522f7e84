namespace SalesIntel.Zoho.Client;

/// <summary>Gathers requests of one kind and sends them together: with nothing in flight a request is sent at once, and what arrives while a call
/// is in flight goes with the next one. So a lone request is as fast as without this, and calls grow with the load. While many requests come, a call
/// is put off for as long as more are on their way that can go with it.</summary>
/// <remarks>The call runs for all of its requests: one that is given up leaves the queue, or, in flight, nobody takes its result.</remarks>
internal sealed class Batcher<TRequest, TResult>(IBatchKind<TRequest, TResult> kind, BatchPace pace, TimeProvider time, ILogger logger)
{
    /// <summary>Requests that wait; more wait for a place.</summary>
    internal const int MostWaiting = 1_000;

    /// <summary>A call that takes so long or longer is put off for as long as its kind allows, a faster one for less in proportion. As often is
    /// looked whether it is to go.</summary>
    internal static readonly TimeSpan SlowCall = TimeSpan.FromMilliseconds(50);

    private readonly Lock gate = new();
    private readonly Dictionary<(string Group, ZohoPriority Priority), BatchLane<TRequest, TResult>> lanes = [];
    private readonly HashSet<string> keysInFlight = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim room = new(MostWaiting, MostWaiting);

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
                lanes[(group, priority)] = lane = new BatchLane<TRequest, TResult>(kind, group, priority, keysInFlight);
            }

            place = lane.Add(waiter);
            pace.Arrived();
            begins = lane.TryBegin();
        }

        if (begins)
        {
            Begin(lane);
        }

        await using var givenUp = cancellationToken.UnsafeRegister((_, token) => GiveUp(lane, place, token), null).ConfigureAwait(false);
        return await waiter.Result.ConfigureAwait(false);
    }

    // Behind all that is ready to run, which may have something to send, too; and under nobody's activity.
    private void Begin(BatchLane<TRequest, TResult> lane) =>
        ThreadPool.UnsafeQueueUserWorkItem(static one => _ = one.Batcher.RunAsync(one.Lane), (Batcher: this, Lane: lane), preferLocal: false);

    private void GiveUp(
        BatchLane<TRequest, TResult> lane, LinkedListNode<BatchWaiter<TRequest, TResult>> place, CancellationToken token)
    {
        var waiter = place.Value;
        bool isRemoved;
        lock (gate)
        {
            isRemoved = lane.Remove(place);
        }

        if (isRemoved)
        {
            pace.GivenUp();
            room.Release();
        }

        waiter.GiveUp(token);
    }

    private async Task RunAsync(BatchLane<TRequest, TResult> lane)
    {
        var lately = 0d;
        while (true)
        {
            if (pace.IsBusy)
            {
                await HoldAsync(lane).ConfigureAwait(false);
            }

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

                pace.Begun(taken.Count);
            }

            room.Release(taken.Count);
            var begun = time.GetTimestamp();
            await SendAsync(taken, lane.Priority).ConfigureAwait(false);
            var took = time.GetElapsedTime(begun);
            BatchLane<TRequest, TResult>[] stalled;
            lock (gate)
            {
                lane.Release(taken);
                stalled = lanes.Count == 1 ? [] : [.. lanes.Values.Where(other => other != lane && other.IsStalled && other.TryBegin())];
            }

            Array.ForEach(stalled, Begin);
            pace.Ended(took);
            lately = (lately / 2) + taken.Count;
            if (lately >= BatchPace.Many)
            {
                pace.SetBusy();
            }

            await Task.Yield();
        }
    }

    // Zoho's calls are what is scarce then: a call waits for what is on its way, until it is full, nothing comes any more, or it is time.
    private async Task HoldAsync(BatchLane<TRequest, TResult> lane)
    {
        var look = pace.Fastest < SlowCall ? pace.Fastest : SlowCall;
        var most = kind.LongestHold * (look / SlowCall);
        if (most == TimeSpan.Zero)
        {
            return;
        }

        var begun = time.GetTimestamp();
        using var hold = pace.Hold(() => lane.Fill);
        while (!IsFull(lane) && !hold.IsItsTurn() && time.GetElapsedTime(begun) < most)
        {
            await Task.Delay(look, time).ConfigureAwait(false);
        }
    }

    private bool IsFull(BatchLane<TRequest, TResult> lane)
    {
        lock (gate)
        {
            // Nothing at all is as good a reason not to wait.
            return lane.Fill is 0 or >= 1;
        }
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
