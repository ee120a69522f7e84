using SalesIntel.Hosting.Copying;
using StackExchange.Redis;

namespace SalesIntel.Hosting.Redis;

/// <summary>Takes over into a Redis what another store keeps: the same keys that the service writes.</summary>
internal sealed class RedisCopyTarget(RedisConnection connection, RedisKeys keys, RedisStoreOptions options, StoreClock clock) : ICopyTarget
{
    private readonly Dictionary<string, TimeSpan> lives = new(StringComparer.Ordinal);

    public Task WriteAsync(IReadOnlyList<StoreRecord> records, CancellationToken cancellationToken) =>
        connection.RunAsync(
            async database =>
            {
                // Sent as one, in their order, and harmless to repeat from the start where it was cut off.
                var batch = database.CreateBatch();
                List<Task> calls = [];
                foreach (var record in records)
                {
                    calls.AddRange(Write(batch, record));
                }

                batch.Execute();
                await Task.WhenAll(calls).ConfigureAwait(false);
                return calls.Count;
            },
            cancellationToken);

    private IEnumerable<Task> Write(IDatabaseAsync database, StoreRecord record) => record switch
    {
        SharedValueRecord value => [database.StringSetAsync(keys.Value(value.Key), value.Value, Life(record))],
        CircuitRecord circuit => WriteHash(
            database,
            keys.Circuit(circuit.Provider),
            RedisCircuits.Write(circuit.Open with { Since = clock.FromHost(circuit.Open.Since), Until = clock.FromHost(circuit.Open.Until) }),
            record.Life),
        MeetingRecord meeting => [database.StringSetAsync(keys.Meeting(meeting.Session), meeting.Email, Life(record))],
        HourRecord hour => WriteHour(database, hour),
        LeadEntry lead => WriteHash(database, keys.Lead(lead.Lead.Key), LeadHash.Create(lead.ToUpdate(), clock.Now), record.Life),
        IdempotencyRecord key => WriteKey(database, key),
        EventEntry entry => WriteEvent(database, entry),
        LaneRecord lane =>
            [database.SortedSetAddAsync(keys.Due, lane.Lane.Value, clock.FromHost(lane.DueAt).ToUnixTimeMilliseconds())],
        _ => throw new InvalidOperationException($"No such record: {record.GetType().Name}."),
    };

    // What is no longer kept when it arrives is written with the shortest life that there is.
    private static TimeSpan Life(StoreRecord record) => record.Life is { TotalMilliseconds: >= 1 } life ? life : TimeSpan.FromMilliseconds(1);

    private static IEnumerable<Task> WriteHash(IDatabaseAsync database, RedisKey key, HashEntry[] fields, TimeSpan? life)
    {
        yield return database.KeyDeleteAsync(key);
        yield return database.HashSetAsync(key, fields);
        if (life is { } left)
        {
            yield return database.KeyExpireAsync(key, left);
        }
    }

    // The entries of an hour end together, with the last.
    private IEnumerable<Task> WriteHour(IDatabaseAsync database, HourRecord hour)
    {
        var key = hour.Of == RecordKind.BookedLead ? keys.Booked(hour.Hour) : keys.Awaiting(hour.Hour);
        var life = Life(hour);
        yield return database.SortedSetAddAsync(key, hour.Entry, 0);
        yield return database.KeyExpireAsync(key, lives[hour.Hour] = lives.TryGetValue(hour.Hour, out var known) && known > life ? known : life);
    }

    private IEnumerable<Task> WriteKey(IDatabaseAsync database, IdempotencyRecord key)
    {
        yield return database.StringSetAsync(keys.Idempotency($"{key.Key}:{key.Revision}"), key.EventId, Life(key));
        if (key.IsFirst)
        {
            yield return database.StringSetAsync(keys.Idempotency(key.Key), key.EventId, Life(key));
        }
    }

    private IEnumerable<Task> WriteEvent(IDatabaseAsync database, EventEntry entry)
    {
        var stored = entry.Event;
        var (id, order) = (stored.EventId, AcceptanceClock.ToMicroseconds(stored.CreatedAt));
        return
        [
            .. WriteHash(database, keys.Event(id), EventFields.Of(stored), entry.IsInLane ? null : Life(entry)),
            database.SortedSetAddAsync(keys.Index, id, order),
            database.KeyExpireAsync(keys.Index, options.EventLife),
            .. entry.IsInLane ? [database.SortedSetAddAsync(keys.Mailbox(stored.Lane!.Value), id, order)] : WriteEnd(database, entry),
        ];
    }

    private IEnumerable<Task> WriteEnd(IDatabaseAsync database, EventEntry entry)
    {
        var id = entry.Event.EventId;
        var endedAt = clock.Now + Life(entry) - options.EventLife;
        if (entry.Event.Status == EventStatus.Failed)
        {
            yield return database.SortedSetAddAsync(keys.Dead, id, endedAt.ToUnixTimeMilliseconds());
            yield return database.KeyExpireAsync(keys.Dead, options.EventLife);
        }

        if (entry.AlertPendingSince is { } since)
        {
            yield return database.SortedSetAddAsync(keys.PendingAlerts, id, clock.FromHost(since).ToUnixTimeMilliseconds());
            yield return database.KeyExpireAsync(keys.PendingAlerts, options.EventLife);
        }

        if (entry.Event is { Status: EventStatus.Processed, DryRun: false } && endedAt + options.IdempotencyLife - clock.Now is { Ticks: > 0 } left)
        {
            yield return database.StringSetAsync(keys.Processed(entry.Event.IdempotencyKey), "1", left);
        }
    }
}
