namespace SalesIntel.Hosting.Copying;

/// <summary>Takes over what another store keeps.</summary>
internal interface ICopyTarget
{
    /// <summary>Writes records over whatever has their identities. Writing them again changes nothing.</summary>
    Task WriteAsync(IReadOnlyList<StoreRecord> records, CancellationToken cancellationToken);
}
