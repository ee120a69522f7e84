using SalesIntel.Storage.Contract;

namespace SalesIntel.Hosting.Sqlite;

/// <summary>Goes through the events that match a filter, from the newest on, page by page. Of the indexes that a filter can use, the one
/// with the fewest entries is gone through: SQLite itself would have to guess.</summary>
internal sealed class EventPages
{
    private const int PageSize = 100;

    // What is more frequent than this is as good as everything.
    private const int Frequent = 5_000;

    private readonly EventFilter filter;
    private readonly List<(string Index, string Sql, SqliteValue[] Values)> conditions = [];
    private DateTimeOffset? last;
    private string? from;

    public EventPages(EventFilter filter)
    {
        this.filter = filter;
        last = filter.Until;
        Add("event_by_lead", "lead = ?", filter.Lead?.Value);
        if (filter.ErrorClass is { Length: > 0 } prefix)
        {
            conditions.Add(("event_by_error", "error_class >= ? AND error_class < ?", [prefix, prefix + char.ConvertFromUtf32(0x10FFFF)]));
        }

        Add("event_by_status", "status = ?", filter.Status is { } status ? StoreWords.Of(status) : null);
        Add("event_by_type", "event_type = ?", filter.EventType);
        Add("event_by_source", "source = ?", filter.Source);
    }

    /// <summary>The next page; empty at the end.</summary>
    public IReadOnlyList<WebhookEvent> Next(SqliteSession session, DateTimeOffset now, int most)
    {
        from ??= ChooseIndex(session);
        var (sql, values) = Where([.. conditions.Select(condition => (condition.Sql, condition.Values))]);
        List<DateTimeOffset> found = [];
        using (var rows = session.Query(
            $"SELECT created_at FROM {from} WHERE {sql} AND (expires_at IS NULL OR expires_at > ?) ORDER BY created_at DESC LIMIT ?",
            [.. values, now, Math.Min(most, PageSize)]))
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
            conditions.Add((index, sql, [value]));
        }
    }

    private string ChooseIndex(SqliteSession session)
    {
        var rarest = conditions.Select(condition => (condition.Index, Count: Count(session, condition))).OrderBy(one => one.Count)
            .FirstOrDefault();
        return rarest.Index is { } index ? $"event INDEXED BY {index}" : "event";
    }

    private long Count(SqliteSession session, (string Index, string Sql, SqliteValue[] Values) condition)
    {
        var (sql, values) = Where([(condition.Sql, condition.Values)]);
        return session.Number(
            $"SELECT count(*) FROM (SELECT 1 FROM event INDEXED BY {condition.Index} WHERE {sql} LIMIT {Frequent})", values);
    }

    private (string Sql, SqliteValue[] Values) Where(IEnumerable<(string Sql, SqliteValue[] Values)> parts)
    {
        List<(string Sql, SqliteValue[] Values)> all = [.. parts, ("created_at >= ?", [filter.Since ?? DateTimeOffset.UnixEpoch])];
        if (last is { } before)
        {
            all.Add(("created_at < ?", [before]));
        }

        return (string.Join(" AND ", all.Select(part => part.Sql)), [.. all.SelectMany(part => part.Values)]);
    }
}
