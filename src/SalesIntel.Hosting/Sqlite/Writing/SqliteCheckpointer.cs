using Microsoft.Data.Sqlite;

namespace SalesIntel.Hosting.Sqlite;

/// <summary>Copies the write-ahead log into the database beside the writer, with a connection of its own, so that nobody who writes waits
/// for it. What is written meanwhile stays in the log until the next time; the writer itself copies only when the log has grown far beyond
/// what this keeps it at.</summary>
/// <remarks>https://www.sqlite.org/wal.html#performance_considerations</remarks>
internal sealed class SqliteCheckpointer(SqliteDatabase database, ILogger logger)
{
    /// <summary>Pages written since the last time after which it is time again.</summary>
    public const int Pages = 6_000;

    // What comes while a pass copies is left for the next, which is shorter; a writer that never pauses would go on like that for ever.
    private const int Passes = 4;

    private readonly Lock gate = new();
    private long written;
    private Task running = Task.CompletedTask;
    private bool hasEnded;

    /// <summary>Says that pages were written to the log; never waits.</summary>
    public void Add(long pages)
    {
        lock (gate)
        {
            written += pages;
            Begin(Pages);
        }
    }

    /// <summary>Copies when so many pages were written since the last time.</summary>
    /// <returns>The copying that is under way; completed when none is. For work that can wait, so that the copying catches up.</returns>
    public Task Copy(int pages)
    {
        lock (gate)
        {
            Begin(pages);
            return running;
        }
    }

    /// <summary>Waits for the copying that is under way; no other begins.</summary>
    public void End()
    {
        Task last;
        lock (gate)
        {
            hasEnded = true;
            last = running;
        }

        last.GetAwaiter().GetResult();
    }

    private void Begin(int pages)
    {
        if (written >= pages && running.IsCompleted && !hasEnded)
        {
            written = 0;

            // A thread of its own: it waits for the disk, and with one processor the pool has a single thread for all requests.
            running = Task.Factory.StartNew(Run, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        }
    }

    private void Run()
    {
        try
        {
            using var session = database.OpenCheckpointer();
            for (var pass = 0; pass < Passes && !IsAllCopied(session); pass++)
            {
            }
        }
        catch (Exception exception) when (SqliteFailure.Explain(exception, database.Path) is not null)
        {
            // The log stays as it is: the writer meets the same trouble, tells people, and copies the log when that is over.
            Log.NotCopied(logger, database.Path, exception);
        }
    }

    private static bool IsAllCopied(SqliteSession session)
    {
        using var rows = session.Query("PRAGMA wal_checkpoint(PASSIVE)");
        return rows.Read() && rows.Number(0) == 0 && rows.Number(1) == rows.Number(2);
    }
}
