namespace SalesIntel.Hosting.Queueing;

/// <summary>What Coravel's queue carries: the lease itself. Nothing is looked up by the event's id, because an event can be claimed
/// again, for its next stage, before the run that made it due has ended.</summary>
/// <param name="lease">The lease.</param>
/// <param name="giveUp">Canceled when the run must give its lease back.</param>
internal sealed class ClaimedEvent(EventLease lease, CancellationToken giveUp)
{
    public EventLease Lease { get; } = lease;

    public CancellationToken GiveUp { get; } = giveUp;

    /// <summary>Whether Coravel has begun the run.</summary>
    public bool HasBegun { get; set; }
}
