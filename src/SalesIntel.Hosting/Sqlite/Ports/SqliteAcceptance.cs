namespace SalesIntel.Hosting.Sqlite;

/// <summary>Accepting events.</summary>
internal sealed class SqliteAcceptance(SqliteWriter writer, SqliteLives lives, WakeSignal wake)
{
    public async Task<AcceptReceipt> AcceptAsync(NewEvent accepted, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(accepted);
        accepted.ThrowIfIncomplete();
        var id = accepted.EventId;

        // A sender waits, and those who send at the same time come while the transaction before is written.
        var isNew = await writer.WriteAsync(scope => Accept(scope, accepted, id), cancellationToken, isUrgent: true).ConfigureAwait(false);
        if (isNew)
        {
            wake.Set();
        }

        return new AcceptReceipt(id, IsDuplicate: !isNew);
    }

    private bool Accept(WriteScope scope, NewEvent accepted, string id)
    {
        var at = scope.NextAcceptance();
        if (!TryTakeKey(scope, accepted, id, at) || !(TryStore(scope, accepted, id, at) || TryReplace(scope, accepted, id, at)))
        {
            return false;
        }

        scope.Session.Execute("INSERT INTO payload (event, body) VALUES (?, ?)", at, accepted.Payload);
        if (accepted is { Status: EventStatus.Queued, Lane: { } lane })
        {
            SqliteLanes.Enter(scope, lane, at);
        }

        return true;
    }

    // A key that has ended but is still there may be taken again.
    private bool TryTakeKey(WriteScope scope, NewEvent accepted, string id, DateTimeOffset at) =>
        scope.Session.Execute(
            "INSERT INTO idempotency (key, revision, event_id, accepted_at, expires_at) VALUES (?1, ?2, ?3, ?4, ?5) "
            + "ON CONFLICT (key, revision) DO UPDATE SET event_id = ?3, accepted_at = ?4, expires_at = ?5 WHERE expires_at <= ?6",
            accepted.IdempotencyKey,
            accepted.Revision,
            id,
            at,
            at + lives.Idempotency,
            scope.Now) == 1;

    // An event may be kept for longer than its key: one that waits is not accepted a second time, one that has ended but is still there is.
    private bool TryReplace(WriteScope scope, NewEvent accepted, string id, DateTimeOffset at) =>
        scope.Session.Execute("DELETE FROM event WHERE id = ? AND expires_at <= ?", id, scope.Now) == 1
        && TryStore(scope, accepted, id, at);

    private bool TryStore(WriteScope scope, NewEvent accepted, string id, DateTimeOffset at)
    {
        var isQueued = accepted.Status == EventStatus.Queued;
        return scope.Session.Execute(
            "INSERT INTO event (created_at, id, source, event_type, external_id, idempotency_key, revision, status, stage, lane, lead, "
            + "last_error, error_class, updated_at, expires_at, alert_pending_since, verified) "
            + "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?1, ?14, ?15, ?16) ON CONFLICT (id) DO NOTHING",
            at,
            id,
            accepted.Source,
            accepted.EventType,
            accepted.ExternalId,
            accepted.IdempotencyKey,
            accepted.Revision,
            StoreWords.Of(accepted.Status),
            StoreWords.Of(accepted.Stage),
            isQueued ? accepted.Lane?.Value : null,
            accepted.Lead?.Value,
            accepted.Reason ?? "",
            string.IsNullOrEmpty(accepted.ErrorClass) ? null : accepted.ErrorClass,
            isQueued ? default(SqliteValue) : at + lives.Event,
            accepted.Status == EventStatus.Failed ? at : default(SqliteValue),
            accepted.Verified) == 1;
    }
}
