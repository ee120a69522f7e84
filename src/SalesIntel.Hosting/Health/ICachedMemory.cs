namespace SalesIntel.Hosting.Health;

/// <summary>Something that keeps memory outside of the heap in order to be faster: a database's pages.</summary>
internal interface ICachedMemory
{
    /// <summary>Gives back what can be read again. For moments without work.</summary>
    /// <returns>How much it was, bytes.</returns>
    /// <exception cref="Storage.Contract.StoreUnavailableException">It can't be told to at the moment.</exception>
    Task<long> ReleaseAsync(CancellationToken cancellationToken);
}
