namespace SalesIntel.Hosting.Health;

/// <summary>Looks at how a store is set up.</summary>
internal interface IStoreRisks
{
    /// <summary>What may lose accepted events or keep them from being accepted, each in words for the operator, with what to set.</summary>
    /// <exception cref="StoreUnavailableException">The store can't be reached.</exception>
    Task<IReadOnlyList<string>> CheckAsync(CancellationToken cancellationToken);
}
