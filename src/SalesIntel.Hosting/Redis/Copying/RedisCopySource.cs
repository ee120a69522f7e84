using System.Runtime.CompilerServices;
using SalesIntel.Hosting.Copying;
using SalesIntel.Leads;
using StackExchange.Redis;

namespace SalesIntel.Hosting.Redis;

/// <summary>Gives away what a Redis keeps.</summary>
internal sealed class RedisCopySource(RedisConnection connection, RedisKeys keys, StoreClock clock) : ICopySource
{
    private readonly KeyNames names = new(connection, keys);

    public IAsyncEnumerable<StoreRecord> ReadAsync(RecordKind kind, Action<string> unreadable, CancellationToken cancellationToken)
    {
        return kind switch
        {
            RecordKind.SharedValue => EachAsync(() => names.FindValuesAsync(cancellationToken), ValueAsync, _ => { }, cancellationToken),
            RecordKind.Circuit => EachAsync(Named("circuit:"), CircuitAsync, unreadable, cancellationToken),
            RecordKind.Meeting => EachAsync(Named("meeting:"), MeetingAsync, unreadable, cancellationToken),
            RecordKind.BookedLead => HoursAsync(kind, "index:bookings:", keys.Booked, unreadable, cancellationToken),
            RecordKind.AwaitingEvent => HoursAsync(kind, "index:meetings:", keys.Awaiting, unreadable, cancellationToken),
            RecordKind.Lead => EachAsync(Named("lead:"), LeadAsync, unreadable, cancellationToken),
            RecordKind.IdempotencyKey => EachAsync(Named("event_by_idem:"), IdempotencyAsync, unreadable, cancellationToken),
            RecordKind.Event => new RedisEventExport(connection, keys, clock, names).ReadAsync(unreadable, cancellationToken),
            _ => LanesAsync(cancellationToken),
        };

        Func<Task<IReadOnlyList<string>>> Named(string beginning) => () => names.FindAsync(beginning, cancellationToken);
    }

    private async IAsyncEnumerable<StoreRecord> EachAsync(
        Func<Task<IReadOnlyList<string>>> find,
        Func<IDatabase, string, Task<StoreRecord?>> read,
        Action<string> unreadable,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var chunk in Chunks.Of(await find().ConfigureAwait(false), _ => 1))
        {
            var page = await connection.RunAsync(
                database => Task.WhenAll(chunk.Select(name => TryAsync(database, name, read, unreadable))), cancellationToken)
                .ConfigureAwait(false);
            foreach (var record in page.OfType<StoreRecord>())
            {
                yield return record;
            }
        }
    }

    private static async Task<StoreRecord?> TryAsync(
        IDatabase database, string name, Func<IDatabase, string, Task<StoreRecord?>> read, Action<string> unreadable)
    {
        try
        {
            return await read(database, name).ConfigureAwait(false);
        }
        catch (Exception exception) when (RedisEventExport.IsUnreadable(exception))
        {
            unreadable($"A key that ends in {name[..Math.Min(name.Length, 12)]}… can't be read: another program has written to it.");
            return null;
        }
    }

    private async Task<StoreRecord?> ValueAsync(IDatabase database, string name)
    {
        var found = await database.StringGetWithExpiryAsync(keys.Value(name)).ConfigureAwait(false);

        // Everything of ours has an end.
        return found is { Value.IsNull: false, Expiry: { } life } ? new SharedValueRecord(name, found.Value.ToString()) { Life = life } : null;
    }

    private async Task<StoreRecord?> CircuitAsync(IDatabase database, string provider)
    {
        var life = database.KeyTimeToLiveAsync(keys.Circuit(provider));
        return RedisCircuits.Read(await database.HashGetAllAsync(keys.Circuit(provider)).ConfigureAwait(false)) is { } open
            ? new CircuitRecord(provider, clock.ToHost(open)!) { Life = await life.ConfigureAwait(false) }
            : null;
    }

    private async Task<StoreRecord?> MeetingAsync(IDatabase database, string session)
    {
        var found = await database.StringGetWithExpiryAsync(keys.Meeting(session)).ConfigureAwait(false);
        return found.Value.IsNull ? null : new MeetingRecord(session, found.Value.ToString()) { Life = found.Expiry };
    }

    private async Task<StoreRecord?> LeadAsync(IDatabase database, string name)
    {
        var key = new LeadKey(name);
        var life = database.KeyTimeToLiveAsync(keys.Lead(key));
        return await database.HashGetAllAsync(keys.Lead(key)).ConfigureAwait(false) is { Length: > 0 } hash
            ? new LeadEntry(LeadHash.Read(key, hash)) { Life = await life.ConfigureAwait(false) }
            : null;
    }

    // The name is a key with its revision, or the key alone; both may hold colons. An event's id is made of key and revision.
    private async Task<StoreRecord?> IdempotencyAsync(IDatabase database, string name)
    {
        var found = await database.StringGetWithExpiryAsync(keys.Idempotency(name)).ConfigureAwait(false);
        var id = found.Value.ToString();
        for (var colon = name.LastIndexOf(':'); !found.Value.IsNull && colon > 0; colon = name.LastIndexOf(':', colon - 1))
        {
            var (key, revision) = (name[..colon], name[(colon + 1)..]);
            if (EventIdentity.Derive(key, revision) == id)
            {
                var first = await database.StringGetAsync(keys.Idempotency(key)).ConfigureAwait(false);
                return new IdempotencyRecord(key, revision, id, first == found.Value) { Life = found.Expiry };
            }
        }

        return null;
    }

    private async IAsyncEnumerable<StoreRecord> HoursAsync(
        RecordKind kind,
        string beginning,
        Func<string, RedisKey> keyOf,
        Action<string> unreadable,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var hour in await names.FindAsync(beginning, cancellationToken).ConfigureAwait(false))
        {
            var (entries, life) = await connection.RunAsync(
                async database =>
                {
                    var left = database.KeyTimeToLiveAsync(keyOf(hour));
                    try
                    {
                        return (await database.SortedSetRangeByRankAsync(keyOf(hour)).ConfigureAwait(false), await left.ConfigureAwait(false));
                    }
                    catch (RedisServerException exception) when (RedisEventExport.IsUnreadable(exception))
                    {
                        unreadable($"The index of the hour {hour} can't be read: another program has written to it.");
                        return ([], null);
                    }
                },
                cancellationToken).ConfigureAwait(false);
            foreach (var entry in entries)
            {
                yield return new HourRecord(kind, hour, entry.ToString()) { Life = life };
            }
        }
    }

    private async IAsyncEnumerable<StoreRecord> LanesAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var lanes = await connection.RunAsync(database => database.SortedSetRangeByRankWithScoresAsync(keys.Due), cancellationToken)
            .ConfigureAwait(false);
        foreach (var lane in lanes)
        {
            yield return new LaneRecord(
                new Lane(lane.Element.ToString()), clock.ToHost(DateTimeOffset.FromUnixTimeMilliseconds((long)lane.Score)));
        }
    }
}
