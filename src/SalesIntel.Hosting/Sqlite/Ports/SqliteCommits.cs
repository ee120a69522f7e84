namespace SalesIntel.Hosting.Sqlite;

/// <summary>Writes what was done about an event, as long as its lane is held.</summary>
internal sealed class SqliteCommits(SqliteLives lives)
{
    // ?1 is the event, ?2 the time, ?3 and ?4 the failure: null leaves it as it is, empty clears it.
    private const string Record =
        "UPDATE event SET updated_at = ?2, last_error = coalesce(?3, last_error), error_class = iif(?3 IS NULL, error_class, ?4)";

    /// <summary>Writes all of it; false, and nothing, when the lease was lost.</summary>
    public bool Write(WriteScope scope, TakenLane held, EventCommit commit)
    {
        if (!SqliteLanes.IsHeld(scope, held.Lane, held.Token) || !Step(scope, held, commit))
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
                StoreJson.WriteEntry(entry));
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

    private bool Step(WriteScope scope, TakenLane held, EventCommit commit)
    {
        var now = scope.Now;
        switch (commit.Next)
        {
            case NextStep.Continue:
                return Update(scope, held, commit, "");
            case NextStep.RetryAt retry:
                return Update(
                    scope, held, commit, ", status = ?5, attempts = attempts + ?6", StoreWords.Of(EventStatus.Queued), retry.ChargeAttempt)
                    && GiveBack(scope, held.Lane, scope.Clock.FromHost(retry.At));
            case NextStep.Release:
                return Update(scope, held, commit, ", status = ?5", StoreWords.Of(EventStatus.Queued)) && GiveBack(scope, held.Lane, now);
            case NextStep.Finish finish:
                return Update(
                    scope,
                    held,
                    commit,
                    ", status = ?5, dry_run = ?6, expires_at = ?7",
                    StoreWords.Of(finish.Status),
                    finish.DryRun,
                    now + lives.Event)
                    && Leave(scope, held);
            case NextStep.DeadLetter:
                return Update(
                    scope,
                    held,
                    commit,
                    ", status = ?5, expires_at = ?6, alert_pending_since = ?2",
                    StoreWords.Of(EventStatus.Failed),
                    now + lives.Event)
                    && Leave(scope, held);
            case NextStep.MoveTo move:
                return Update(
                    scope,
                    held,
                    commit,
                    ", status = ?5, attempts = 0, lane = ?6, stage = ?7, lead = ?8",
                    StoreWords.Of(EventStatus.Queued),
                    move.Lane.Value,
                    StoreWords.Of(move.Stage),
                    move.Lead.Value)
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
        SqliteLanes.Leave(scope, held.Lane, held.AcceptedAt, isHeld: true);
        return true;
    }

    private static bool Update(
        WriteScope scope, TakenLane held, EventCommit commit, string step, params ReadOnlySpan<SqliteValue> values) =>
        scope.Session.Execute(
            $"{Record}{step} WHERE created_at = ?1 AND expires_at IS NULL",
            [
                held.AcceptedAt, scope.Now, commit.Error, string.IsNullOrEmpty(commit.Error) ? null : commit.ErrorClass, .. values,
            ]) == 1;
}
