using System.Collections.Concurrent;

namespace SalesIntel.Hosting.Queueing;

/// <summary>Leases of runs that ended because the store went away, so that nothing could be recorded. They are given back when it
/// answers again; else their leads would wait until the leases run out.</summary>
internal sealed class AbandonedLeases(IWorkQueue work)
{
    private readonly ConcurrentQueue<EventLease> leases = new();

    public void Add(EventLease lease) => leases.Enqueue(lease);

    /// <summary>A lease that somebody else has taken meanwhile is left alone.</summary>
    /// <exception cref="StoreUnavailableException">The store is still away; what is left is kept.</exception>
    public async Task GiveBackAsync()
    {
        while (leases.TryDequeue(out var lease))
        {
            try
            {
                await work.CommitAsync(lease, new EventCommit { Next = new NextStep.Release() }, CancellationToken.None).ConfigureAwait(false);
            }
            catch (StoreUnavailableException)
            {
                leases.Enqueue(lease);
                throw;
            }
        }
    }
}
