using SalesIntel.Storage.Contract;

namespace SalesIntel.Engine;

/// <summary>Renews a lease while work goes on, and stops the work when it is lost.</summary>
internal sealed class LeaseKeeper : IAsyncDisposable
{
    private readonly IWorkQueue queue;
    private readonly TimeSpan duration;
    private readonly TimeProvider time;
    private readonly CancellationTokenSource work;
    private readonly CancellationTokenSource done = new();
    private readonly Task renewing;
    private Held current;

    private LeaseKeeper(IWorkQueue queue, EventLease lease, TimeSpan duration, TimeProvider time, CancellationToken stopping)
    {
        this.queue = queue;
        this.duration = duration;
        this.time = time;
        current = new Held(lease, time.GetTimestamp(), lease.Until - time.GetUtcNow());
        work = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        renewing = RenewAsync();
    }

    public EventLease Current => Volatile.Read(ref current).Lease;

    public bool IsLost { get; private set; }

    /// <summary>Cancelled when the host stops or the lease is lost.</summary>
    public CancellationToken Token => work.Token;

    // By the calendar, which can be set back, or by what counts time, which may stand still while a machine is suspended: whichever is less.
    private TimeSpan Left
    {
        get
        {
            var held = Volatile.Read(ref current);
            var left = held.Lease.Until - time.GetUtcNow();
            var counted = held.For - time.GetElapsedTime(held.Since);
            left = counted < left ? counted : left;
            return left > TimeSpan.Zero ? left : TimeSpan.Zero;
        }
    }

    public static LeaseKeeper Start(
        IWorkQueue queue, EventLease lease, TimeSpan duration, TimeProvider time, CancellationToken stopping) =>
        new(queue, lease, duration, time, stopping);

    /// <summary>Throws when the lease has run out by our own clock: after a long freeze of the process nothing more may be written
    /// before the store has said that the lease is still ours.</summary>
    public void EnsureHeld()
    {
        Token.ThrowIfCancellationRequested();
        if (Left == TimeSpan.Zero)
        {
            throw new LeaseLostException();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await done.CancelAsync().ConfigureAwait(false);
        await renewing.ConfigureAwait(false);
        work.Dispose();
        done.Dispose();
    }

    private async Task RenewAsync()
    {
        try
        {
            while (true)
            {
                // Nearly all work ends within this pause: an exception each time would cost more than the pause itself.
                await Task.Delay(duration / 3, time, done.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                if (done.IsCancellationRequested)
                {
                    return;
                }

                // What waits for its turn in a batch looks at the token alone: a store that does not answer must not keep it from being cancelled.
                using var held = new CancellationTokenSource(Left, time);
                using var either = CancellationTokenSource.CreateLinkedTokenSource(done.Token, held.Token);
                var asked = time.GetTimestamp();
                try
                {
                    if (await queue.RenewAsync(Current, duration, either.Token).ConfigureAwait(false) is { } renewed)
                    {
                        Volatile.Write(ref current, new Held(renewed, asked, duration));
                        continue;
                    }
                }
                catch (StoreUnavailableException) when (Left > TimeSpan.Zero)
                {
                    // Still ours until it runs out; the store may be back by the next turn.
                    continue;
                }
                catch (StoreUnavailableException)
                {
                    // Away for the whole lease: somebody else may have taken the event meanwhile.
                }
                catch (OperationCanceledException) when (!done.IsCancellationRequested)
                {
                    // The same, without an answer.
                }

                IsLost = true;
                await work.CancelAsync().ConfigureAwait(false);
                return;
            }
        }
        catch (OperationCanceledException) when (done.IsCancellationRequested)
        {
            // The work is done; nothing is left to renew.
        }
    }

    // What is held, since when and for how long.
    private sealed record Held(EventLease Lease, long Since, TimeSpan For);
}
