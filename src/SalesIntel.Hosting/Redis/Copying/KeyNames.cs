using SalesIntel.Hosting.Copying;
using StackExchange.Redis;

namespace SalesIntel.Hosting.Redis;

/// <summary>Finds our keys in a Redis by their names.</summary>
internal sealed class KeyNames(RedisConnection connection, RedisKeys keys)
{
    private const int PageSize = 1000;

    // What is none of these, and a text with an end, is a shared value.
    private static readonly string[] Families =
    [
        "event:", "event_by_idem:", "idem:processed:", "lane:", "lease:", "lead:", "meeting:", "index:", "circuit:", "lock:", "queue:",
    ];

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
                    database => server.ExecuteAsync(database.Database, "SCAN", [from, "MATCH", $"{Literal(before)}*", "COUNT", PageSize]),
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

    /// <summary>Names of shared values, or of what another program has written as if it were one.</summary>
    public async Task<IReadOnlyList<string>> FindValuesAsync(CancellationToken cancellationToken) =>
    [
        .. (await FindAsync("", cancellationToken).ConfigureAwait(false))
            .Where(name => name != CopyMark.Key && !Families.Any(family => name.StartsWith(family, StringComparison.Ordinal))),
    ];

    private static Task<IServer[]> PrimariesAsync(IDatabase database) =>
        Task.FromResult(database.Multiplexer.GetServers().Where(server => server is { IsConnected: true, IsReplica: false }).ToArray());

    // A prefix is no pattern.
    private static string Literal(string text) => string.Concat(text.Select(c => c is '*' or '?' or '[' or ']' or '\\' or '^' ? $"\\{c}" : $"{c}"));
}
