using SalesIntel.Storage;

namespace SalesIntel.Processing;

/// <summary>Runs one stage of a taken event.</summary>
public sealed class EventProcessor
{
    /// <summary>Runs the event's current stage and commits what happens next. Renews the lease while it works. Throws only
    /// <see cref="OperationCanceledException"/> (the lease was given back) and <see cref="StoreUnavailableException"/>.</summary>
    public Task ProcessAsync(EventLease lease, CancellationToken cancellationToken) => Task.FromException(new NotSupportedException());
}
