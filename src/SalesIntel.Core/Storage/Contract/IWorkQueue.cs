namespace SalesIntel.Storage.Contract;

/// <summary>The queue of lanes with due events. See <see cref="IEventStore"/> for failures.</summary>
public interface IWorkQueue
{
    /// <summary>Takes the lane that has been due for longest, and with it the lane's first event; null when nothing is due.</summary>
    /// <param name="lease">For how long; renew at a third of it.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<EventLease?> ClaimAsync(TimeSpan lease, CancellationToken cancellationToken);

    /// <summary>Prolongs a lease from now on; null when it was lost.</summary>
    Task<EventLease?> RenewAsync(EventLease held, TimeSpan lease, CancellationToken cancellationToken);

    /// <summary>Records what was done and what happens next, all or nothing; false when the lease was lost (then nothing was written).</summary>
    Task<bool> CommitAsync(EventLease held, EventCommit commit, CancellationToken cancellationToken);

    /// <summary>Returns when an event may have become due, at the latest after <paramref name="atMost"/>. May return early.</summary>
    Task WaitForWorkAsync(TimeSpan atMost, CancellationToken cancellationToken);
}
