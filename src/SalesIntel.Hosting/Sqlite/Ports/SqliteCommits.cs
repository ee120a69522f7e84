namespace SalesIntel.Hosting.Sqlite;

/// <summary>Writes what was done about an event, as long as its lane is held.</summary>
internal sealed class SqliteCommits(SqliteLives lives)
{
    // ?1 is the event, ?2 the time, ?3 and ?4 the failure: null leaves it as it is, empty clears it. ?5 is the lane, ?6 the lease.
    private const string Record =
        "UPDATE event SET updated_at = ?2, last_error = coalesce(?3, last_error), error_class = iif(?3 IS NULL, error_class, ?4)";

    private const string IfHeld =
        " WHERE created_at = ?1 AND expires_at IS NULL AND ?6 = (SELECT token FROM lane WHERE name = ?5 ORDER BY event LIMIT 1)";

    /// <summary>Writes all of it; false, and nothing, when the lease was lost.</summary>
    public bool Write(WriteScope scope, TakenLane held, EventCommit commit)
    {
        if (!Step(scope, held, commit))
        {
            return false;
        }

        WriteLedger(scope, held.AcceptedAt, commit.Ledger);
        RecordLeads(scope, held, commit, scope.Now + lives.Idempotency);
        return true;
    }

    /// <summary>Puts entries into an event's ledger.</summary>
    /// <param name="scope">The transaction.</param>
    /// <param name="acceptedAt">When the event was accepted, which is its key.</param>
    /// <param name="ledger">The entries by effect.</param>
    public static void WriteLedger(WriteScope scope, DateTimeOffset acceptedAt, IReadOnlyDictionary<string, LedgerEntry> ledger)
    {
        foreach (var (effect, entry) in ledger)
        {
            scope.Session.Execute(
                "INSERT INTO ledger (event, effect, entry) VALUES (?1, ?2, ?3) ON CONFLICT (event, effect) DO UPDATE SET entry = ?3",
                acceptedAt,
                effect,
                SqliteValue.Utf8Text(StoreJson.WriteEntryUtf8(entry)));
        }
    }

    private static void RecordLeads(WriteScope scope, TakenLane held, EventCommit commit, DateTimeOffset end)
    {
        if (commit.AwaitsBookingsOf is { } at)
        {
            SqliteHours.Await(scope, at, held.EventId, end);
        }

        if (commit.OtherLead is { } other)
        {
            LeadRows.Write(scope, other, end);
        }

        if (commit.Lead is { } update)
        {
            LeadRows.Write(scope, update, end);
            if (commit.AssignMeeting is { } session)
            {
                LeadRows.Assign(scope, session, update.Email, end);
            }
        }
    }

    // The lease is looked at by the statement that comes first.
    private bool Step(WriteScope scope, TakenLane held, EventCommit commit)
    {
        var (at, now, lane, token) = (held.AcceptedAt, scope.Now, held.Lane.Value, held.Token);
        var (error, errorClass) = (commit.Error, string.IsNullOrEmpty(commit.Error) ? null : commit.ErrorClass);
        switch (commit.Next)
        {
            case NextStep.Continue:
                return scope.Session.Execute(Record + IfHeld, at, now, error, errorClass, lane, token) == 1;
            case NextStep.RetryAt retry:
                return scope.Session.Execute(
                    Record + ", status = ?7, attempts = attempts + ?8" + IfHeld,
                    at, now, error, errorClass, lane, token, StoreWords.Of(EventStatus.Queued), retry.ChargeAttempt) == 1
                    && GiveBack(scope, held.Lane, scope.Clock.FromHost(retry.At));
            case NextStep.Release:
                return scope.Session.Execute(
                    Record + ", status = ?7" + IfHeld, at, now, error, errorClass, lane, token, StoreWords.Of(EventStatus.Queued)) == 1
                    && GiveBack(scope, held.Lane, now);
            case NextStep.Finish finish:
                return scope.Session.Execute(
                    Record + ", status = ?7, dry_run = ?8, expires_at = ?9" + IfHeld,
                    at, now, error, errorClass, lane, token, StoreWords.Of(finish.Status), finish.DryRun, now + lives.Event) == 1
                    && Leave(scope, held);
            case NextStep.DeadLetter:
                return scope.Session.Execute(
                    Record + ", status = ?7, expires_at = ?8, alert_pending_since = ?2" + IfHeld,
                    at, now, error, errorClass, lane, token, StoreWords.Of(EventStatus.Failed), now + lives.Event) == 1
                    && Leave(scope, held);
            case NextStep.MoveTo move:
                return scope.Session.Execute(
                    Record + ", status = ?7, attempts = 0, lane = ?8, stage = ?9, lead = ?10" + IfHeld,
                    at, now, error, errorClass, lane, token,
                    StoreWords.Of(EventStatus.Queued), move.Lane.Value, StoreWords.Of(move.Stage), move.Lead.Value) == 1
                    && Leave(scope, held) && Enter(scope, move.Lane, held.AcceptedAt);
            default:
                throw new InvalidOperationException($"No such step: {commit.Next.GetType().Name}.");
        }
    }

    private static bool GiveBack(WriteScope scope, Lane lane, DateTimeOffset due)
    {
        SqliteLanes.GiveBack(scope, lane, due);
        return true;
    }

    private static bool Enter(WriteScope scope, Lane lane, DateTimeOffset acceptedAt)
    {
        SqliteLanes.Enter(scope, lane, acceptedAt);
        return true;
    }

    private static bool Leave(WriteScope scope, TakenLane held)
    {
        SqliteLanes.LeaveHeld(scope, held.Lane, held.AcceptedAt);
        return true;
    }
}
