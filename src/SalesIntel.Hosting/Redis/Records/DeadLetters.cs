using StackExchange.Redis;

namespace SalesIntel.Hosting.Redis;

/// <summary>The list of events that need a person, and of those among them whose alert is pending. What is on a list ends with its
/// event; a list ends with its last.</summary>
internal static class DeadLetters
{
    public static void Add(ITransaction transaction, RedisKeys keys, string eventId, DateTimeOffset now, TimeSpan life)
    {
        Add(transaction, keys.Dead, eventId, now, life);
        Add(transaction, keys.PendingAlerts, eventId, now, life);
    }

    public static void Remove(ITransaction transaction, RedisKeys keys, string eventId)
    {
        _ = transaction.SortedSetRemoveAsync(keys.Dead, eventId);
        _ = transaction.SortedSetRemoveAsync(keys.PendingAlerts, eventId);
    }

    private static void Add(ITransaction transaction, RedisKey list, string eventId, DateTimeOffset now, TimeSpan life)
    {
        _ = transaction.SortedSetAddAsync(list, eventId, now.ToUnixTimeMilliseconds(), When.NotExists);
        _ = transaction.SortedSetRemoveRangeByScoreAsync(list, double.NegativeInfinity, (now - life).ToUnixTimeMilliseconds());
        _ = transaction.KeyExpireAsync(list, life);
    }
}
