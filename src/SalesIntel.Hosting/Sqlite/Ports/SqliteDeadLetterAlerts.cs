namespace SalesIntel.Hosting.Sqlite;

/// <summary>The dead letters whose alert is pending.</summary>
internal sealed class SqliteDeadLetterAlerts(SqliteWriter writer, SqliteReaders readers, StoreClock clock)
{
    public Task<IReadOnlyList<WebhookEvent>> ListAsync(DateTimeOffset before, int limit, CancellationToken cancellationToken) =>
        readers.ReadAsync(session => List(session, clock.FromHost(before), limit), cancellationToken);

    public Task MarkAlertSentAsync(string eventId, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            scope => scope.Session.Execute(
                "UPDATE event SET alert_pending_since = NULL WHERE id = ? AND alert_pending_since IS NOT NULL", eventId),
            cancellationToken);

    private IReadOnlyList<WebhookEvent> List(SqliteSession session, DateTimeOffset until, int limit)
    {
        var now = clock.Now;
        List<DateTimeOffset> found = [];
        using (var rows = session.Query(
            "SELECT created_at FROM event WHERE alert_pending_since < ? AND expires_at > ? "
            + "ORDER BY alert_pending_since, created_at LIMIT ?",
            until,
            now,
            limit))
        {
            while (rows.Read())
            {
                found.Add(rows.Time(0));
            }
        }

        return [.. found.Select(at => EventRows.Find(session, at, now, out _)).OfType<WebhookEvent>()];
    }
}
