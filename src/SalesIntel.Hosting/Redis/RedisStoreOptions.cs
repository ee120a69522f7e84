using SalesIntel.Hosting.Configuration;
using SalesIntel.Settings;

namespace SalesIntel.Hosting.Redis;

/// <summary>How the Redis store is reached and how long it keeps things.</summary>
public sealed class RedisStoreOptions
{
    private static readonly SettingForm Address = new(
        "redis://[user:password@]host[:port][/db], or rediss:// for TLS, special characters of user and password percent-encoded",
        RedisUrl.IsValid);

    /// <summary>The settings that fill these options.</summary>
    public static SettingsGroup<RedisStoreOptions> Settings { get; } = new SettingsGroup<RedisStoreOptions>()
        .Text("REDIS_URL", o => o.Url, (o, v) => o.Url = v, "`redis://[user:password@]host:port/db`, `rediss://` for TLS", Address,
            isSecret: true)
        .Text("REDIS_KEY_PREFIX", o => o.KeyPrefix, (o, v) => o.KeyPrefix = v,
            "put in front of every key; `{si}:` puts them all in one cluster slot")
        .Lives(o => o.EventLife, (o, v) => o.EventLife = v, o => o.IdempotencyLife, (o, v) => o.IdempotencyLife = v)
        .Require(o => o.IsUsed ? "for the Redis store" : null, "REDIS_URL");

    /// <summary><c>redis://[user:password@]host[:port][/db]</c>, or <c>rediss://</c> for TLS. Required; environment
    /// <c>REDIS_URL</c>.</summary>
    /// <value>Default: empty.</value>
    public string Url { get; set; } = "";

    /// <summary>Put in front of every key and of the channel; <c>{si}:</c> puts all keys into one cluster slot. Environment
    /// <c>REDIS_KEY_PREFIX</c>.</summary>
    /// <value>Default: empty.</value>
    public string KeyPrefix { get; set; } = "";

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
