using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace SalesIntel.Hosting.Sqlite;

/// <summary>The only one in this process that writes: a thread with a connection of its own. All that waits goes into one transaction, so
/// that many share the wait for the disk. When one fails, all are done once more, each behind a savepoint, so that it spoils no other.
/// </summary>
internal sealed class SqliteWriter : IAsyncDisposable
{
    /// <summary>Operations of one transaction at most; then other processes have their turn.</summary>
    public const int MostOperations = 256;

    // A little more than the wait for other processes, which has the better explanation.
    private static readonly TimeSpan Limit = BusyWait.Limit + TimeSpan.FromSeconds(0.5);
    private static readonly TimeSpan LongestEnd = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LongestBatch = TimeSpan.FromMilliseconds(5);

    // A transaction writes about thirty pages and waits for the disk once, however many it is for.
    private static readonly TimeSpan LongestGathering = TimeSpan.FromMilliseconds(2);

    private readonly SqliteDatabase database;
    private readonly StoreClock clock;
    private readonly TimeProvider machine;
    private readonly WriterTurn turn;
    private readonly SqliteCheckpointer checkpointer;
    private readonly WriteHealth health;
    private readonly WriteQueue queue = new();
    private readonly Lazy<Thread> thread;
    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private SqliteSession? session;
    private long transactions;
    private int lastOperations;

    public SqliteWriter(SqliteDatabase database, StoreClock clock, TimeProvider machine, WriterTurn turn, SqliteCheckpointer checkpointer, ILogger logger)
    {
        this.database = database;
        this.clock = clock;
        this.machine = machine;
        (this.turn, this.checkpointer) = (turn, checkpointer);
        health = new WriteHealth(database, logger);
        thread = new Lazy<Thread>(Start);
    }

    /// <summary>Transactions that were committed.</summary>
    public long Transactions => Interlocked.Read(ref transactions);

    /// <summary>Has the log copied into the database when it has grown by so many pages; completed while it is not being copied.</summary>
    public Task CopyLog(int pages = SqliteCheckpointer.Pages) => checkpointer.Copy(pages);

