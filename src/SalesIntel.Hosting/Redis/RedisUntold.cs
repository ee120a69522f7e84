using SalesIntel.Storage;
using StackExchange.Redis;

namespace SalesIntel.Hosting.Redis;

/// <summary>The dead letters of which nobody was told yet; see <see cref="DeadLetters"/> for how they get there.</summary>
internal sealed class RedisUntold(RedisConnection connection, RedisKeys keys, StoreClock clock)
{
    public async Task<IReadOnlyList<WebhookEvent>> ListAsync(DateTimeOffset before, int limit, CancellationToken cancellationToken)
    {
        var until = clock.FromHost(before).ToUnixTimeMilliseconds();
        var ids = await connection.RunAsync(
            database => database.SortedSetRangeByScoreAsync(
                keys.Untold, double.NegativeInfinity, until, Exclude.Stop, Order.Ascending, 0, limit),
            cancellationToken).ConfigureAwait(false);
        List<WebhookEvent> untold = [];
        foreach (var id in ids.Select(id => id.ToString()))
        {
            var hash = await connection.RunAsync(database => database.HashGetAllAsync(keys.Event(id)), cancellationToken).ConfigureAwait(false);
            if (hash.Length == 0)
            {
                // Its event has gone: there is nothing left to tell.
                await MarkToldAsync(id, cancellationToken).ConfigureAwait(false);
                continue;
            }

            untold.Add(EventHash.Read(id, hash, out _));
        }

        return untold;
    }

    public Task MarkToldAsync(string eventId, CancellationToken cancellationToken) =>
        connection.RunAsync(database => database.SortedSetRemoveAsync(keys.Untold, eventId), cancellationToken);
}
