using SalesIntel.Hosting.Sqlite;

namespace SalesIntel.Hosting.Commands.Store;

/// <summary>What <c>store backup --json</c> prints.</summary>
/// <param name="Path">The backup.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="EventCount">Events in it.</param>
internal sealed record BackupView(string Path, long Bytes, long EventCount)
{
    public static BackupView Of(SqliteBackupReceipt receipt) => new(receipt.Path, receipt.Bytes, receipt.Events);

    public string ToJson() => JsonSerializer.Serialize(this, StoreJson.Readable.BackupView);
}
