namespace SalesIntel.Hosting.Sqlite;

/// <summary>Has events start again: as they are, or with another body.</summary>
internal sealed class SqliteRestarts(SqliteWriter writer, SqliteLives lives, WakeSignal wake)
{
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

    public async Task<bool> ReplaceAsync(NewEvent verified, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(verified);
        verified.ThrowIfUnverified();
        var replaced = await writer.WriteAsync(scope => Replace(scope, verified), cancellationToken).ConfigureAwait(false);
        if (replaced)
        {
            wake.Set();
        }

        return replaced;
    }

    private static RequeueOutcome Requeue(WriteScope scope, string eventId, RequeueRequest request)
    {
        if (EventRows.Find(scope.Session, eventId, scope.Now) is not { } found)
        {
            return RequeueOutcome.NotFound;
        }

        if (IsInLane(found) && !request.EvenIfRunning)
        {
            return RequeueOutcome.StillRunning;
        }

        scope.Session.Execute(
            "UPDATE event SET status = ?2, attempts = 0, stage = ?3, lane = ?4, lead = ?5, updated_at = ?6, "
            + "verified = coalesce(?7, verified), expires_at = NULL, alert_pending_since = NULL WHERE created_at = ?1",
            found.CreatedAt,
            StoreWords.Of(EventStatus.Queued),
            StoreWords.Of(request.Stage),
            request.Lane.Value,
            request.Lead?.Value,
            scope.Now,
            request.Verified is { } verified ? verified : default(SqliteValue));
        foreach (var (effect, entry) in found.Ledger)
        {
            if (entry.State == LedgerState.DryRun)
            {
                scope.Session.Execute("DELETE FROM ledger WHERE event = ? AND effect = ?", found.CreatedAt, effect);
            }
        }

        SqliteCommits.WriteLedger(scope, found.CreatedAt, request.Ledger);
        Withdraw(scope, found);
        SqliteLanes.Enter(scope, request.Lane, found.CreatedAt);
        return RequeueOutcome.Requeued;
    }

    private bool Replace(WriteScope scope, NewEvent verified)
    {
        if (EventRows.Find(scope.Session, verified.EventId, scope.Now) is not { } found || found.Verified == true)
        {
            return false;
        }

        var now = scope.Now;
        scope.Session.Execute(
            "UPDATE event SET source = ?2, event_type = ?3, external_id = ?4, status = ?5, stage = ?6, lane = ?7, lead = ?8, attempts = 0, "
            + "last_error = ?9, error_class = ?10, dry_run = 0, verified = 1, updated_at = ?11, expires_at = ?12, "
            + "alert_pending_since = ?13 WHERE created_at = ?1",
            found.CreatedAt,
            verified.Source,
            verified.EventType,
            verified.ExternalId,
            StoreWords.Of(verified.Status),
            StoreWords.Of(verified.Stage),
            verified.Status == EventStatus.Queued ? verified.Lane?.Value : null,
            verified.Lead?.Value,
            verified.Reason ?? "",
            string.IsNullOrEmpty(verified.ErrorClass) ? null : verified.ErrorClass,
            now,
            verified.Status == EventStatus.Queued ? default(SqliteValue) : now + lives.Event,
            verified.Status == EventStatus.Failed ? now : default(SqliteValue));
        scope.Session.Execute("DELETE FROM ledger WHERE event = ?", found.CreatedAt);
        scope.Session.Execute("UPDATE payload SET body = ?2 WHERE event = ?1", found.CreatedAt, verified.Payload);
        Withdraw(scope, found);
        if (verified is { Status: EventStatus.Queued, Lane: { } lane })
        {
            SqliteLanes.Enter(scope, lane, found.CreatedAt);
        }

        return true;
    }

    // It has left the lane in which it was; whoever works on it loses the lease, one who works on another event of the lane does not.
    private static void Withdraw(WriteScope scope, WebhookEvent before)
    {
        if (IsInLane(before) && before.Lane is { } lane)
        {
            if (before.Status == EventStatus.Processing)
            {
                SqliteLanes.LeaveHeld(scope, lane, before.CreatedAt);
            }
            else
            {
                SqliteLanes.Leave(scope, lane, before.CreatedAt);
            }
        }
    }

    private static bool IsInLane(WebhookEvent found) => found.Status is EventStatus.Queued or EventStatus.Processing;
}
