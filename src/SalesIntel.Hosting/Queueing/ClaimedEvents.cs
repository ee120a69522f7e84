using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using SalesIntel.Storage.Contract;

namespace SalesIntel.Hosting.Queueing;

/// <summary>Leases that were taken and not yet begun: what Coravel queues is an event's id and nothing else.</summary>
internal sealed class ClaimedEvents
{
    private readonly ConcurrentDictionary<string, (EventLease Lease, CancellationToken Stop)> waiting = new(StringComparer.Ordinal);

    /// <summary>Puts a lease down for its worker.</summary>
    /// <param name="lease">The lease.</param>
    /// <param name="stop">Cancelled when the worker must give up.</param>
    public void Add(EventLease lease, CancellationToken stop) => waiting[lease.Event.EventId] = (lease, stop);

    /// <summary>Picks a lease up; each once.</summary>
    public bool TryTake(string eventId, [NotNullWhen(true)] out EventLease? lease, out CancellationToken stop)
    {
        var found = waiting.TryRemove(eventId, out var claimed);
        lease = claimed.Lease;
        stop = claimed.Stop;
        return found;
    }
}
