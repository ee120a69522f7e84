namespace SalesIntel.Storage.Contract;

/// <summary>The queue of lanes with due events. See <see cref="IEventStore"/> for failures.</summary>
public interface IWorkQueue
{
    /// <summary>Takes the lanes that have been due for longest, and with each its first event: those due longest come first. Fewer than
    /// are due may be taken, none only when nothing is due. A lane whose first event can't be read keeps no other one waiting.</summary>
    /// <param name="atMost">The largest number of lanes to take, at least one: as many as can be worked on at once.</param>
    /// <param name="lease">For how long; renew at a third of it.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="atMost"/> is less than one.</exception>
    Task<IReadOnlyList<EventLease>> ClaimAsync(int atMost, TimeSpan lease, CancellationToken cancellationToken);

    /// <summary>Prolongs a lease from now on; null when it was lost.</summary>
    Task<EventLease?> RenewAsync(EventLease held, TimeSpan lease, CancellationToken cancellationToken);

    /// <summary>Records what was done and what happens next, all or nothing; false when the lease was lost (then nothing was written).</summary>
    Task<bool> CommitAsync(EventLease held, EventCommit commit, CancellationToken cancellationToken);

    /// <summary>Returns when an event may have become due, at the latest after <paramref name="atMost"/>. May return early.</summary>
    Task WaitForWorkAsync(TimeSpan atMost, CancellationToken cancellationToken);
}
