using SalesIntel.Hosting.Sqlite;

namespace SalesIntel.Hosting.Commands.Store;

/// <summary>What <c>store restore --json</c> prints.</summary>
/// <param name="From">The backup.</param>
/// <param name="Path">The database, which is a copy of it now.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="EventCount">Events in it.</param>
internal sealed record RestoreView(string From, string Path, long Bytes, long EventCount)
{
    public static RestoreView Of(string from, SqliteBackupReceipt receipt) => new(from, receipt.Path, receipt.Bytes, receipt.Events);

    public string ToJson() => JsonSerializer.Serialize(this, StoreJson.Readable.RestoreView);
}
