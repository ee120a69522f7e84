namespace SalesIntel.Hosting.Sqlite;

/// <summary>Removes what has ended and gives its space back, in steps so small that a write that comes meanwhile hardly waits.</summary>
internal sealed class SqliteRetention(SqliteWriter writer, TimeProvider machine, ILogger logger)
{
    private const int Rows = 64;
    private const int Pages = 64;

    // Some room is kept, or the file would grow and shrink all the time.
    private const int SparePages = 256;

    // Of the time that passes, steps have a quarter: what is written meanwhile rarely meets one, and nobody waits for what is removed.
    private const int PauseOfStep = 3;

    // The copying of so many pages has the disk for some milliseconds; that of many more would keep whoever writes from it.
    private const int PagesToCopy = 1_000;

    // A single payload of ten megabytes takes about as long.
    private static readonly TimeSpan LongestStep = TimeSpan.FromMilliseconds(3);

    // What belongs to one of them goes with it, and may be much: so they go one after the other, as long as a step may last.
    private static readonly (string Find, string Remove)[] Wholes =
    [
        ("SELECT created_at FROM event WHERE expires_at <= ? ORDER BY expires_at LIMIT 1", "DELETE FROM event WHERE created_at = ?"),
        ("SELECT id FROM lead WHERE expires_at <= ? ORDER BY expires_at LIMIT 1", "DELETE FROM lead WHERE id = ?"),
    ];

    private static readonly string[] Steps =
    [
        $"DELETE FROM idempotency WHERE (key, revision) IN (SELECT key, revision FROM idempotency WHERE expires_at <= ?1 LIMIT {Rows})",
        $"DELETE FROM meeting WHERE session IN (SELECT session FROM meeting WHERE expires_at <= ?1 LIMIT {Rows})",
        $"DELETE FROM booked_lead WHERE (hour, lead) IN (SELECT hour, lead FROM booked_lead WHERE expires_at <= ?1 LIMIT {Rows})",
        "DELETE FROM awaiting_event WHERE (hour, event_id) IN "
            + $"(SELECT hour, event_id FROM awaiting_event WHERE expires_at <= ?1 LIMIT {Rows})",
        $"DELETE FROM shared_value WHERE id IN (SELECT id FROM shared_value WHERE expires_at <= ?1 LIMIT {Rows})",
        "DELETE FROM shared_lock WHERE expires_at <= ?1",
        "DELETE FROM circuit WHERE expires_at <= ?1",
        "DELETE FROM slot_holder WHERE expires_at <= ?1",
    ];

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var rows = 0L;
        foreach (var (find, remove) in Wholes)
        {
            rows += await RepeatAsync(scope => RemoveWholes(scope, find, remove), cancellationToken).ConfigureAwait(false);
        }

        foreach (var step in Steps)
        {
            rows += await RepeatAsync(scope => scope.Session.Execute(step, scope.Now), cancellationToken).ConfigureAwait(false);
        }

        var pages = await RepeatAsync(GiveBackPages, cancellationToken).ConfigureAwait(false);
        if (rows + pages > 0)
        {
            Log.Retained(logger, rows, pages);
        }
    }

    private async Task<long> RepeatAsync(Func<WriteScope, long> step, CancellationToken cancellationToken)
    {
        var all = 0L;
        while (true)
        {
            var begun = machine.GetTimestamp();
            var some = await writer.WriteAsync(step, cancellationToken).ConfigureAwait(false);
            if (some == 0)
            {
                return all;
            }

            all += some;
            var took = machine.GetElapsedTime(begun);

            // Else the log would grow until the writer itself has to copy it, and all that is written meanwhile would wait for that.
            await writer.CopyLog(PagesToCopy).WaitAsync(cancellationToken).ConfigureAwait(false);
            await Task.Delay(took * PauseOfStep, machine, cancellationToken).ConfigureAwait(false);
        }
    }

    private long RemoveWholes(WriteScope scope, string find, string remove)
    {
        var begun = machine.GetTimestamp();
        var removed = 0;
        while (removed < Rows && machine.GetElapsedTime(begun) < LongestStep && scope.Session.Number(find, scope.Now) is > 0 and var ended)
        {
            removed += scope.Session.Execute(remove, ended);
        }

        return removed;
    }

    private static long GiveBackPages(WriteScope scope)
    {
        var before = scope.Session.Number("PRAGMA freelist_count");
        if (before <= SparePages)
        {
            return 0;
        }

        scope.Session.Execute($"PRAGMA incremental_vacuum({Pages})");
        return before - scope.Session.Number("PRAGMA freelist_count");
    }
}
