using StackExchange.Redis;

namespace SalesIntel.Hosting.Redis;

/// <summary>A value that is there once something was stored.</summary>
/// <param name="Key">Where it is.</param>
/// <param name="Field">The field of a hash; null for a string.</param>
/// <param name="Value">The value.</param>
internal sealed record StoredProof(RedisKey Key, RedisValue Field, RedisValue Value);
