using SalesIntel.Hosting.Copying;
using StackExchange.Redis;

namespace SalesIntel.Hosting.Redis;

/// <summary>Finds our keys in a Redis by their names.</summary>
internal sealed class KeyNames(RedisConnection connection, RedisKeys keys)
{
    private const int PageSize = 1000;

    /// <summary>Names behind the prefix and a beginning, each once.</summary>
    public async Task<IReadOnlyList<string>> FindAsync(string beginning, CancellationToken cancellationToken)
    {
        var before = keys.Prefix + beginning;
        HashSet<string> names = new(StringComparer.Ordinal);
        foreach (var server in await connection.RunAsync(PrimariesAsync, cancellationToken).ConfigureAwait(false))
        {
            var cursor = "0";
            do
            {
                var from = cursor;
                var answer = await connection.RunAsync(
                    database => server.ExecuteAsync(database.Database, "SCAN", [from, "MATCH", $"{RedisKeys.Literal(before)}*", "COUNT", PageSize]),
                    cancellationToken).ConfigureAwait(false);
                cursor = answer[0].ToString();
                foreach (var key in (string?[]?)answer[1] ?? [])
                {
                    names.Add(key![before.Length..]);
                }
            }
            while (cursor != "0");
        }

        return [.. names.Order(StringComparer.Ordinal)];
    }

    /// <summary>Names of what may be a shared value: it has no name of ours.</summary>
    public async Task<IReadOnlyList<string>> FindValuesAsync(CancellationToken cancellationToken)
    {
        string[] starts = [.. keys.Families.Select(family => family.Start), keys.Beat("").ToString()];
        string[] others = [.. keys.Fixed.Select(one => one.Key.ToString()), keys.Value(CopyMark.Key).ToString()];
        return
        [
            .. (await FindAsync("", cancellationToken).ConfigureAwait(false)).Where(name =>
                keys.Prefix + name is var key && !others.Contains(key) && !starts.Any(start => key.StartsWith(start, StringComparison.Ordinal))),
        ];
    }

    private static Task<IServer[]> PrimariesAsync(IDatabase database) =>
        Task.FromResult(database.Multiplexer.GetServers().Where(server => server is { IsConnected: true, IsReplica: false }).ToArray());
}
