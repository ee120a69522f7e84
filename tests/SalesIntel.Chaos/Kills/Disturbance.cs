namespace SalesIntel.Chaos.Kills;

/// <summary>What goes wrong besides the death of processes.</summary>
internal enum Disturbance
{
    /// <summary>For a fifth of the run the stand-ins cut connections, before or after they carried a request out.</summary>
    Drops,

    /// <summary>Zoho and Gemini answer 429 for ten seconds.</summary>
    RateLimits,

    /// <summary>The redis-server is killed and started again.</summary>
    RedisRestart,

    /// <summary>The redis-server is frozen for 20 seconds.</summary>
    RedisFreeze,
}
