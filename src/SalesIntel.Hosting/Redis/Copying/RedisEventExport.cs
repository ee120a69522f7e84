using System.Runtime.CompilerServices;
using SalesIntel.Hosting.Copying;
using StackExchange.Redis;

namespace SalesIntel.Hosting.Redis;

/// <summary>Gives away the events of a Redis, in the order of acceptance.</summary>
internal sealed class RedisEventExport(RedisConnection connection, RedisKeys keys, StoreClock clock, KeyNames names)
{
    private const string Payload = "payload";

    /// <summary>True when another program has written to a key of ours.</summary>
    public static bool IsUnreadable(Exception exception) =>
        exception is JsonException
        || (exception is RedisServerException && exception.Message.StartsWith("WRONGTYPE", StringComparison.Ordinal));

    public async IAsyncEnumerable<StoreRecord> ReadAsync(Action<string> unreadable, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        List<Found> found = [];
        foreach (var chunk in Chunks.Of(await names.FindAsync("event:", cancellationToken).ConfigureAwait(false), _ => 1))
        {
            var page = await connection.RunAsync(
                database => Task.WhenAll(chunk.Select(id => FindAsync(database, id, unreadable))), cancellationToken).ConfigureAwait(false);
            found.AddRange(page.OfType<Found>());
        }

        found.Sort((left, right) => (left.CreatedAt, left.Id).CompareTo((right.CreatedAt, right.Id)));
        foreach (var chunk in Chunks.Of(found, one => one.Bytes))
        {
            var page = await connection.RunAsync(
                database => Task.WhenAll(chunk.Select(one => ReadAsync(database, one.Id, unreadable))), cancellationToken).ConfigureAwait(false);
            foreach (var entry in page.OfType<EventEntry>())
            {
                yield return entry;
            }
        }
    }

    private async Task<Found?> FindAsync(IDatabase database, string id, Action<string> unreadable)
    {
        try
        {
            var size = database.HashStringLengthAsync(keys.Event(id), Payload);
            var created = await database.HashGetAsync(keys.Event(id), EventHash.CreatedAt).ConfigureAwait(false);
            return new Found(id, TimeText.ReadPrecise(created.ToString()) ?? DateTimeOffset.UnixEpoch, await size.ConfigureAwait(false));
        }
        catch (RedisServerException exception) when (IsUnreadable(exception))
        {
            unreadable($"Event {id} can't be read: another program has written to its key.");
            return null;
        }
    }

    private async Task<EventEntry?> ReadAsync(IDatabase database, string id, Action<string> unreadable)
    {
        var life = database.KeyTimeToLiveAsync(keys.Event(id));
        var pending = database.SortedSetScoreAsync(keys.PendingAlerts, id);
        var hash = await database.HashGetAllAsync(keys.Event(id)).ConfigureAwait(false);
        if (hash.Length == 0)
        {
            return null;
        }

        var read = EventHash.Read(id, hash, out var problem);
        if (problem is not null)
        {
            unreadable($"Event {id}: {problem}.");
            return null;
        }

        var since = await pending.ConfigureAwait(false);
        return new EventEntry(
            read,
            read.Status == EventStatus.Failed && since is { } at ? clock.ToHost(DateTimeOffset.FromUnixTimeMilliseconds((long)at)) : null)
        {
            Life = await life.ConfigureAwait(false),
        };
    }

    private sealed record Found(string Id, DateTimeOffset CreatedAt, long Bytes);
}
