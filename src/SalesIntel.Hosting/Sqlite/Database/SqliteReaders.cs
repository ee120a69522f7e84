using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace SalesIntel.Hosting.Sqlite;

/// <summary>Connections that read, a few at a time, each kept for the next use. What one use reads is the database as it is at one
/// moment; neither readers nor the writer wait for each other.</summary>
internal sealed class SqliteReaders(SqliteDatabase database, TimeProvider machine) : IDisposable
{
    private const int Most = 8;

    private readonly ConcurrentBag<SqliteSession> idle = [];
    private readonly SemaphoreSlim free = new(Most, Most);
    private volatile bool disposed;

    /// <summary>Reads on a thread of the pool, because a disk may not answer.</summary>
    /// <param name="work">What is read.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <param name="isOneStatement">It runs one statement, which sees one moment by itself; several need a transaction for that.</param>
    /// <exception cref="StoreUnavailableException">The database can't be read, or not in time.</exception>
    public async Task<T> ReadAsync<T>(Func<SqliteSession, T> work, CancellationToken cancellationToken, bool isOneStatement = false)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        if (!await free.WaitAsync(BusyWait.Limit, cancellationToken).ConfigureAwait(false))
        {
            throw TooSlow();
        }

        try
        {
            return await Task.Run(() => ReadAndFree(work, isOneStatement), CancellationToken.None).WaitAsync(BusyWait.Limit, machine, cancellationToken)
                .ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            throw TooSlow();
        }
    }

    /// <summary>Connections without work give back the pages that they keep, up to 2 MB each.</summary>
    /// <returns>How much it was, bytes.</returns>
    public long ReleaseMemory()
    {
        var bytes = 0L;
        List<SqliteSession> released = [];
        while (idle.TryTake(out var session))
        {
            bytes += session.ReleaseMemory();
            released.Add(session);
        }

        released.ForEach(KeepForNextUse);
        return bytes;
    }

    public void Dispose()
    {
        disposed = true;
        while (idle.TryTake(out var session))
        {
            session.Dispose();
        }
    }

    private T ReadAndFree<T>(Func<SqliteSession, T> work, bool isOneStatement)
    {
        try
        {
            return Read(work, isOneStatement);
        }
        catch (Exception exception) when (SqliteFailure.Explain(exception, database.Path) is { } unavailable)
        {
            throw unavailable;
        }
        finally
        {
            free.Release();
        }
    }

    private T Read<T>(Func<SqliteSession, T> work, bool isOneStatement)
    {
        database.EnsureSame();
        if (!idle.TryTake(out var session))
        {
            session = database.OpenReader();
        }

        var isReusable = false;
        try
        {
            if (!isOneStatement)
            {
                session.Execute("BEGIN");
            }

            var read = work(session);
            isReusable = isOneStatement || TryEnd(session);
            return read;
        }
        finally
        {
            if (isReusable)
            {
                KeepForNextUse(session);
            }
            else
            {
                session.Dispose();
            }
        }
    }

    private void KeepForNextUse(SqliteSession session)
    {
        if (disposed)
        {
            session.Dispose();
        }
        else
        {
            idle.Add(session);
        }
    }

    // What has met a damaged page on its way can't be ended as usual, although what it has read is good.
    private static bool TryEnd(SqliteSession session)
    {
        try
        {
            session.Execute("COMMIT");
            return true;
        }
        catch (SqliteException exception) when (SqliteFailure.IsDamage(exception))
        {
            return false;
        }
    }

    private StoreUnavailableException TooSlow() => new(database.IsUpgrading
        ? SqliteDatabase.UpgradeUnderWay(database.Path)
        : $"The database {database.Path} was not read within {BusyWait.Limit.TotalSeconds} s. Check the load of its disk.");
}
