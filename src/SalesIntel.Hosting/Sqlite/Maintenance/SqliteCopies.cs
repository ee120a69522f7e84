using Microsoft.Data.Sqlite;

namespace SalesIntel.Hosting.Sqlite;

/// <summary>Makes a copy of a database, as it is at one moment, that stands there whole or not at all.</summary>
internal static class SqliteCopies
{
    /// <summary>Opens a database of this program to read it.</summary>
    /// <exception cref="SqliteFileRefusedException">It is none, or of a newer version.</exception>
    public static SqliteSession Open(string path, SqliteSchema schema)
    {
        var session = SqliteSession.Open(path, SqliteOpenMode.ReadOnly);
        try
        {
            // Another process that opens, closes or restores the database holds it for a moment.
            session.Execute(string.Create(CultureInfo.InvariantCulture, $"PRAGMA busy_timeout = {(int)BusyWait.Limit.TotalMilliseconds}"));
            schema.IsCurrent(session, path);
            if (session.Number("PRAGMA user_version") == 0)
            {
                throw new SqliteFileRefusedException($"The file {path} is empty: it holds no database of this program.");
            }

            return session;
        }
        catch (SqliteException exception)
        {
            session.Dispose();
            throw (Exception?)SqliteFailure.Refusal(exception, path) ?? exception;
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    /// <summary>Copies to a file that is replaced, checks the copy and makes sure that it is on the disk.</summary>
    /// <param name="from">The database.</param>
    /// <param name="path">Its file.</param>
    /// <param name="to">The copy; nothing is left of it when it fails.</param>
    /// <param name="schema">The tables that both have.</param>
    /// <returns>How many events are in it.</returns>
    /// <exception cref="SqliteFileRefusedException">The database is damaged.</exception>
    public static long Write(SqliteSession from, string path, string to, SqliteSchema schema)
    {
        File.Delete(to);
        try
        {
            SqliteFiles.Open(to, FileMode.CreateNew, FileAccess.Write, FileShare.ReadWrite).Dispose();
            from.Execute("VACUUM INTO ?", to);
            using var copy = Open(to, schema);
            if (IntegrityCheck.FindDamage(copy) is [var damage, ..])
            {
                throw new SqliteFileRefusedException($"The copy of {path} is not sound. {damage}");
            }

            Flush(to);
            return copy.Number("SELECT count(*) FROM event");
        }
        catch (SqliteException exception) when (SqliteFailure.IsDamage(exception))
        {
            File.Delete(to);
            throw SqliteFailure.Refusal(exception, path)!;
        }
        catch
        {
            File.Delete(to);
            throw;
        }
    }

    /// <summary>Copies the log of a database into it, so that it can do without. One that can't be read stays as it is.</summary>
    public static void EmptyLog(string path)
    {
        try
        {
            using var session = SqliteSession.Open(path, SqliteOpenMode.ReadWriteCreate);
            session.Execute("PRAGMA wal_checkpoint(TRUNCATE)");
        }
        catch (Exception exception)
            when (exception is SqliteException or SqliteFileRefusedException && SqliteFailure.Explain(exception, path) is not null)
        {
            // It is damaged, or none at all: that may be why it is replaced.
        }
    }

    private static void Flush(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
        file.Flush(flushToDisk: true);
    }
}
