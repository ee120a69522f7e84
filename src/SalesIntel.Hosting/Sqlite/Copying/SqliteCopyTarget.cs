using SalesIntel.Hosting.Copying;

namespace SalesIntel.Hosting.Sqlite;

/// <summary>Takes over into a database what another store keeps.</summary>
internal sealed class SqliteCopyTarget(SqliteWriter writer, TimeSpan idempotencyLife) : ICopyTarget
{
    public Task WriteAsync(IReadOnlyList<StoreRecord> records, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            scope =>
            {
                foreach (var record in records)
                {
                    Write(scope, record, scope.Now + (record.Life ?? TimeSpan.Zero));
                }

                return records.Count;
            },
            cancellationToken);

    private void Write(WriteScope scope, StoreRecord record, DateTimeOffset end)
    {
        var session = scope.Session;
        switch (record)
        {
            case SharedValueRecord value:
                session.Execute(
                    "INSERT INTO shared_value (key, value, expires_at) VALUES (?1, ?2, ?3) "
                    + "ON CONFLICT (key) DO UPDATE SET value = ?2, expires_at = ?3",
                    value.Key,
                    value.Value,
                    end);
                break;
            case CircuitRecord circuit:
                session.Execute(
                    "INSERT OR REPLACE INTO circuit (provider, since, until, reason, probe_until, expires_at) VALUES (?, ?, ?, ?, NULL, ?)",
                    circuit.Provider,
                    scope.Clock.FromHost(circuit.Open.Since),
                    scope.Clock.FromHost(circuit.Open.Until),
                    circuit.Open.Reason,
                    end);
                break;
            case MeetingRecord meeting:
                LeadRows.Assign(scope, meeting.Session, meeting.Email, end);
                break;
            case HourRecord hour:
                WriteHour(session, hour, end);
                break;
            case LeadEntry lead:
                session.Execute("DELETE FROM lead WHERE key = ?", lead.Lead.Key.Value);
                LeadRows.WriteLead(scope, lead.ToUpdate(), end);
                break;
            case IdempotencyRecord key:
                WriteKey(session, key, end);
                break;
            case EventEntry entry:
                WriteEvent(scope, entry, end);
                break;
            case LaneRecord lane:
                SqliteLanes.GiveBack(scope, lane.Lane, scope.Clock.FromHost(lane.DueAt));
                break;
            default:
                throw new InvalidOperationException($"No such record: {record.GetType().Name}.");
        }
    }

    // The key alone names the event that was accepted first. When that was is not known to the second: the times to live were read one after
    // the other.
    private void WriteKey(SqliteSession session, IdempotencyRecord key, DateTimeOffset end)
    {
        var order = key.IsFirst ? "min(?4, ifnull(min(accepted_at) - 1, ?4))" : "max(?4, ifnull(min(accepted_at) + 1, ?4))";
        session.Execute(
            "INSERT OR REPLACE INTO idempotency (key, revision, event_id, accepted_at, expires_at) "
            + $"SELECT ?1, ?2, ?3, {order}, ?5 FROM idempotency WHERE key = ?1 AND revision <> ?2",
            key.Key,
            key.Revision,
            key.EventId,
            end - idempotencyLife,
            end);
    }

    private static void WriteHour(SqliteSession session, HourRecord hour, DateTimeOffset end)
    {
        var (table, column) = hour.Of == RecordKind.BookedLead ? ("booked_lead", "lead") : ("awaiting_event", "event_id");
        session.Execute(
            $"INSERT OR REPLACE INTO {table} (hour, {column}, expires_at) VALUES (?, ?, ?)", hour.Hour, hour.Entry, end);
    }

    private static void WriteEvent(WriteScope scope, EventEntry entry, DateTimeOffset end)
    {
        var session = scope.Session;
        var stored = entry.Event;
        var at = FindStamp(session, stored);
        if (session.Text("SELECT lane FROM event WHERE created_at = ? AND expires_at IS NULL", at) is { } before
            && !(entry.IsInLane && stored.Lane?.Value == before))
        {
            // What it leaves behind there may have to be done still.
            SqliteLanes.Leave(scope, new Lane(before), at);
        }

        session.Execute("DELETE FROM event WHERE id = ?", stored.EventId);
        session.Execute(
            "INSERT INTO event (created_at, id, source, event_type, external_id, idempotency_key, revision, status, stage, lane, lead, "
            + "attempts, last_error, error_class, dry_run, verified, updated_at, expires_at, alert_pending_since) "
            + "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            at,
            stored.EventId,
            stored.Source,
            stored.EventType,
            stored.ExternalId,
            stored.IdempotencyKey,
            stored.Revision,
            StoreWords.Of(stored.Status),
            StoreWords.Of(stored.Stage),
            stored.Lane?.Value,
            stored.Lead?.Value,
            stored.Attempts,
            stored.LastError,
            string.IsNullOrEmpty(stored.ErrorClass) ? null : stored.ErrorClass,
            stored.DryRun,
            stored.Verified is { } verified ? verified : default(SqliteValue),
            stored.UpdatedAt,
            entry.IsInLane ? default(SqliteValue) : end,
            entry.AlertPendingSince is { } since ? scope.Clock.FromHost(since) : default(SqliteValue));
        session.Execute("INSERT INTO payload (event, body) VALUES (?, ?)", at, stored.Payload);
        if (entry.IsInLane && stored.Lane is { } lane)
        {
            SqliteLanes.Copy(scope, lane, at);
        }

        foreach (var (effect, done) in stored.Ledger)
        {
            session.Execute("INSERT INTO ledger (event, effect, entry) VALUES (?, ?, ?)", at, effect, SqliteValue.Utf8Text(StoreJson.WriteEntryUtf8(done)));
        }
    }

    // Here the time of acceptance is unique; in another store two lanes may have the same. The order within a lane stays, because events come
    // in their order.
    private static DateTimeOffset FindStamp(SqliteSession session, WebhookEvent stored)
    {
        var known = session.Number("SELECT created_at FROM event WHERE id = ?", stored.EventId);
        var at = known > 0 ? known : AcceptanceClock.ToMicroseconds(stored.CreatedAt);
        while (known == 0 && session.Number("SELECT count(*) FROM event WHERE created_at = ?", at) > 0)
        {
            at++;
        }

        return AcceptanceClock.FromMicroseconds(at);
    }
}
