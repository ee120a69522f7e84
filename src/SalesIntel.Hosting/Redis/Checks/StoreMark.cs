using SalesIntel.Hosting.Health;
using StackExchange.Redis;

namespace SalesIntel.Hosting.Redis;

/// <summary>Notices that the data are not those of before. The store has an id, written once, which the process remembers, and over its end
/// where a folder is given: another id, or none, means that the data were emptied or exchanged. Each process also counts in the store: a
/// count that is behind means that writes were lost, as by a restart from an old snapshot.</summary>
internal sealed class StoreMark(
    RedisConnection connection, RedisKeys keys, ReplicaWait replicas, string folder, TimeProvider time, ILogger logger) : ILossDetector
{
    // A process that was asleep for longer can't say what became of its count.
    private static readonly TimeSpan BeatLife = TimeSpan.FromDays(1);

    private readonly RedisKey beat = keys.Beat(Guid.NewGuid().ToString("N"));
    private readonly RememberedMark memory = new(folder, $"{connection.Server} {keys.Prefix}", logger);
    private string? known;
    private long count;
    private long confirmedAt = time.GetTimestamp();

    public string Prevention =>
        "appendonly yes, maxmemory-policy noeviction, a volume that outlives the server, nobody who flushes it";

    public async Task LookAsync(Func<string, CancellationToken, ValueTask> report, CancellationToken cancellationToken)
    {
        known ??= memory.Read();
        var now = time.GetTimestamp();
        var expected = time.GetElapsedTime(confirmedAt, now) < BeatLife / 2 ? count + 1 : 0;
        var (id, counted) = await connection.RunAsync(StepAsync, cancellationToken).ConfigureAwait(false);
        var loss = known is not null && id != known
                ? "The store is empty or another one: the id that was written into it is gone"
            : counted < expected
                ? string.Create(CultureInfo.InvariantCulture, $"The store has lost its last writes: a count stood at {count} and is at {counted - 1} now")
            : null;
        if (loss is not null)
        {
            // Told first and only then taken for known: a process that ends in between tells it when it starts again.
            await report($"{loss} (Redis at {connection.Server}).", cancellationToken).ConfigureAwait(false);
        }
        else
        {
            // What the replicas do not have was promised to nobody, and is no loss when they take over.
            await replicas.ConfirmAsync(null, cancellationToken).ConfigureAwait(false);
        }

        (known, count, confirmedAt) = (id, counted, now);
        memory.Write(id);
    }

    private async Task<(string Id, long Count)> StepAsync(IDatabase database)
    {
        // In this order on one connection: who finds none writes one, and all read the same.
        var written = database.StringSetAsync(keys.Mark, Guid.NewGuid().ToString("N"), when: When.NotExists);
        var read = database.StringGetAsync(keys.Mark, CommandFlags.DemandMaster);
        var counted = database.StringIncrementAsync(beat);
        var lives = database.KeyExpireAsync(beat, BeatLife);
        await Task.WhenAll(written, read, counted, lives).ConfigureAwait(false);
        return ((await read.ConfigureAwait(false)).ToString(), await counted.ConfigureAwait(false));
    }
}
