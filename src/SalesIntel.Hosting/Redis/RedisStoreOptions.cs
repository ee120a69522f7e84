using SalesIntel.Hosting.Configuration;
using SalesIntel.Settings;

namespace SalesIntel.Hosting.Redis;

/// <summary>How the Redis store is reached and how long it keeps things.</summary>
public sealed class RedisStoreOptions
{
    private const int MostReplicas = 16;

    private static readonly SettingForm Folder = new(
        "the path of a folder", path => !string.IsNullOrWhiteSpace(path) && !path.Contains('\0', StringComparison.Ordinal));

    private static readonly SettingForm Address = new(
        $"{RedisUrl.Form}, special characters of user and password percent-encoded", RedisUrl.IsValid);

    /// <summary>The settings that fill these options.</summary>
    public static SettingsGroup<RedisStoreOptions> Settings { get; } = new SettingsGroup<RedisStoreOptions>()
        .Text("REDIS_URL", o => o.Url, (o, v) => o.Url = v,
            "`redis://[user:password@]host:port/db`, `rediss://` for TLS; several hosts (of a cluster, or a primary and its replicas) with commas; "
            + "`redis-sentinel://host:port,host:port/service/db` for Sentinel", Address, isSecret: true)
        .Text("REDIS_KEY_PREFIX", o => o.KeyPrefix, (o, v) => o.KeyPrefix = v,
            "put in front of every key; `{si}:` puts them all in one cluster slot, which a cluster needs")
        .Number("REDIS_WAIT_REPLICAS", o => o.WaitReplicas, (o, v) => o.WaitReplicas = v, 0, MostReplicas,
            "a webhook is answered with 200 when so many replicas have it, else with 503")
        .Text(null, o => o.MemoryFolder, (o, v) => o.MemoryFolder = v, form: Folder)
        .Lives(o => o.EventLife, (o, v) => o.EventLife = v, o => o.IdempotencyLife, (o, v) => o.IdempotencyLife = v)
        .Require(o => o.IsUsed ? "for the Redis store" : null, "REDIS_URL");

    /// <summary><c>redis://[user:password@]host[:port][,host[:port]...][/db]</c> for one server, nodes of a cluster, or a primary and its
    /// replicas; <c>redis-sentinel://[user:password@]host[:port][,...]/service[/db]</c> for the primary that Sentinel names. With
    /// <c>rediss</c> instead of <c>redis</c> over TLS. User and password are Redis's; Sentinel's own go behind it, as
    /// <c>?sentinel_user=...&amp;sentinel_password=...</c>. Required; environment <c>REDIS_URL</c>.</summary>
    /// <value>Default: empty.</value>
    public string Url { get; set; } = "";

    /// <summary>Put in front of every key and of the channel; <c>{si}:</c> puts all keys into one cluster slot, without which a
    /// cluster is refused. Environment
    /// <c>REDIS_KEY_PREFIX</c>.</summary>
    /// <value>Default: empty.</value>
    public string KeyPrefix { get; set; } = "";

    /// <summary>How many replicas must have an event before its webhook is answered with 200; the sender gets 503 when they do not within a
    /// second, and repeats it. Without it, a failover can lose what the replicas did not have yet. For each replica to be safe to promote,
    /// name them all; with fewer, Sentinel chooses the one that has most. Environment <c>REDIS_WAIT_REPLICAS</c>.</summary>
    /// <value>Default: 0. From 0 to 16.</value>
    public int WaitReplicas { get; set; }

    /// <summary>The folder in which this host remembers which data the store had, so that a start notices that they are gone. While it runs,
    /// it notices without.</summary>
    /// <value>Default: empty, nothing is remembered.</value>
    public string MemoryFolder { get; set; } = "";

    /// <summary>How long an event is kept after it has ended. Environment <c>EVENT_TTL_SECONDS</c>.</summary>
    /// <value>Default: 30 days.</value>
    public TimeSpan EventLife { get; set; } = TimeSpan.FromDays(30);

    /// <summary>How long idempotency keys, leads and assignments of meetings are kept. Environment
    /// <c>IDEMPOTENCY_TTL_SECONDS</c>.</summary>
    /// <value>Default: 90 days.</value>
    public TimeSpan IdempotencyLife { get; set; } = TimeSpan.FromDays(90);

    /// <summary>Due times and leases go by the server's clock, so that hosts need not agree about theirs. False only where a test
    /// plays the clock.</summary>
    /// <value>Default: true.</value>
    internal bool FollowsServerTime { get; set; } = true;

    /// <summary>False where a host declares these settings and has another store.</summary>
    internal bool IsUsed { get; set; }
}
