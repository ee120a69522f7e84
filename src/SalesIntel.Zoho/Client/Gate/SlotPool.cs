using SalesIntel.Storage.Contract;

namespace SalesIntel.Zoho.Client;

/// <summary>This process's part of the slots that all processes share. Slots are taken when calls wait and are held for a while, not for
/// one call: while there is enough to do a call costs no question to the store. Without a store this process has all of them.</summary>
internal sealed class SlotPool(SlotPoolSettings settings, ISlotLeases? leases, TimeProvider time, ILogger logger) : IAsyncDisposable
{
    /// <summary>For how long slots are held that are not in use.</summary>
    internal static readonly TimeSpan Rest = TimeSpan.FromSeconds(2);

    /// <summary>When what this process holds lapses if it does not ask again. It asks each second while calls run, so that only what a
    /// process holds that has died or was suspended lapses; until then nobody else has it.</summary>
    internal static readonly TimeSpan Life = TimeSpan.FromSeconds(15);

    /// <summary>For how long calls may begin after the store was asked.</summary>
    internal static readonly TimeSpan Margin = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan AskInterval = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestAnswer = TimeSpan.FromSeconds(5);

    private readonly Lock gate = new();
    private readonly WakeSignal kick = new();
    private readonly SlotWaiters waiters = new();
    private readonly CancellationTokenSource ended = new();
    private readonly string holder = Guid.NewGuid().ToString("N");
    private Task asking = Task.CompletedTask;
    private bool isAsking;
    private bool isAway;
    private int inUse;
    private int held;
    private int share;
    private int asked;
    private int holders = 1;
    private int peak;
    private long peakAt;
    private long grantedAt;

    // How many may be in use now.
    private int Allowed => leases is null ? settings.Capacity()
        : isAway ? Math.Max(1, settings.Capacity() / holders)
        : time.GetElapsedTime(grantedAt) < Margin ? Math.Min(Math.Min(held, share), settings.Capacity())
        : 0;

    private int Wanted => Math.Min(settings.Capacity(), Math.Max(inUse + waiters.Count, peak));

    /// <summary>Waits for a slot; <see cref="Return"/> gives it back.</summary>
    public async ValueTask TakeAsync(ZohoPriority priority, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        LinkedListNode<TaskCompletionSource>? waiter = null;
        var isToAsk = false;
        lock (gate)
        {
            if (ended.IsCancellationRequested)
            {
                throw ClientEnded.Exception();
            }

            if (waiters.Count == 0 && inUse < Allowed)
            {
                inUse++;
            }
            else
            {
                waiter = waiters.Add(priority);
            }

            NotePeak();
            if (leases is not null && (waiter is not null || isAway))
            {
                isToAsk = !isAsking;
                isAsking = true;
                if (!isToAsk && waiter is not null && (Wanted > asked || time.GetElapsedTime(grantedAt) >= Margin))
                {
                    kick.Set();
                }
            }
        }

        if (isToAsk)
        {
            asking = AskAsync();
        }

        if (waiter is not null)
        {
            await WaitAsync(waiter, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Gives a slot back.</summary>
    public void Return()
    {
        lock (gate)
        {
            inUse--;
            Serve();
            if (held > share && inUse < held)
            {
                kick.Set();
            }
        }
    }

    /// <summary>Tells that the capacity has become another.</summary>
    public void Refresh() => kick.Set();

    public async ValueTask DisposeAsync()
    {
        if (ended.IsCancellationRequested)
        {
            return;
        }

        await ended.CancelAsync().ConfigureAwait(false);
        kick.Set();
        await asking.ConfigureAwait(false);
        lock (gate)
        {
            while (waiters.Count > 0)
            {
                waiters.Next().SetException(ClientEnded.Exception());
            }
        }

        if (leases is not null && held > 0)
        {
            // What this fails to give back lapses.
            await RequestAsync(0).ConfigureAwait(false);
        }
    }

    private async Task WaitAsync(LinkedListNode<TaskCompletionSource> waiter, CancellationToken cancellationToken)
    {
        await using var givenUp = cancellationToken.UnsafeRegister(
            (_, token) =>
            {
                lock (gate)
                {
                    if (SlotWaiters.Remove(waiter))
                    {
                        waiter.Value.TrySetCanceled(token);
                    }
                }
            },
            null).ConfigureAwait(false);
        await waiter.Value.Task.ConfigureAwait(false);
    }

    // Asks while calls run or wait, and a while longer.
    private async Task AskAsync()
    {
        while (true)
        {
            // In this order, so that whoever ends this is noticed here or by the signal.
            var kicked = kick.Next;
            if (ended.IsCancellationRequested)
            {
                return;
            }

            int wanted;
            lock (gate)
            {
                if (time.GetElapsedTime(peakAt) >= Rest)
                {
                    peak = 0;
                    NotePeak();
                }

                wanted = Wanted;
            }

            var changed = await RequestAsync(wanted).ConfigureAwait(false);
            lock (gate)
            {
                if (wanted == 0 && Wanted == 0)
                {
                    isAsking = false;
                    return;
                }

                if (Wanted > wanted)
                {
                    continue;
                }
            }

            await WakeSignal.WaitAsync(Task.WhenAny(kicked, changed), AskInterval, time, CancellationToken.None).ConfigureAwait(false);

            // Ends what waits for both of them, which would pile up otherwise.
            kick.Set();
        }
    }

    private async Task<Task> RequestAsync(int wanted)
    {
        SlotRequest request;
        var at = time.GetTimestamp();
        lock (gate)
        {
            asked = wanted;
            request = new SlotRequest
            {
                Name = settings.Name, Holder = holder, Capacity = settings.Capacity(), Wanted = wanted, InUse = inUse, Life = Life,
            };
        }

        SlotGrant? grant = null;
        try
        {
            grant = await leases!.RequestAsync(request, CancellationToken.None).WaitAsync(LongestAnswer, time).ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            if (!isAway)
            {
                Log.SlotsAway(logger, failure.GetType().Name, Math.Max(1, settings.Capacity() / holders));
            }
        }

        lock (gate)
        {
            isAway = grant is null;
            if (grant is not null)
            {
                (held, share, holders, grantedAt) = (grant.Held, grant.Share, grant.Holders, at);
            }

            Serve();
        }

        return grant?.Changed ?? Task.Delay(Timeout.Infinite, ended.Token);
    }

    private void NotePeak()
    {
        if (inUse + waiters.Count is > 0 and var now && now >= peak)
        {
            (peak, peakAt) = (now, time.GetTimestamp());
        }
    }

    private void Serve()
    {
        while (waiters.Count > 0 && inUse < Allowed && !ended.IsCancellationRequested)
        {
            inUse++;
            waiters.Next().SetResult();
        }
    }
}
