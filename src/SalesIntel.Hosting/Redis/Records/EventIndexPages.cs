using StackExchange.Redis;

namespace SalesIntel.Hosting.Redis;

/// <summary>Walks the index of events from the newest on, page by page, without reading payloads of what does not match. The index ends
/// by the time of acceptance, a dead letter by the time of its end: those that the index does not have any more are older than all
/// that it has, and come last.</summary>
internal sealed class EventIndexPages(RedisKeys keys, EventFilter filter)
{
    private const int PageSize = 100;

    private static readonly RedisValue[] Fields =
        [EventHash.Status, EventHash.Source, EventHash.EventType, EventHash.ErrorClass, EventHash.LeadName, EventHash.CreatedAt];

    private readonly HashSet<RedisValue> seenAtLast = [];
    private Queue<string>? late;
    private double last = filter.Until is { } until ? AcceptanceClock.ToMicroseconds(until) - 1 : double.PositiveInfinity;

    /// <summary>The next page's ids that match; null at the end.</summary>
    public async Task<IReadOnlyList<string>?> NextAsync(IDatabase database) =>
        late is null && await NextIndexedAsync(database).ConfigureAwait(false) is { } indexed
            ? indexed
            : await NextLateAsync(database).ConfigureAwait(false);

    private async Task<IReadOnlyList<string>?> NextIndexedAsync(IDatabase database)
    {
        var since = filter.Since is { } from ? AcceptanceClock.ToMicroseconds(from) : double.NegativeInfinity;

        // Pages go on at a score, not at a rank, because newer events push ranks down meanwhile.
        var page = await database.SortedSetRangeByScoreWithScoresAsync(
            keys.Index, since, last, Exclude.None, Order.Descending, seenAtLast.Count, PageSize).ConfigureAwait(false);
        if (page.Length == 0)
        {
            return null;
        }

        if (page[^1].Score != last)
        {
            last = page[^1].Score;
            seenAtLast.Clear();
        }

        seenAtLast.UnionWith(page.Where(entry => entry.Score == last).Select(entry => entry.Element));
        var matching = await MatchingAsync(database, [.. page.Select(entry => entry.Element)]).ConfigureAwait(false);
        return [.. matching.Select(found => found.Id)];
    }

    private async Task<IReadOnlyList<string>?> NextLateAsync(IDatabase database)
    {
        late ??= new Queue<string>(await FindLateAsync(database).ConfigureAwait(false));
        List<string> page = [];
        while (page.Count < PageSize && late.TryDequeue(out var id))
        {
            page.Add(id);
        }

        return page.Count == 0 ? null : page;
    }

    private async Task<IEnumerable<string>> FindLateAsync(IDatabase database)
    {
        if (filter.Status is not null and not EventStatus.Failed)
        {
            return [];
        }

        List<(string Id, string CreatedAt)> found = [];
        foreach (var page in (await database.SortedSetRangeByRankAsync(keys.Dead).ConfigureAwait(false)).Chunk(PageSize))
        {
            var scores = await Task.WhenAll(page.Select(id => database.SortedSetScoreAsync(keys.Index, id))).ConfigureAwait(false);
            RedisValue[] missing = [.. page.Zip(scores).Where(pair => pair.Second is null).Select(pair => pair.First)];
            found.AddRange(await MatchingAsync(database, missing).ConfigureAwait(false));
        }

        // The times are written so that their order is that of the texts.
        var since = filter.Since is { } from ? EventHash.Time(from).ToString() : "";
        var until = filter.Until is { } to ? EventHash.Time(to).ToString() : null;
        return found
            .Where(one => string.CompareOrdinal(one.CreatedAt, since) >= 0 && (until is null || string.CompareOrdinal(one.CreatedAt, until) < 0))
            .OrderByDescending(one => one.CreatedAt, StringComparer.Ordinal)
            .ThenByDescending(one => one.Id, StringComparer.Ordinal)
            .Select(one => one.Id);
    }

    private async Task<IEnumerable<(string Id, string CreatedAt)>> MatchingAsync(IDatabase database, RedisValue[] ids)
    {
        var fields = await Task.WhenAll(ids.Select(id => database.HashGetAsync(keys.Event(id.ToString()), Fields))).ConfigureAwait(false);
        return ids.Zip(fields).Where(pair => Matches(pair.Second)).Select(pair => (pair.First.ToString(), pair.Second[5].ToString()));
    }

    private bool Matches(RedisValue[] fields) =>
        (filter.Status is null || filter.Status == EventHash.ReadStatus(fields[0]))
        && (filter.Source is null || filter.Source == fields[1])
        && (filter.EventType is null || filter.EventType == fields[2])
        && (filter.ErrorClass is null || fields[3].ToString().StartsWith(filter.ErrorClass, StringComparison.Ordinal))
        && (filter.Lead is null || filter.Lead.Value.Value == fields[4]);
}
