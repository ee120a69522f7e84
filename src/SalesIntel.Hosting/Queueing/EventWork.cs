namespace SalesIntel.Hosting.Queueing;

/// <summary>Runs one stage of a claimed event. Throws only <see cref="OperationCanceledException"/> (the lease was given back) and
/// <see cref="StoreUnavailableException"/>.</summary>
/// <param name="lease">The claimed event.</param>
/// <param name="cancellationToken">Canceled when the lease must be given back.</param>
internal delegate Task EventWork(EventLease lease, CancellationToken cancellationToken);
