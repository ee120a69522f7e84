using SalesIntel.Storage.Contract;

namespace SalesIntel.Hosting.Sqlite;

/// <summary>Goes through the events that match a filter, from the newest on, page by page. Of the indexes that a filter can use, the one
/// with the fewest entries is gone through: SQLite itself would have to guess.</summary>
internal sealed class EventPages
{
    private const int PageSize = 100;

    // What is more frequent than this is as good as everything.
    private const int Frequent = 5_000;

    // Those of its index, and those that stand in its lane.
    private const string OfLead =
        "(SELECT * FROM event INDEXED BY event_by_lead WHERE lead = ? AND (expires_at IS NOT NULL OR lane IS NOT 'lead:' || lead) "
        + "UNION ALL SELECT event.* FROM lane JOIN event ON created_at = lane.event "
        + "WHERE name = ? AND event.lane = name AND lead = ? AND event.expires_at IS NULL)";

    private readonly EventFilter filter;
    private readonly List<Condition> conditions = [];
    private DateTimeOffset? last;
    private Condition? rarest;

    public EventPages(EventFilter filter)
    {
        this.filter = filter;
        last = filter.Until;
        if (filter.Lead is { } lead)
        {
            conditions.Add(new Condition("lead = ?", [lead.Value], OfLead, [lead.Value, Lane.Lead(lead).Value, lead.Value]));
        }

        if (filter.ErrorClass is { Length: > 0 } prefix)
        {
            conditions.Add(new Condition(
                "error_class >= ? AND error_class < ?",
                [prefix, prefix + char.ConvertFromUtf32(0x10FFFF)],
                "event INDEXED BY event_by_error",
                []));
        }

        Add("event_by_status", "status = ?", filter.Status is { } status ? StoreWords.Of(status) : null);
        Add("event_by_type", "event_type = ?", filter.EventType);
        Add("event_by_source", "source = ?", filter.Source);
    }

    /// <summary>The next page; empty at the end.</summary>
    public IReadOnlyList<WebhookEvent> Next(SqliteSession session, DateTimeOffset now, int most)
    {
        rarest ??= FindRarest(session);
        var (sql, values) = Where(conditions);
        List<DateTimeOffset> found = [];
        using (var rows = session.Query(
            $"SELECT created_at FROM {rarest.Source} WHERE {sql} AND (expires_at IS NULL OR expires_at > ?) "
            + "ORDER BY created_at DESC LIMIT ?",
            [.. rarest.SourceValues, .. values, now, Math.Min(most, PageSize)]))
        {
            while (rows.Read())
            {
                found.Add(rows.Time(0));
            }
        }

        last = found.Count > 0 ? found[^1] : last;
        return [.. found.Select(at => EventRows.Find(session, at, now, out _)).OfType<WebhookEvent>()];
    }

    private void Add(string index, string sql, string? value)
    {
        if (value is not null)
        {
            conditions.Add(new Condition(sql, [value], $"event INDEXED BY {index}", []));
        }
    }

    private Condition FindRarest(SqliteSession session) =>
        conditions.MinBy(condition => Count(session, condition)) ?? new Condition("", [], "event", []);

    private long Count(SqliteSession session, Condition condition)
    {
        var (sql, values) = Where([condition]);
        return session.Number(
            $"SELECT count(*) FROM (SELECT 1 FROM {condition.Source} WHERE {sql} LIMIT {Frequent})",
            [.. condition.SourceValues, .. values]);
    }

    private (string Sql, SqliteValue[] Values) Where(IEnumerable<Condition> parts)
    {
        List<(string Sql, SqliteValue[] Values)> all =
            [.. parts.Select(part => (part.Sql, part.Values)), ("created_at >= ?", [filter.Since ?? DateTimeOffset.UnixEpoch])];
        if (last is { } before)
        {
            all.Add(("created_at < ?", [before]));
        }

        return (string.Join(" AND ", all.Select(part => part.Sql)), [.. all.SelectMany(part => part.Values)]);
    }

    // Source gives the events that meet it and perhaps others.
    private sealed record Condition(string Sql, SqliteValue[] Values, string Source, SqliteValue[] SourceValues);
}
