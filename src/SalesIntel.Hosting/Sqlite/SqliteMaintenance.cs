using Microsoft.Data.Sqlite;

namespace SalesIntel.Hosting.Sqlite;

/// <summary>Looks after the database: check, backup, restore. Check and backup work beside a running service and hold it up by nothing.
/// </summary>
/// <param name="options">Where the database is.</param>
/// <param name="time">The clock.</param>
internal sealed class SqliteMaintenance(IOptions<SqliteStoreOptions> options, TimeProvider time)
{
    private readonly SqliteFiles files = new(options.Value.FilePath);
    private readonly SqliteSchema schema = options.Value.Schema;

    /// <summary>Reads every page of the database, and whether its rows belong together. Takes seconds for each gigabyte.</summary>
    /// <exception cref="InvalidOperationException">There is no database, or none of this program or version.</exception>
    /// <exception cref="StoreUnavailableException">It can't be read.</exception>
    public Task<SqliteCheckReport> CheckAsync(CancellationToken cancellationToken) =>
        RunAsync(
            files.Path,
            () =>
            {
                using var session = OpenOwn();
                using var stop = cancellationToken.Register(session.Interrupt);
                return IntegrityCheck.Run(session, files.Path, schema, new StoreClock(time));
            },
            cancellationToken);

    /// <summary>Writes the database, as it is at one moment, to a file that only this user may read, and checks that file. It holds
    /// personal data and access tokens.</summary>
    /// <param name="target">The file; must not exist.</param>
    /// <param name="cancellationToken">Ends it; nothing is left behind.</param>
    /// <exception cref="InvalidOperationException">There is no database, the target exists or can't be written, or the database is
    /// damaged.</exception>
    /// <exception cref="StoreUnavailableException">It can't be read, or the target's disk is full.</exception>
    public Task<SqliteBackupReceipt> BackupAsync(string target, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(target);
        var path = Path.GetFullPath(target);
        return RunAsync(
            path,
            () =>
            {
                RefuseIf(Path.Exists(path), $"{path} exists already. Name another file for the backup.");
                using var session = OpenOwn();
                using var stop = cancellationToken.Register(session.Interrupt);
                var partial = path + ".partial";
                var events = SqliteCopies.Write(session, files.Path, partial, schema);
                File.Move(partial, path);
                return new SqliteBackupReceipt(null, path, new FileInfo(path).Length, events);
            },
            cancellationToken);
    }

    /// <summary>Puts a backup in the place of the database. What was accepted since the backup is lost.</summary>
    /// <param name="source">The backup; it stays as it is.</param>
    /// <param name="overwrite">Replaces a database that is there.</param>
    /// <param name="cancellationToken">Ends it, as long as nothing was replaced.</param>
    /// <returns>The database as it is now.</returns>
    /// <exception cref="InvalidOperationException">The backup is no sound database of this program or of a newer version; there is a
    /// database and <paramref name="overwrite"/> is false; or a process uses it.</exception>
    /// <exception cref="StoreUnavailableException">The backup can't be read, or the disk is full.</exception>
    public Task<SqliteBackupReceipt> RestoreAsync(string source, bool overwrite, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(source);
        var path = Path.GetFullPath(source);
        return RunAsync(
            path,
            () =>
            {
                RefuseIf(!File.Exists(path), $"There is no file {path} to restore from.");
                RefuseIf(
                    !overwrite && File.Exists(files.Path) && new FileInfo(files.Path).Length > 0,
                    $"There is a database {files.Path} already, and all in it would be lost. Back it up first; then restore over it "
                    + "(--force).");
                files.Create();
                using var owned = files.TryOwn();
                RefuseIf(
                    owned is null, $"A process uses the database {files.Path}. Stop the service and everything else that uses it first.");
                var events = Replace(path, cancellationToken);
                return new SqliteBackupReceipt(path, files.Path, new FileInfo(files.Path).Length, events);
            },
            cancellationToken);
    }

    private long Replace(string source, CancellationToken cancellationToken)
    {
        var copy = files.Path + "-restoring";
        long events;
        using (var session = SqliteCopies.Open(source, schema))
        {
            using var stop = cancellationToken.Register(session.Interrupt);
            events = SqliteCopies.Write(session, source, copy, schema);
        }

        // In this order: the log of the old database would be taken for the new one's. Whoever is killed in between leaves the old one whole.
        SqliteCopies.EmptyLog(files.Path);
        File.Delete(files.WriteAheadLog);
        File.Delete(files.SharedMemory);
        File.Move(copy, files.Path, overwrite: true);
        return events;
    }

    private SqliteSession OpenOwn()
    {
        RefuseIf(
            !File.Exists(files.Path),
            $"There is no database {files.Path}. Run this where the service runs, or set DATA_DIR as it is set there.");
        return SqliteCopies.Open(files.Path, schema);
    }

    private static void RefuseIf(bool condition, string message)
    {
        if (condition)
        {
            throw new InvalidOperationException(message);
        }
    }

    private static async Task<T> RunAsync<T>(string path, Func<T> work, CancellationToken cancellationToken)
    {
        try
        {
            return await Task.Run(work, cancellationToken).ConfigureAwait(false);
        }
        catch (SqliteException) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellationToken);
        }
        catch (SqliteFileRefusedException exception)
        {
            throw new InvalidOperationException(exception.Message, exception);
        }
        catch (UnauthorizedAccessException exception)
        {
            throw new InvalidOperationException(
                $"This user may not read or write {path}, or files beside it: {exception.Message}", exception);
        }
        catch (Exception exception) when (SqliteFailure.Explain(exception, path) is { } unavailable)
        {
            throw unavailable;
        }
    }
}
