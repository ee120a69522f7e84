using StackExchange.Redis;

namespace SalesIntel.Hosting.Redis;

/// <summary>Who else uses the store in a Redis: every process that does listens on its channel.</summary>
internal static class RedisUsers
{
    // This process listens too.
    private const int Own = 1;

    /// <summary>How many do besides this process; 0 also where the server does not say it.</summary>
    public static async Task<long> CountOthersAsync(RedisConnection connection, RedisKeys keys, CancellationToken cancellationToken) =>
        await connection.RunAsync(database => CountAsync(database, keys.Wake), cancellationToken).ConfigureAwait(false) - Own;

    private static async Task<long> CountAsync(IDatabase database, RedisChannel channel)
    {
        // Behind its own subscription, which nobody has waited for.
        await database.Multiplexer.GetSubscriber().PingAsync().ConfigureAwait(false);
        try
        {
            var counts = await Task.WhenAll(database.Multiplexer.GetServers().Where(server => server.IsConnected)
                .Select(server => server.SubscriptionSubscriberCountAsync(channel))).ConfigureAwait(false);
            return Math.Max(Own, counts.Sum());
        }
        catch (RedisServerException refused) when (refused.Message.StartsWith("NOPERM", StringComparison.Ordinal))
        {
            return Own;
        }
    }
}
