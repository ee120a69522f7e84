namespace SalesIntel.Storage.Contract;

/// <summary>For those who work on one event at a time.</summary>
public static class WorkQueueExtensions
{
    /// <summary>Takes the lane that has been due for longest, and with it the lane's first event; null when nothing is due.</summary>
    /// <param name="queue">The queue.</param>
    /// <param name="lease">For how long; renew at a third of it.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="StoreUnavailableException">The store can't be reached.</exception>
    public static async Task<EventLease?> ClaimOneAsync(this IWorkQueue queue, TimeSpan lease, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(queue);
        return await queue.ClaimAsync(1, lease, cancellationToken).ConfigureAwait(false) is [var taken] ? taken : null;
    }
}
