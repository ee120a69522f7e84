namespace SalesIntel.Storage.Contract;

/// <summary>For those who work on one event at a time.</summary>
internal static class WorkQueueExtensions
{
    /// <summary>Takes the lane that has been due for longest, and with it the lane's first event; null when nothing is due.</summary>
    public static async Task<EventLease?> ClaimOneAsync(this IWorkQueue queue, TimeSpan lease, CancellationToken cancellationToken) =>
        await queue.ClaimAsync(1, lease, cancellationToken).ConfigureAwait(false) is [var taken] ? taken : null;
}
