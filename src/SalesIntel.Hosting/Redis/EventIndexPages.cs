using SalesIntel.Storage;
using StackExchange.Redis;

namespace SalesIntel.Hosting.Redis;

/// <summary>Walks the index of events from the newest on, page by page, without reading payloads of what does not match.</summary>
internal sealed class EventIndexPages(RedisKeys keys, EventFilter filter)
{
    private const int PageSize = 100;

    private static readonly RedisValue[] Fields =
        [EventHash.Status, EventHash.Source, EventHash.EventType, EventHash.ErrorClass, EventHash.LeadName];

    private readonly HashSet<RedisValue> seenAtLast = [];
    private double last = filter.Until is { } until ? AcceptanceClock.ToMicroseconds(until) - 1 : double.PositiveInfinity;

    /// <summary>The next page's ids that match; null at the end.</summary>
    public async Task<IReadOnlyList<string>?> NextAsync(IDatabase database)
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
        var read = page.Select(entry => database.HashGetAsync(keys.Event(entry.Element.ToString()), Fields)).ToArray();
        var fields = await Task.WhenAll(read).ConfigureAwait(false);
        return [.. page.Zip(fields).Where(pair => Matches(pair.Second)).Select(pair => pair.First.Element.ToString())];
    }

    private bool Matches(RedisValue[] fields) =>
        (filter.Status is null || filter.Status == EventHash.ReadStatus(fields[0]))
        && (filter.Source is null || filter.Source == fields[1])
        && (filter.EventType is null || filter.EventType == fields[2])
        && (filter.ErrorClass is null || fields[3].ToString().StartsWith(filter.ErrorClass, StringComparison.Ordinal))
        && (filter.Lead is null || filter.Lead.Value.Value == fields[4]);
}
