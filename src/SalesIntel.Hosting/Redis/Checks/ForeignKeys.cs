using StackExchange.Redis;

namespace SalesIntel.Hosting.Redis;

/// <summary>Finds values at our keys that are none of ours: another program uses the same Redis and the same names.</summary>
internal sealed class ForeignKeys(RedisKeys keys)
{
    // Of a big keyspace a sample must do: whoever uses the same names seldom does so once.
    private const int Rounds = 20;
    private const int KeysPerRound = 500;

    /// <summary>The first key with a fixed name that holds something else, in words; null when none does.</summary>
    public async Task<string?> FindFixedAsync(IDatabase database)
    {
        var types = await Task.WhenAll(keys.Fixed.Select(one => database.KeyTypeAsync(one.Key))).ConfigureAwait(false);
        return keys.Fixed.Zip(types)
            .Where(pair => IsForeign(pair.Second, pair.First.Type))
            .Select(pair => $"holds a foreign value at the key {pair.First.Key} ({Word(pair.Second)} instead of {Word(pair.First.Type)}). "
                + RedisFailure.ForeignAdvice)
            .FirstOrDefault();
    }

    /// <summary>What was seen at keys whose names begin like ours, in words; null when nothing foreign was seen.</summary>
    public async Task<string?> FindSampledAsync(IServer server, int database)
    {
        Dictionary<(string Start, RedisType Type, RedisType Expected), int> found = [];
        var cursor = "0";
        for (var round = 0; round < Rounds; round++)
        {
            var page = (RedisResult[]?)await server.ExecuteAsync(
                database, "SCAN", [cursor, "MATCH", RedisKeys.Literal(keys.Prefix) + "*", "COUNT", KeysPerRound]).ConfigureAwait(false) ?? [];
            cursor = page[0].ToString();
            await CountAsync(server, database, ((string?[]?)page[1] ?? []).OfType<string>(), found).ConfigureAwait(false);
            if (cursor == "0")
            {
                break;
            }
        }

        return found.Count == 0 ? null : string.Create(CultureInfo.InvariantCulture,
            $"Redis holds foreign values at names of this service: {string.Join(", ", found.OrderBy(one => one.Key.Start, StringComparer.Ordinal).Select(Describe))}. {RedisFailure.ForeignAdvice}.");
    }

    private async Task CountAsync(
        IServer server, int database, IEnumerable<string> page, Dictionary<(string Start, RedisType Type, RedisType Expected), int> found)
    {
        var named = page
            .Select(key => (Key: key, Family: keys.Families.FirstOrDefault(family => key.StartsWith(family.Start, StringComparison.Ordinal))))
            .Where(one => one.Family.Start is not null)
            .ToList();
        var types = await Task.WhenAll(named.Select(one => server.ExecuteAsync(database, "TYPE", [(RedisKey)one.Key]))).ConfigureAwait(false);
        foreach (var (one, answer) in named.Zip(types))
        {
            var type = Read(answer.ToString());
            if (IsForeign(type, one.Family.Type))
            {
                var kind = (one.Family.Start, type, one.Family.Type);
                found[kind] = found.GetValueOrDefault(kind) + 1;
            }
        }
    }

    private static string Describe(KeyValuePair<(string Start, RedisType Type, RedisType Expected), int> one) => string.Create(
        CultureInfo.InvariantCulture,
        $"{one.Value} key{(one.Value == 1 ? "" : "s")} {one.Key.Start}... ({Word(one.Key.Type)} instead of {Word(one.Key.Expected)})");

    private static bool IsForeign(RedisType found, RedisType expected) => found != RedisType.None && found != expected;

    private static RedisType Read(string word) => word switch
    {
        "none" => RedisType.None,
        "string" => RedisType.String,
        "list" => RedisType.List,
        "set" => RedisType.Set,
        "zset" => RedisType.SortedSet,
        "hash" => RedisType.Hash,
        "stream" => RedisType.Stream,
        _ => RedisType.Unknown,
    };

    private static string Word(RedisType type) => type == RedisType.SortedSet ? "sorted set" : type.ToString().ToLowerInvariant();
}