    /// <summary>Writes; returns when what was written is as durable as the store.</summary>
    /// <param name="work">Runs on the writer's thread, and once more when it or another one of the transaction throws. What it throws then
    /// undoes its own writes and is thrown to the caller.</param>
    /// <param name="cancellationToken">Ends the wait for the turn. What has begun is done.</param>
    /// <param name="abandoned">Gets the answer when it comes after the caller has gone.</param>
    /// <param name="isUrgent">It does not wait for others with which it could share a transaction.</param>
    /// <exception cref="StoreUnavailableException">The database can't be written, or not in time; in that case it may be written later.
    /// </exception>
    public async Task<T> WriteAsync<T>(
        Func<WriteScope, T> work, CancellationToken cancellationToken, Action<T>? abandoned = null, bool isUrgent = false)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var operation = new ScopedWrite<T>(work) { IsUrgent = isUrgent };
        queue.Add(operation);
        _ = thread.Value;
        using var givenUp = cancellationToken.UnsafeRegister(
            static (state, token) =>
            {
                if (((ScopedWrite<T>)state!).TryGiveUp())
                {
                    ((ScopedWrite<T>)state).Fail(new OperationCanceledException(token));
                }
            },
            operation);
        try
        {
            var answer = await operation.Answer.WaitAsync(Limit, machine, CancellationToken.None).ConfigureAwait(false);
            if (abandoned is not null && cancellationToken.IsCancellationRequested)
            {
                abandoned(answer);
                throw new OperationCanceledException(cancellationToken);
            }

            return answer;
        }
        catch (TimeoutException)
        {
            if (!operation.TryGiveUp() && abandoned is not null)
            {
                _ = operation.PassOnAsync(abandoned);
            }

            throw new StoreUnavailableException(database.IsUpgrading
                ? SqliteDatabase.UpgradeUnderWay(database.Path)
                : $"The database {database.Path} was not written within {Limit.TotalSeconds} s. Check the load of its disk.");
        }
    }

    /// <summary>Writes what still waits and ends.</summary>
    public async ValueTask DisposeAsync()
    {
        queue.Close();
        if (thread.IsValueCreated)
        {
            // A disk that does not answer must not keep the process from ending; what waits was told that it failed.
            await Task.WhenAny(ended.Task, Task.Delay(LongestEnd, machine, CancellationToken.None)).ConfigureAwait(false);
        }
    }

    /// <summary>True while nothing could be written the last time.</summary>
    public bool IsFailing => health.IsFailing;

    private Thread Start()
    {
        var started = new Thread(Run) { IsBackground = true, Name = "SalesIntel SQLite writer" };
        started.Start();
        return started;
    }

    private void Run()
    {
        var lastTurn = machine.GetTimestamp();
        while (queue.WaitForSome())
        {
            if (machine.GetElapsedTime(lastTurn) > LongestBatch)
            {
                turn.LetOthers();
                lastTurn = machine.GetTimestamp();
            }

            // Those whose turn came with the last transaction are likely to come again; who writes alone waits for nobody.
            if (lastOperations > 1)
            {
                queue.WaitForMore(lastOperations + 1, LongestGathering);
            }

            RunBatchSafely();
        }

        checkpointer.End();
        session?.Dispose();
        ended.SetResult();
    }

    private void RunBatchSafely()
    {
        try
        {
            RunBatch();
        }
        catch (Exception)
        {
            // All that waited has its answer; what throws here is a logger, and the thread must not end because of it.
            Drop();
        }
    }

    private void RunBatch()
    {
        List<WriteOperation> started = [];
        lastOperations = 0;
        bool hasWritten;
        try
        {
            var open = Begin();
            var before = open.TotalChanges;
            var hasRoom = RunWaiting(ref open, started);
            open.Execute("COMMIT");
            checkpointer.Add(open.TakePagesWritten());
            hasWritten = hasRoom && open.TotalChanges != before;
        }
        catch (Exception exception)
        {
            Fail(started, exception);
            return;
        }

        Interlocked.Increment(ref transactions);
        lastOperations = started.Count;
        foreach (var operation in started)
        {
            operation.Complete();
        }

        // What changes nothing gets through on a full disk, too.
        if (hasWritten)
        {
            health.Recover();
        }
    }

    private SqliteSession Begin()
    {
        database.EnsureSame();
        session ??= database.OpenWriter();
        if (!turn.Wait(session.TryBeginWriting))
        {
            throw new SqliteException("Another process is writing all the time.", raw.SQLITE_BUSY);
        }

        // Another process may have put an older file in its place, or be a newer version of this program.
        database.Schema.Upgrade(session, database.Path);
        return session;
    }

    // False when the disk had no room for one of them.
    private bool RunWaiting(ref SqliteSession open, List<WriteOperation> started)
    {
        var begun = machine.GetTimestamp();
        try
        {
            var scope = new WriteScope(open, clock);
            while (started.Count < MostOperations && machine.GetElapsedTime(begun) <= LongestBatch && queue.TryTake(out var operation))
            {
                if (operation.TryStart())
                {
                    started.Add(operation);
                    operation.Run(scope);
                }
            }

            scope.KeepTime();
            return true;
        }
        catch (Exception) when (started.Count > 0 && session!.IsInTransaction)
        {
            // A savepoint for each from the beginning would cost a copy of every page that it changes.
            open.Execute("ROLLBACK");
            open = Begin();
            return RunApart(new WriteScope(open, clock), started);
        }
    }

    private bool RunApart(WriteScope scope, List<WriteOperation> started)
    {
        var hasRoom = true;
        foreach (var operation in started.ToArray())
        {
            if (operation.RunApart(scope) is { } failure)
            {
                started.Remove(operation);
                var explained = SqliteFailure.Explain(failure, database.Path) ?? failure;
                operation.Fail(explained);
                if (failure is SqliteException { SqliteErrorCode: raw.SQLITE_FULL or raw.SQLITE_IOERR })
                {
                    hasRoom = false;
                    health.Fail(explained);
                }
            }
        }

        scope.KeepTime();
        return hasRoom;
    }

    // With the connection in doubt, the next batch begins with another; so what is mended outside needs no restart.
    private void Fail(List<WriteOperation> started, Exception exception)
    {
        Drop();
        if (started.Count == 0)
        {
            started = TakeAll();
        }

        var failure = SqliteFailure.Explain(exception, database.Path) ?? exception;
        foreach (var operation in started)
        {
            operation.Fail(failure);
        }

        health.Fail(failure);
    }

    private List<WriteOperation> TakeAll()
    {
        List<WriteOperation> all = [];
        while (queue.TryTake(out var waiting))
        {
            if (waiting.TryStart())
            {
                all.Add(waiting);
            }
        }

        return all;
    }

    private void Drop()
    {
        session?.Dispose();
        session = null;
    }
}
