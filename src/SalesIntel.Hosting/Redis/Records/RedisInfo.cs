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
        Find("valkey_version") is { } valkey ? $"Valkey {valkey}"
        : $"Redis {Find("redis_version") ?? "of unknown version"}";

    /// <summary>Asks the server. Where that is not allowed (a managed server, a restricted user) nothing is known.</summary>
    public static Task<RedisInfo> ReadAsync(IDatabase database, params object[] sections) => ReadAsync(database.ExecuteAsync("INFO", sections));

    /// <summary>Asks one server of several.</summary>
    public static Task<RedisInfo> ReadAsync(IServer server) => ReadAsync(server.ExecuteAsync("INFO"));

    private static async Task<RedisInfo> ReadAsync(Task<RedisResult> asked)
    {
        var info = new RedisInfo();
        try
        {
            info.Parse((await asked.ConfigureAwait(false)).ToString());
        }
        catch (RedisServerException refused) when (refused.Message.StartsWith("NOPERM", StringComparison.Ordinal)
            || refused.Message.StartsWith("ERR unknown command", StringComparison.OrdinalIgnoreCase))
        {
            info.Refused = true;
        }

        return info;
    }

    public bool Refused { get; private set; }

    public string? Find(string name) => values.GetValueOrDefault(name);

    public long? FindNumber(string name) => long.TryParse(Find(name), out var number) ? number : null;

    private void Parse(string answer)
    {
        foreach (var line in answer.Split('\n', StringSplitOptions.TrimEntries))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0)
            {
                values[line[..colon]] = line[(colon + 1)..];
            }
        }
    }
}
