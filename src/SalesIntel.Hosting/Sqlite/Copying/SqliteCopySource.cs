using System.Runtime.CompilerServices;
using SalesIntel.Hosting.Copying;
using SalesIntel.Leads;

namespace SalesIntel.Hosting.Sqlite;

/// <summary>Gives away what a database keeps, page by page in the order of keys.</summary>
internal sealed class SqliteCopySource(SqliteReaders readers, StoreClock clock) : ICopySource
{
    private const int PageSize = 500;

    public IAsyncEnumerable<StoreRecord> ReadAsync(RecordKind kind, Action<string> unreadable, CancellationToken cancellationToken) => kind switch
    {
        RecordKind.SharedValue => PagesAsync(
            "SELECT key, value, expires_at FROM shared_value WHERE key > ?1 AND key <> ?4 AND expires_at > ?2 ORDER BY key LIMIT ?3",
            (ref readonly SqliteRows rows, DateTimeOffset now) =>
                new SharedValueRecord(rows.Text(0), rows.Text(1)) { Life = rows.Time(2) - now },
            last => [((SharedValueRecord)last).Key],
            cancellationToken,
            CopyMark.Key),
        RecordKind.Circuit => PagesAsync(
            "SELECT provider, since, until, reason, expires_at FROM circuit WHERE provider > ?1 AND expires_at > ?2 ORDER BY provider LIMIT ?3",
            (ref readonly SqliteRows rows, DateTimeOffset now) => new CircuitRecord(
                rows.Text(0), new OpenCircuit(clock.ToHost(rows.Time(1)), clock.ToHost(rows.Time(2)), rows.Text(3)))
            {
                Life = rows.Time(4) - now,
            },
            last => [last.Identity],
            cancellationToken),
        RecordKind.Meeting => PagesAsync(
            "SELECT session, email, expires_at FROM meeting WHERE session > ?1 AND expires_at > ?2 ORDER BY session LIMIT ?3",
            (ref readonly SqliteRows rows, DateTimeOffset now) =>
                new MeetingRecord(rows.Text(0), rows.Text(1)) { Life = rows.Time(2) - now },
            last => [last.Identity],
            cancellationToken),
        RecordKind.BookedLead => HoursAsync(kind, "booked_lead", "lead", cancellationToken),
        RecordKind.AwaitingEvent => HoursAsync(kind, "awaiting_event", "event_id", cancellationToken),
        RecordKind.Lead => LeadsAsync(cancellationToken),
        RecordKind.IdempotencyKey => PagesAsync(
            "SELECT key, revision, event_id, expires_at, NOT EXISTS (SELECT 1 FROM idempotency AS other WHERE other.key = idempotency.key "
            + "AND other.expires_at > ?2 AND other.accepted_at < idempotency.accepted_at) "
            + "FROM idempotency WHERE (key, revision) > (?1, ?4) AND expires_at > ?2 ORDER BY key, revision LIMIT ?3",
            (ref readonly SqliteRows rows, DateTimeOffset now) =>
                new IdempotencyRecord(rows.Text(0), rows.Text(1), rows.Text(2), rows.Number(4) != 0) { Life = rows.Time(3) - now },
            last => [((IdempotencyRecord)last).Key, ((IdempotencyRecord)last).Revision],
            cancellationToken,
            ""),
        RecordKind.Event => EventsAsync(unreadable, cancellationToken),
        _ => PagesAsync(
            "SELECT name, due_at FROM lane WHERE name > ?1 AND ?2 AND due_at IS NOT NULL ORDER BY name LIMIT ?3",
            (ref readonly SqliteRows rows, DateTimeOffset _) => new LaneRecord(new Lane(rows.Text(0)), clock.ToHost(rows.Time(1))),
            last => [last.Identity],
            cancellationToken),
    };

    private IAsyncEnumerable<StoreRecord> HoursAsync(RecordKind kind, string table, string column, CancellationToken cancellationToken) =>
        PagesAsync(
            $"SELECT hour, {column}, expires_at FROM {table} WHERE (hour, {column}) > (?1, ?4) AND expires_at > ?2 "
            + $"ORDER BY hour, {column} LIMIT ?3",
            (ref readonly SqliteRows rows, DateTimeOffset now) => new HourRecord(kind, rows.Text(0), rows.Text(1)) { Life = rows.Time(2) - now },
            last => [((HourRecord)last).Hour, ((HourRecord)last).Entry],
            cancellationToken,
            "");

