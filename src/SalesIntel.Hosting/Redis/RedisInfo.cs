using StackExchange.Redis;

namespace SalesIntel.Hosting.Redis;

/// <summary>The answer to INFO, as names and values.</summary>
internal sealed class RedisInfo
{
    private readonly Dictionary<string, string> values = new(StringComparer.OrdinalIgnoreCase);

    private RedisInfo()
    {
    }

    public string Version =>
        Find("garnet_version") is { } garnet ? $"Garnet {garnet}"
        : Find("valkey_version") is { } valkey ? $"Valkey {valkey}"
        : $"Redis {Find("redis_version") ?? "of unknown version"}";

    public bool IsGarnet => Find("garnet_version") is not null;

    public static RedisInfo Parse(RedisResult answer)
    {
        var info = new RedisInfo();
        foreach (var line in answer.ToString().Split('\n', StringSplitOptions.TrimEntries))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0)
            {
                info.values[line[..colon]] = line[(colon + 1)..];
            }
        }

        return info;
    }

    public string? Find(string name) => values.GetValueOrDefault(name);

    public long? FindNumber(string name) => long.TryParse(Find(name), out var number) ? number : null;
}
