namespace SalesIntel.Hosting.Redis;

/// <summary>Tokens with which lanes and locks are held.</summary>
internal static class RedisLane
{
    private static readonly TimeSpan ShortestLife = TimeSpan.FromMinutes(10);

    public static string NewToken() => Guid.NewGuid().ToString("N");

    /// <summary>The time to live of a lease's token: the lane's score ends the lease; this only leaves no orphan behind.</summary>
    public static TimeSpan TokenLife(TimeSpan lease) => lease * 4 > ShortestLife ? lease * 4 : ShortestLife;
}