    // ?1 is the first part of the key of the last record, ?2 the time, ?3 the page's size, ?4 the second part of the key.
    private async IAsyncEnumerable<StoreRecord> PagesAsync(
        string sql,
        ReadRow read,
        Func<StoreRecord, string[]> keyOf,
        [EnumeratorCancellation] CancellationToken cancellationToken,
        string? second = null)
    {
        string[] key = second is null ? [""] : ["", second];
        while (true)
        {
            var (first, next) = (key[0], key.Length > 1 ? key[1] : second);
            var page = await readers.ReadAsync(session => Page(session, sql, read, first, next), cancellationToken).ConfigureAwait(false);
            foreach (var record in page)
            {
                yield return record;
            }

            if (page.Count < PageSize)
            {
                yield break;
            }

            key = keyOf(page[^1]);
        }
    }

    private List<StoreRecord> Page(SqliteSession session, string sql, ReadRow read, string first, string? second)
    {
        var now = clock.Now;
        SqliteValue[] values = second is null ? [first, now, PageSize] : [first, now, PageSize, second];
        List<StoreRecord> page = [];
        using var rows = session.Query(sql, values);
        while (rows.Read())
        {
            page.Add(read(in rows, now));
        }

        return page;
    }

    private async IAsyncEnumerable<StoreRecord> LeadsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var last = "";
        while (true)
        {
            var after = last;
            var page = await readers.ReadAsync(session => Leads(session, after), cancellationToken).ConfigureAwait(false);
            foreach (var lead in page)
            {
                yield return lead;
            }

            if (page.Count == 0)
            {
                yield break;
            }

            last = page[^1].Identity;
        }
    }

    private List<LeadEntry> Leads(SqliteSession session, string after)
    {
        var now = clock.Now;
        List<(LeadKey Key, TimeSpan Life)> found = [];
        using (var rows = session.Query(
            "SELECT key, expires_at FROM lead WHERE key > ? AND expires_at > ? ORDER BY key LIMIT ?", after, now, PageSize / 5))
        {
            while (rows.Read())
            {
                found.Add((new LeadKey(rows.Text(0)), rows.Time(1) - now));
            }
        }

        return [.. found.Select(lead => new LeadEntry(LeadRows.Read(session, lead.Key, now)) { Life = lead.Life })];
    }

    private async IAsyncEnumerable<StoreRecord> EventsAsync(
        Action<string> unreadable, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var last = DateTimeOffset.UnixEpoch;
        while (true)
        {
            var after = last;
            var page = await readers.ReadAsync(session => EventSizes(session, after), cancellationToken).ConfigureAwait(false);
            foreach (var chunk in Chunks.Of(page, one => one.Bytes))
            {
                var events = await readers.ReadAsync(session => Events(session, chunk, unreadable), cancellationToken).ConfigureAwait(false);
                foreach (var entry in events)
                {
                    yield return entry;
                }
            }

            if (page.Count < PageSize)
            {
                yield break;
            }

            last = page[^1].AcceptedAt;
        }
    }

    private List<(DateTimeOffset AcceptedAt, long Bytes)> EventSizes(SqliteSession session, DateTimeOffset after)
    {
        List<(DateTimeOffset AcceptedAt, long Bytes)> page = [];
        using var rows = session.Query(
            "SELECT created_at, coalesce((SELECT length(body) FROM payload WHERE event = created_at), 0) FROM event "
            + "WHERE created_at > ? AND (expires_at IS NULL OR expires_at > ?) ORDER BY created_at LIMIT ?",
            after,
            clock.Now,
            PageSize);
        while (rows.Read())
        {
            page.Add((rows.Time(0), rows.Number(1)));
        }

        return page;
    }

    private List<EventEntry> Events(
        SqliteSession session, IReadOnlyList<(DateTimeOffset AcceptedAt, long Bytes)> chunk, Action<string> unreadable)
    {
        var now = clock.Now;
        List<EventEntry> events = [];
        foreach (var (acceptedAt, _) in chunk)
        {
            var found = EventRows.Find(session, acceptedAt, now, out var problem);
            if (problem is not null)
            {
                unreadable($"Event {found?.EventId}: {problem}.");
            }
            else if (found is not null)
            {
                events.Add(Entry(session, found, now));
            }
        }

        return events;
    }

    private EventEntry Entry(SqliteSession session, WebhookEvent found, DateTimeOffset now)
    {
        using var rows = session.Query("SELECT expires_at, alert_pending_since FROM event WHERE created_at = ?", found.CreatedAt);
        rows.Read();
        var pending = rows.TimeOrNull(1);
        return new EventEntry(found, pending is { } since ? clock.ToHost(since) : null) { Life = rows.TimeOrNull(0) - now };
    }

    private delegate StoreRecord ReadRow(ref readonly SqliteRows rows, DateTimeOffset now);
}
