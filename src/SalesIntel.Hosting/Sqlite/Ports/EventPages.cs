namespace SalesIntel.Hosting.Sqlite;

/// <summary>Goes through the events that match a filter, from the newest on, page by page. What is read for a page does not depend on how
/// many events there are: those of a lead are found by it, others by their kinds, in each of which they stand in order.</summary>
internal sealed class EventPages(EventFilter filter)
{
    private const int PageSize = 100;

    // Those of its index, and those that stand in its lane.
    private const string OfLead =
        "(SELECT * FROM event INDEXED BY event_by_lead WHERE lead = ? AND (expires_at IS NOT NULL OR lane IS NOT 'lead:' || lead) "
        + "UNION ALL SELECT event.* FROM lane JOIN event ON created_at = lane.event "
        + "WHERE name = ? AND event.lane = name AND lead = ? AND event.expires_at IS NULL)";

    private readonly EventKinds kinds = new(filter);
    private DateTimeOffset until = filter.Until ?? DateTimeOffset.MaxValue;

    /// <summary>The next page; empty at the end.</summary>
    public IReadOnlyList<WebhookEvent> Next(SqliteSession session, DateTimeOffset now, int most)
    {
        var found = Find(session, now, Math.Min(most, PageSize));
        until = found.Count > 0 ? found[^1] : until;
        return [.. found.Select(at => EventRows.Find(session, at, now, out _)).OfType<WebhookEvent>()];
    }

    private List<DateTimeOffset> Find(SqliteSession session, DateTimeOffset now, int most)
    {
        var since = filter.Since ?? DateTimeOffset.UnixEpoch;
        var asked = kinds.Asked;
        if (filter.Lead is { } lead)
        {
            return Find(session, OfLead, [lead.Value, Lane.Lead(lead).Value, lead.Value], asked, since, now, most);
        }

        if (asked.Values.Count == 0)
        {
            return Find(session, "event", [], asked, since, now, most);
        }

        // The newest of all are among the newest of each; once there are enough, what is older than they are is not read.
        List<DateTimeOffset> newest = [];
        foreach (var kind in kinds.Find(session))
        {
            newest.AddRange(Find(session, $"event INDEXED BY {EventKinds.Index}", [], kind, since, now, most));
            if (newest.Count >= most)
            {
                newest.Sort((one, other) => other.CompareTo(one));
                newest.RemoveRange(most, newest.Count - most);
                since = newest[^1];
            }
        }

        newest.Sort((one, other) => other.CompareTo(one));
        return newest;
    }

    private List<DateTimeOffset> Find(
        SqliteSession session, string source, SqliteValue[] ofSource, EventKind kind, DateTimeOffset since, DateTimeOffset now, int most)
    {
        var asked = kind.With("created_at >= ?", since).With("created_at < ?", until);
        using var rows = session.Query(
            $"SELECT created_at FROM {source} WHERE {asked.Sql} AND (expires_at IS NULL OR expires_at > ?) ORDER BY created_at DESC LIMIT ?",
            [.. ofSource, .. asked.Values, now, most]);
        List<DateTimeOffset> found = [];
        while (rows.Read())
        {
            found.Add(rows.Time(0));
        }

        return found;
    }
}
