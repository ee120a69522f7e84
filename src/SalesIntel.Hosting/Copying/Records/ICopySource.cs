namespace SalesIntel.Hosting.Copying;

/// <summary>Gives away what a store keeps.</summary>
internal interface ICopySource
{
    /// <summary>Everything of a kind, each record once; events in the order of acceptance. Nothing else may use the store meanwhile.</summary>
    /// <param name="kind">What is wanted.</param>
    /// <param name="unreadable">Told in one sentence of each record that can't be read and is left out.</param>
    /// <param name="cancellationToken">Ends it.</param>
    IAsyncEnumerable<StoreRecord> ReadAsync(RecordKind kind, Action<string> unreadable, CancellationToken cancellationToken);
}
