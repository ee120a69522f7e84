namespace SalesIntel.Hosting.Sqlite;

/// <summary>A backup that was made and checked, or the database that was restored from one; as <c>store backup --json</c> and
/// <c>store restore --json</c> print it.</summary>
/// <param name="From">The backup that was restored; null for one that was made.</param>
/// <param name="Path">The file.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="EventCount">Events in it.</param>
internal sealed record SqliteBackupReceipt(string? From, string Path, long Bytes, long EventCount);
