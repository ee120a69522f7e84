using System.Runtime.CompilerServices;
using SalesIntel.Storage.Contract;
using SQLitePCL;

namespace SalesIntel.Hosting.Sqlite;

/// <summary>Finding, listing and requeueing events.</summary>
internal sealed class SqliteEvents(SqliteWriter writer, SqliteReaders readers, StoreClock clock, WakeSignal wake)
{
    public Task<WebhookEvent?> GetAsync(string eventId, CancellationToken cancellationToken) =>
        readers.ReadAsync(session => EventRows.Find(session, eventId, clock.Now), cancellationToken);

    public Task<string?> FindEventIdAsync(string idempotencyKey, CancellationToken cancellationToken) =>
        readers.ReadAsync(session => FindEventId(session, idempotencyKey), cancellationToken);

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

    public async Task<RequeueOutcome> RequeueAsync(string eventId, RequeueRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var outcome = await writer.WriteAsync(scope => Requeue(scope, eventId, request), cancellationToken).ConfigureAwait(false);
        if (outcome == RequeueOutcome.Requeued)
        {
            wake.Set();
        }

        return outcome;
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
                "SELECT event_id FROM idempotency WHERE key = ? AND revision = ? AND expires_at > ?", text[..colon], text[(colon + 1)..], now);
        }

        return found;
    }

    private static RequeueOutcome Requeue(WriteScope scope, string eventId, RequeueRequest request)
    {
        if (EventRows.Find(scope.Session, eventId, scope.Now) is not { } found)
        {
            return RequeueOutcome.NotFound;
        }

        if (found.Status is EventStatus.Queued or EventStatus.Processing)
        {
            return RequeueOutcome.StillRunning;
        }

        scope.Session.Execute(
            "UPDATE event SET status = ?2, attempts = 0, stage = ?3, lane = ?4, lead = ?5, updated_at = ?6, expires_at = NULL, "
            + "alert_pending_since = NULL WHERE created_at = ?1",
            found.CreatedAt,
            StoreWords.Of(EventStatus.Queued),
            StoreWords.Of(request.Stage),
            request.Lane.Value,
            request.Lead?.Value,
            scope.Now);
        foreach (var (effect, entry) in found.Ledger)
        {
            if (entry.State == LedgerState.DryRun)
            {
                scope.Session.Execute("DELETE FROM ledger WHERE event = ? AND effect = ?", found.CreatedAt, effect);
            }
        }

        SqliteLanes.Enter(scope, request.Lane);
        return RequeueOutcome.Requeued;
    }

    private StoreStatus ReadStatus(SqliteSession session)
    {
        var now = clock.Now;
        var lanes = session.Number("SELECT count(*) FROM lane");
        var dead = session.Number("SELECT count(*) FROM event INDEXED BY event_failed WHERE status = 'failed' AND expires_at > ?", now);
        var version = $"SQLite {raw.sqlite3_libversion().utf8_to_string()}";
        using var first = session.Query("SELECT due_at FROM lane ORDER BY due_at LIMIT 1");
        DateTimeOffset? oldest = first.Read() && first.Time(0) is var due && due <= now ? clock.ToHost(due) : null;
        return new StoreStatus("sqlite", version, lanes, dead, oldest);
    }
}
