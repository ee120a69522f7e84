using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace SalesIntel.Hosting.Sqlite;

/// <summary>Says what a failure of the database means and what to do about it; null for what is no outage but a mistake in our
/// code.</summary>
internal static class SqliteFailure
{
    /// <param name="exception">What was thrown.</param>
    /// <param name="path">The database's file.</param>
    public static StoreUnavailableException? Explain(Exception exception, string path) => exception switch
    {
        StoreUnavailableException known => known,
        SqliteFileRefusedException refused => new StoreUnavailableException(refused.Message, refused),
        SqliteException failed when Meaning(failed) is { } meaning =>
            new StoreUnavailableException($"The database {path} {meaning}", failed),
        UnauthorizedAccessException or IOException => new StoreUnavailableException(
            $"The database {path} can't be used: {exception.Message} Check the folder and who may write it.", exception),
        _ => null,
    };

    /// <summary>True when the pages of the file are damaged: others may still be read.</summary>
    public static bool IsDamage(SqliteException exception) =>
        exception.SqliteErrorCode is raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB;

    /// <summary>True when it does not pass by itself.</summary>
    public static bool IsLasting(StoreUnavailableException exception) => exception.InnerException switch
    {
        SqliteFileRefusedException or UnauthorizedAccessException => true,
        SqliteException failed => IsLasting(failed),
        _ => false,
    };

    /// <summary>The failure as one that keeps a host from starting; null when it may pass by itself.</summary>
    public static SqliteFileRefusedException? Refusal(SqliteException exception, string path) =>
        IsLasting(exception) ? new SqliteFileRefusedException($"The database {path} {Meaning(exception)}", exception) : null;

    private static bool IsLasting(SqliteException exception) => exception.SqliteErrorCode
        is raw.SQLITE_NOTADB or raw.SQLITE_CORRUPT or raw.SQLITE_READONLY or raw.SQLITE_CANTOPEN or raw.SQLITE_PERM or raw.SQLITE_PROTOCOL;

    private static string? Meaning(SqliteException exception) => exception.SqliteErrorCode switch
    {
        raw.SQLITE_FULL =>
            "could not grow: the disk is full. Free space on it; nothing that was accepted is lost, and new events are taken again as soon "
            + "as there is room.",
        raw.SQLITE_READONLY =>
            "is read-only for this user. Make the file, the files beside it and the folder writable for the user that runs this process.",
        raw.SQLITE_CANTOPEN =>
            "can't be opened. Check that the folder exists, that this user may write it, and that its file system is not mounted "
            + "read-only.",
        raw.SQLITE_PERM or raw.SQLITE_AUTH =>
            "may not be used by this user. Make it readable and writable for the user that runs this process.",
        raw.SQLITE_NOTADB =>
            "is no SQLite database, or is encrypted. Move it away to begin with an empty one, restore a backup over it, or set another "
            + "folder.",
        raw.SQLITE_CORRUPT =>
            "is damaged. Stop the service, keep a copy of the file, check the disk, and restore the last backup.",
        raw.SQLITE_IOERR => "can't be read or written: the disk reports an error. Check whether it is full; if not, "
            + "check the disk and the system's log.",
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED =>
            "is kept busy by another process. Find who holds it: a copy, a shell with an open transaction, or another service.",
        raw.SQLITE_PROTOCOL => "can't be locked. It must lie on a local disk, not on a network file system.",
        raw.SQLITE_NOMEM => "needs more memory than there is. Give the process more memory.",
        raw.SQLITE_SCHEMA or raw.SQLITE_ERROR when IsIncomplete(exception) =>
            "lacks tables that it must have. Somebody has changed it: restore the last backup.",
        _ => null,
    };

    private static bool IsIncomplete(SqliteException exception) =>
        exception.Message.Contains("no such table", StringComparison.Ordinal)
        || exception.Message.Contains("no such column", StringComparison.Ordinal)
        || exception.Message.Contains("no such index", StringComparison.Ordinal);
}
