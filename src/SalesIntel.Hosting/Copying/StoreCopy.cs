using SalesIntel.Hosting.Redis;
using SalesIntel.Hosting.Sqlite;

namespace SalesIntel.Hosting.Copying;

/// <summary>Takes everything over from the SQLite file to a Redis or back, with what is left of its time: events wherever they stand, their
/// ledger, leads, the queue with its due times, circuits, shared values, pending alerts. Nothing may use either store meanwhile. A copy that
/// was cut off is gone on with by the next call, which ends the same.</summary>
/// <param name="sqlite">The file; its own time to live for events and keys counts.</param>
/// <param name="redis">Prefix and times to live of the Redis; not its address.</param>
/// <param name="time">The clock.</param>
/// <param name="loggers">Where troubles of the stores are told.</param>
internal sealed class StoreCopy(
    IOptions<SqliteStoreOptions> sqlite, IOptions<RedisStoreOptions> redis, TimeProvider time, ILoggerFactory loggers)
{
    private static readonly RecordKind[] All = Enum.GetValues<RecordKind>();

    // Values of other programs look like shared ones.
    private static readonly RecordKind[] Ours = [.. All.Where(kind => kind is not RecordKind.SharedValue)];

    /// <summary>Copies from the file to a Redis.</summary>
    /// <param name="url">Address of the Redis, as in <see cref="RedisStoreOptions.Url"/>.</param>
    /// <param name="overwrite">Also writes into a Redis that holds something else: what has the same name there is replaced.</param>
    /// <param name="progress">Told how many records were written so far; null = nobody is.</param>
    /// <param name="cancellationToken">Ends it; the next call goes on.</param>
    /// <exception cref="InvalidOperationException">There is no database; one of the stores is in use; or the target holds something else.
    /// </exception>
    /// <exception cref="StoreUnavailableException">One of the stores can't be used. The next call goes on.</exception>
    /// <exception cref="FormatException">The address can't be read.</exception>
    public async Task<CopyReport> ToRedisAsync(
        string url, bool overwrite, IProgress<long>? progress, CancellationToken cancellationToken)
    {
        if (!File.Exists(sqlite.Value.FilePath))
        {
            throw new InvalidOperationException(
                $"There is no database {sqlite.Value.FilePath}. Run this where the service runs, or set DATA_DIR as it is set there.");
        }

        return await RunAsync(url, (file, server) => CopyAsync(file, server, overwrite, progress, cancellationToken), cancellationToken)
            .ConfigureAwait(false);
    }

    /// <summary>Copies from a Redis to the file, which is created when it is missing.</summary>
    /// <inheritdoc cref="ToRedisAsync"/>
    public Task<CopyReport> FromRedisAsync(string url, bool overwrite, IProgress<long>? progress, CancellationToken cancellationToken) =>
        RunAsync(url, (file, server) => CopyAsync(server, file, overwrite, progress, cancellationToken), cancellationToken);

    private async Task<CopyReport> RunAsync(
        string url, Func<CopiedStore, CopiedStore, Task<CopyReport>> copy, CancellationToken cancellationToken)
    {
        var ofFile = sqlite.Value;
        var ofServer = new RedisStoreOptions
        {
            Url = url,
            KeyPrefix = redis.Value.KeyPrefix,
            EventLife = redis.Value.EventLife,
            IdempotencyLife = redis.Value.IdempotencyLife,
        };
        var server = new RedisStore(Options.Create(ofServer), time, loggers.CreateLogger<RedisStore>());
        await using (server.ConfigureAwait(false))
        {
            await RefuseUsedAsync(server, cancellationToken).ConfigureAwait(false);
            var alone = new SqliteStoreOptions
            {
                Path = ofFile.FilePath,
                EventLife = ofFile.EventLife,
                IdempotencyLife = ofFile.IdempotencyLife,
                IsAlone = true,
            };
            var file = new SqliteStore(Options.Create(alone), time, loggers.CreateLogger<SqliteStore>());
            await using (file.ConfigureAwait(false))
            {
                await OpenAsync(file, cancellationToken).ConfigureAwait(false);
                var source = new SqliteCopySource(file.Readers, file.Clock);
                return await copy(
                    new CopiedStore($"sqlite {ofFile.FilePath}", source, new SqliteCopyTarget(file.Writer, ofFile.IdempotencyLife), file),
                    new CopiedStore(
                        $"redis {server.Connection.Server} {ofServer.KeyPrefix}".TrimEnd(),
                        new RedisCopySource(server.Connection, server.Keys, server.Clock),
                        new RedisCopyTarget(server.Connection, server.Keys, ofServer, server.Clock),
                        server)).ConfigureAwait(false);
            }
        }
    }

    private async Task<CopyReport> CopyAsync(
        CopiedStore from, CopiedStore to, bool overwrite, IProgress<long>? progress, CancellationToken cancellationToken)
    {
        var (isContinued, holdsOthers) = await BeginAsync(from, to, overwrite, cancellationToken).ConfigureAwait(false);
        var ledger = new CopyLedger(time);
        await WriteAsync(from, to, ledger, progress, cancellationToken).ConfigureAwait(false);
        await foreach (var record in to.ReadAsync(All, ledger.Note, cancellationToken).ConfigureAwait(false))
        {
            ledger.Compare(record);
        }

        ledger.Conclude(mayHoldMore: holdsOthers || isContinued);
        if (ledger.HasArrived)
        {
            await to.State.SetAsync(CopyMark.Key, CopyMark.OfDone(from.Name), CopyMark.Life, cancellationToken).ConfigureAwait(false);
        }

        return new CopyReport
        {
            From = from.Name,
            To = to.Name,
            IsContinued = isContinued,
            Copied = ledger.Copied,
            Found = ledger.Found,
            Compared = ledger.Compared,
            Problems = ledger.Problems,
        };
    }

    // Shared values of another program in the target are not known here; they are not counted as a foreign store.
    private static async Task<(bool IsContinued, bool HoldsOthers)> BeginAsync(
        CopiedStore from, CopiedStore to, bool overwrite, CancellationToken cancellationToken)
    {
        var mark = await to.State.GetAsync(CopyMark.Key, cancellationToken).ConfigureAwait(false) ?? "";
        var isContinued = CopyMark.IsBegun(mark, from.Name);
        var holdsOthers = !isContinued && await to.ReadAsync(Ours, _ => { }, cancellationToken).AnyAsync(cancellationToken).ConfigureAwait(false);
        if (holdsOthers && !overwrite)
        {
            throw new InvalidOperationException(mark.Length == 0
                ? $"The target ({to.Name}) holds events or leads that are not from this copy. Choose an empty one, or write over it (--force): "
                    + "what is copied replaces what has the same name, and the rest stays."
                : CopyMark.IsDone(mark)
                ? $"The target ({to.Name}) has all of {CopyMark.SourceOf(mark)} from an earlier copy, and may have been used since. To write "
                    + "over it nevertheless use --force."
                : $"The target ({to.Name}) has a part of {CopyMark.SourceOf(mark)}, from a copy that was cut off. Finish that one, choose an "
                    + "empty target, or write over it (--force).");
        }

        await to.State.SetAsync(CopyMark.Key, CopyMark.OfBegun(from.Name), CopyMark.Life, cancellationToken).ConfigureAwait(false);
        return (isContinued, holdsOthers);
    }

    private static async Task WriteAsync(
        CopiedStore from, CopiedStore to, CopyLedger ledger, IProgress<long>? progress, CancellationToken cancellationToken)
    {
        const int MostBytes = 1 << 20;
        const int MostRecords = 200;
        List<StoreRecord> batch = [];
        var (bytes, written) = (0L, 0L);
        await foreach (var record in from.ReadAsync(All, ledger.Note, cancellationToken).ConfigureAwait(false))
        {
            ledger.Add(record);
            batch.Add(record);
            bytes += record.Bytes;
            if (bytes >= MostBytes || batch.Count == MostRecords)
            {
                await FlushAsync().ConfigureAwait(false);
            }
        }

        await FlushAsync().ConfigureAwait(false);

        async Task FlushAsync()
        {
            await to.Target.WriteAsync(batch, cancellationToken).ConfigureAwait(false);
            progress?.Report(written += batch.Count);
            batch.Clear();
            bytes = 0;
        }
    }

    private static async Task RefuseUsedAsync(RedisStore server, CancellationToken cancellationToken)
    {
        if (await RedisUsers.CountOthersAsync(server.Connection, server.Keys, cancellationToken).ConfigureAwait(false) > 0)
        {
            throw new InvalidOperationException(
                $"A process uses the Redis {server.Connection.Server}. Stop the service and everything else that uses it first.");
        }
    }

    private static async Task OpenAsync(SqliteStore file, CancellationToken cancellationToken)
    {
        try
        {
            await file.OpenAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (StoreUnavailableException exception) when (SqliteFailure.IsLasting(exception))
        {
            throw new InvalidOperationException(exception.Message, exception);
        }
    }
}
