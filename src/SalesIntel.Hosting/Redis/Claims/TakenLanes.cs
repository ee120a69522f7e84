using StackExchange.Redis;

namespace SalesIntel.Hosting.Redis;

/// <summary>What the script for claims has answered.</summary>
/// <param name="Lanes">The lanes that are held now, and the first event of each; with what of it can't be read.</param>
/// <param name="Dropped">Events that stood in a lane without belonging there.</param>
/// <param name="SetAside">Lanes that wait because of a key that is not ours.</param>
/// <param name="MayBeMore">True when not all that is due was looked at.</param>
internal sealed record TakenLanes(
    IReadOnlyList<(Lane Lane, string Token, WebhookEvent Event, string? Problem)> Lanes,
    IReadOnlyList<(string EventId, Lane Lane, string Reason)> Dropped,
    IReadOnlyList<(Lane Lane, string Key)> SetAside,
    bool MayBeMore)
{
    public static TakenLanes Read(RedisResult answer) => new(
        [.. Rows(answer[0]).Select(Read)],
        [.. Rows(answer[1]).Select(row => (row[1].ToString(), new Lane(row[0].ToString()), row[2].ToString()))],
        [.. Rows(answer[2]).Select(row => (new Lane(row[0].ToString()), row[1].ToString()))],
        (int)answer[3] == 1);

    private static IEnumerable<RedisResult[]> Rows(RedisResult list) => ((RedisResult[]?)list ?? []).Select(row => (RedisResult[]?)row ?? []);

    private static (Lane Lane, string Token, WebhookEvent Event, string? Problem) Read(RedisResult[] row)
    {
        var flat = (RedisValue[]?)row[4] ?? [];
        HashEntry[] hash = [.. flat.Chunk(2).Select(pair => new HashEntry(pair[0], pair[1]))];
        var read = EventHash.Read(row[3].ToString(), hash, out var problem);
        if (problem is null && EventHash.ReadStatus((RedisValue)row[2]) is null)
        {
            problem = EventHash.Unreadable(EventHash.Status);
        }

        return (new Lane(row[0].ToString()), row[1].ToString(), read, problem);
    }
}
