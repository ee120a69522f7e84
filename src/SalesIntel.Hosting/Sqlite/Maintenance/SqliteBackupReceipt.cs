namespace SalesIntel.Hosting.Sqlite;

/// <summary>A backup that was made and checked, or the database that was restored from one.</summary>
/// <param name="Path">The file.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Events">Events in it.</param>
internal sealed record SqliteBackupReceipt(string Path, long Bytes, long Events);
