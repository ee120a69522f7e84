using SalesIntel.Storage.Contract;
using StackExchange.Redis;

namespace SalesIntel.Hosting.Redis;

/// <summary>The conditions and writes with which a lane changes hands.</summary>
internal static class RedisLane
{
    // A given-back lane keeps a new token for a while, so that a claimer that read the old one notices. When it is gone, the
    // conditions on the event itself still hold.
    private static readonly TimeSpan MarkerLife = TimeSpan.FromMinutes(10);

    public static string NewToken() => Guid.NewGuid().ToString("N");

    /// <summary>The time to live of a lease's token: the lane's score ends the lease; this only leaves no orphan behind.</summary>
    public static TimeSpan TokenLife(TimeSpan lease) => lease * 4 > MarkerLife ? lease * 4 : MarkerLife;

    public static Condition Unchanged(RedisKey key, RedisValue read) =>
        read.IsNull ? Condition.KeyNotExists(key) : Condition.StringEqual(key, read);

    public static Condition Unchanged(RedisKey key, RedisValue field, RedisValue read) =>
        read.IsNull ? Condition.HashNotExists(key, field) : Condition.HashEqual(key, field, read);

    public static void GiveBack(ITransaction transaction, RedisKeys keys, Lane lane, DateTimeOffset due)
    {
        _ = transaction.SortedSetAddAsync(keys.Due, lane.Value, due.ToUnixTimeMilliseconds());
        _ = transaction.StringSetAsync(keys.Lease(lane), "free:" + NewToken(), MarkerLife);
    }

    public static void Close(ITransaction transaction, RedisKeys keys, Lane lane)
    {
        _ = transaction.SortedSetRemoveAsync(keys.Due, lane.Value);
        _ = transaction.StringSetAsync(keys.Lease(lane), "free:" + NewToken(), MarkerLife);
    }
}
