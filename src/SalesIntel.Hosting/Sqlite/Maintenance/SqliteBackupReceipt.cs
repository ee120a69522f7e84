namespace SalesIntel.Hosting.Sqlite;

/// <summary>A backup that was made and checked.</summary>
/// <param name="Path">The file.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Events">Events in it.</param>
public sealed record SqliteBackupReceipt(string Path, long Bytes, long Events);
