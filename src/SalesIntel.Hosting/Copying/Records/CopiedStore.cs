namespace SalesIntel.Hosting.Copying;

/// <summary>A store as one of the two ends of a copy.</summary>
/// <param name="Name">What reports call it, without a password.</param>
/// <param name="Source">Gives away what it keeps.</param>
/// <param name="Target">Takes over what another store keeps.</param>
/// <param name="State">Where it is noted that a copy is under way.</param>
internal sealed record CopiedStore(string Name, ICopySource Source, ICopyTarget Target, ISharedState State)
{
    /// <summary>Everything of some kinds, kind by kind.</summary>
    /// <inheritdoc cref="ICopySource.ReadAsync"/>
    public IAsyncEnumerable<StoreRecord> ReadAsync(RecordKind[] kinds, Action<string> unreadable, CancellationToken cancellationToken) =>
        kinds.ToAsyncEnumerable().SelectMany(kind => Source.ReadAsync(kind, unreadable, cancellationToken));
}
