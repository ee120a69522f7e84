using StackExchange.Redis;

namespace SalesIntel.Hosting.Redis;

/// <summary>The dead letters whose alert is pending.</summary>
internal sealed class RedisDeadLetterAlerts(RedisConnection connection, RedisKeys keys, StoreClock clock)
{
    public async Task<IReadOnlyList<WebhookEvent>> ListAsync(DateTimeOffset before, int limit, CancellationToken cancellationToken)
    {
        var until = clock.FromHost(before).ToUnixTimeMilliseconds();
        var ids = await connection.RunAsync(
            database => database.SortedSetRangeByScoreAsync(
                keys.PendingAlerts, double.NegativeInfinity, until, Exclude.Stop, Order.Ascending, 0, limit),
            cancellationToken).ConfigureAwait(false);
        List<WebhookEvent> pending = [];
        foreach (var id in ids.Select(id => id.ToString()))
        {
            var stored = await connection.RunAsync(database => ReadAsync(database, id), cancellationToken).ConfigureAwait(false);
            if (stored?.Status != EventStatus.Failed)
            {
                // Its event has gone, or a delivery that was late put it on the list again: there is nothing left to tell.
                await MarkAlertSentAsync(id, cancellationToken).ConfigureAwait(false);
                continue;
            }

            pending.Add(stored);
        }

        return pending;
    }

    public Task MarkAlertSentAsync(string eventId, CancellationToken cancellationToken) =>
        connection.RunAsync(database => database.SortedSetRemoveAsync(keys.PendingAlerts, eventId), cancellationToken);

    private async Task<WebhookEvent?> ReadAsync(IDatabase database, string id)
    {
        try
        {
            var hash = await database.HashGetAllAsync(keys.Event(id)).ConfigureAwait(false);
            return hash.Length == 0 ? null : EventHash.Read(id, hash, out _);
        }
        catch (RedisServerException exception) when (exception.Message.StartsWith("WRONGTYPE", StringComparison.Ordinal))
        {
            // Somebody has overwritten it; RedisQueue tells of it when it meets it in its lane.
            return null;
        }
    }
}
