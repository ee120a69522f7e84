using SalesIntel.Storage.Contract;

namespace SalesIntel.Hosting.Queueing;

/// <summary>Runs one stage of a taken event; the seam between the queue and the processor.</summary>
internal interface IEventRunner
{
    /// <summary>Throws only <see cref="OperationCanceledException"/> (the lease was given back) and
    /// <see cref="StoreUnavailableException"/>.</summary>
    Task RunAsync(EventLease lease, CancellationToken cancellationToken);
}
