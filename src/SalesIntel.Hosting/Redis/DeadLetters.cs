using StackExchange.Redis;

namespace SalesIntel.Hosting.Redis;

/// <summary>The list of events that need a person. What is on it ends with its event; the list ends with its last.</summary>
internal static class DeadLetters
{
    public static void Add(ITransaction transaction, RedisKeys keys, string eventId, DateTimeOffset now, TimeSpan life)
    {
        _ = transaction.SortedSetAddAsync(keys.Dead, eventId, now.ToUnixTimeMilliseconds(), When.NotExists);
        _ = transaction.SortedSetRemoveRangeByScoreAsync(keys.Dead, double.NegativeInfinity, (now - life).ToUnixTimeMilliseconds());
        _ = transaction.KeyExpireAsync(keys.Dead, life);
    }
}
