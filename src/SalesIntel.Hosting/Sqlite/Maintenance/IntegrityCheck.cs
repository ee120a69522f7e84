using Microsoft.Data.Sqlite;

namespace SalesIntel.Hosting.Sqlite;

/// <summary>Looks at every page of a database, and whether its rows belong together.</summary>
internal static class IntegrityCheck
{
    private const int MostProblems = 20;

    private static readonly (string Sql, string One, string Several, string Advice)[] Rules =
    [
        ("SELECT count(*) FROM event WHERE NOT EXISTS (SELECT 1 FROM payload WHERE payload.event = event.created_at)",
            "event has no payload and can't be run",
            "events have no payload and can't be run",
            "Restore a backup if that matters."),
        ("SELECT count(*) FROM event WHERE expires_at IS NULL AND (lane IS NULL "
            + "OR NOT EXISTS (SELECT 1 FROM lane WHERE lane.name = event.lane AND lane.event = created_at))",
            "event waits in a lane that is not in the queue, so nobody runs it",
            "events wait in a lane that is not in the queue, so nobody runs them",
            "Restore a backup, or have what is missing sent again."),
        ("SELECT count(*) FROM event WHERE (expires_at IS NULL) <> (status IN ('queued', 'processing'))",
            "event is in a lane although it has ended, or the other way round",
            "events are in a lane although they have ended, or the other way round",
            "Restore a backup if that matters."),
        ("SELECT count(DISTINCT name) FROM lane WHERE NOT EXISTS "
            + "(SELECT 1 FROM event WHERE created_at = lane.event AND event.lane = lane.name AND expires_at IS NULL)",
            "lane is in the queue without an event",
            "lanes are in the queue without an event",
            "Nothing is to be done; a lane without an event goes when it is taken."),
        ("SELECT count(DISTINCT name) FROM lane WHERE (due_at IS NOT NULL) "
            + "<> (event = (SELECT min(other.event) FROM lane AS other WHERE other.name = lane.name))",
            "lane does not say when it is due, so that nobody may run its events",
            "lanes do not say when they are due, so that nobody may run their events",
            "Restore a backup, or have what is missing sent again."),
    ];

    /// <summary>Counts and problems of an open database.</summary>
    /// <param name="session">A connection to it.</param>
    /// <param name="path">Its file.</param>
    /// <param name="schema">The tables that can be counted.</param>
    /// <param name="clock">Goes on from where the database's own has come to.</param>
    public static SqliteCheckReport Run(SqliteSession session, string path, SqliteSchema schema, StoreClock clock)
    {
        var report = new SqliteCheckReport
        {
            Path = path,
            SchemaVersion = (int)session.Number("PRAGMA user_version"),
            Bytes = session.Number("PRAGMA page_count") * session.Number("PRAGMA page_size"),
            FreeBytes = session.Number("PRAGMA freelist_count") * session.Number("PRAGMA page_size"),
            Problems = FindDamage(session),
        };
        try
        {
            return report.SchemaVersion == schema.Version ? Count(session, clock, report) : report;
        }
        catch (SqliteException exception) when (SqliteFailure.IsDamage(exception) && report.Problems.Count > 0)
        {
            // What can't be counted is told by the problems.
            return report;
        }
    }

    /// <summary>The damage of pages, indexes and rows, as SQLite tells it; empty when there is none.</summary>
    public static List<string> FindDamage(SqliteSession session)
    {
        List<string> found = [];
        try
        {
            using var rows = session.Query($"PRAGMA integrity_check({MostProblems})");
            while (rows.Read())
            {
                found.Add(rows.Text(0));
            }
        }
        catch (SqliteException exception) when (SqliteFailure.IsDamage(exception))
        {
            found.Add(exception.Message);
        }

        return found is ["ok"] ? [] : [.. found.Select(damage => $"The database is damaged: {damage.TrimEnd('.')}. Restore the last backup.")];
    }

    private static SqliteCheckReport Count(SqliteSession session, StoreClock clock, SqliteCheckReport report)
    {
        clock.Reach(AcceptanceClock.FromMicroseconds(session.Number("SELECT at FROM clock")));
        var now = clock.Now;
        using var first = session.Query("SELECT due_at FROM lane WHERE due_at IS NOT NULL ORDER BY due_at LIMIT 1");
        return report with
        {
            Events = CountEvents(session, now),
            Lanes = session.Number("SELECT count(*) FROM lane WHERE due_at IS NOT NULL"),
            AlertsPending = session.Number("SELECT count(*) FROM event WHERE alert_pending_since IS NOT NULL AND expires_at > ?", now),
            Leads = session.Number("SELECT count(*) FROM lead WHERE expires_at > ?", now),
            OldestDue = first.Read() && first.Time(0) is var due && due <= now ? clock.ToHost(due) : null,
            Problems = [.. report.Problems, .. FindStrays(session)],
        };
    }

    private static Dictionary<EventStatus, long> CountEvents(SqliteSession session, DateTimeOffset now)
    {
        Dictionary<EventStatus, long> counts = [];
        using var rows = session.Query(
            "SELECT status, count(*) FROM event WHERE expires_at IS NULL OR expires_at > ? GROUP BY status", now);
        while (rows.Read())
        {
            if (StoreWords.ReadStatus(rows.Text(0)) is { } status)
            {
                counts[status] = rows.Number(1);
            }
        }

        return counts;
    }

    private static IEnumerable<string> FindStrays(SqliteSession session)
    {
        foreach (var (sql, one, several, advice) in Rules)
        {
            if (session.Number(sql) is > 0 and var count)
            {
                yield return $"{Counted.Of(count, one, several)}. {advice}";
            }
        }

        if (session.Number("SELECT count(*) FROM pragma_foreign_key_check") is > 0 and var orphans)
        {
            yield return Counted.Of(orphans, "row belongs", "rows belong")
                + " to an event or a lead that is not there. Nothing reads that; restore a backup to be rid of it.";
        }
    }
}
