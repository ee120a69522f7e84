using System.Runtime.CompilerServices;
using SalesIntel.Leads;
using SQLitePCL;

namespace SalesIntel.Hosting.Sqlite;

/// <summary>Finding events, and what is kept about leads.</summary>
internal sealed class SqliteEvents(SqliteReaders readers, StoreClock clock)
{
    public Task<WebhookEvent?> GetAsync(string eventId, CancellationToken cancellationToken) =>
        readers.ReadAsync(session => EventRows.Find(session, eventId, clock.Now), cancellationToken);

    public Task<string?> FindEventIdAsync(string idempotencyKey, CancellationToken cancellationToken) =>
        readers.ReadAsync(session => FindEventId(session, idempotencyKey), cancellationToken);

    public Task<LeadRecord> GetLeadAsync(LeadKey lead, CancellationToken cancellationToken) =>
        readers.ReadAsync(session => LeadRows.Read(session, lead, clock.Now), cancellationToken);

    public Task<string?> GetMeetingLeadAsync(string sessionId, CancellationToken cancellationToken) =>
        readers.ReadAsync(session => LeadRows.ReadMeeting(session, sessionId, clock.Now), cancellationToken, isOneStatement: true);

    public async IAsyncEnumerable<WebhookEvent> ListAsync(EventFilter filter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var pages = new EventPages(filter);
        for (var left = filter.Limit; left > 0;)
        {
            var most = left;
            var page = await readers.ReadAsync(session => pages.Next(session, clock.Now, most), cancellationToken).ConfigureAwait(false);
            if (page.Count == 0)
            {
                yield break;
            }

            left -= page.Count;
            foreach (var found in page)
            {
                yield return found;
            }
        }
    }

    public Task<StoreStatus> GetStatusAsync(CancellationToken cancellationToken) => readers.ReadAsync(ReadStatus, cancellationToken);

    // The key alone names its first event. With a revision behind it: where the key ends can't be seen, for both may hold colons.
    private string? FindEventId(SqliteSession session, string text)
    {
        var now = clock.Now;
        var found = session.Text(
            "SELECT event_id FROM idempotency WHERE key = ? AND expires_at > ? ORDER BY accepted_at LIMIT 1", text, now);
        for (var colon = text.LastIndexOf(':'); found is null && colon > 0; colon = text.LastIndexOf(':', colon - 1))
        {
            found = session.Text(
                "SELECT event_id FROM idempotency WHERE key = ? AND revision = ? AND expires_at > ?",
                text[..colon],
                text[(colon + 1)..],
                now);
        }

        return found;
    }

    private StoreStatus ReadStatus(SqliteSession session)
    {
        var now = clock.Now;
        var lanes = session.Number("SELECT count(*) FROM lane WHERE due_at IS NOT NULL");
        var dead = session.Number("SELECT count(*) FROM event INDEXED BY event_failed WHERE status = 'failed' AND expires_at > ?", now);
        var version = $"SQLite {raw.sqlite3_libversion().utf8_to_string()}";
        using var first = session.Query("SELECT due_at FROM lane WHERE due_at IS NOT NULL ORDER BY due_at LIMIT 1");
        DateTimeOffset? oldest = first.Read() && first.Time(0) is var due && due <= now ? clock.ToHost(due) : null;
        return new StoreStatus("sqlite", version, lanes, dead, oldest);
    }
}
