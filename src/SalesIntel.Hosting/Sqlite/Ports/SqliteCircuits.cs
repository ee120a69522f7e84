namespace SalesIntel.Hosting.Sqlite;

/// <summary>Open circuits, one row each.</summary>
internal sealed class SqliteCircuits(SqliteWriter writer, SqliteReaders readers, StoreClock clock)
{
    public Task<OpenCircuit?> GetAsync(string provider, CancellationToken cancellationToken) =>
        readers.ReadAsync(session => clock.ToHost(Read(session, provider, clock.Now)), cancellationToken, isOneStatement: true);

    public Task<bool> OpenAsync(string provider, DateTimeOffset until, string reason, CancellationToken cancellationToken) =>
        writer.WriteAsync(scope => Open(scope, provider, clock.FromHost(until), reason), cancellationToken);

    public Task<bool> TryProbeAsync(string provider, TimeSpan atMost, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            scope => scope.Session.Execute(
                "UPDATE circuit SET probe_until = ?1 "
                + "WHERE provider = ?2 AND until <= ?3 AND coalesce(probe_until, 0) <= ?3 AND expires_at > ?3",
                scope.Now + atMost,
                provider,
                scope.Now) == 1,
            cancellationToken);

    public Task<OpenCircuit?> CloseAsync(string provider, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            scope =>
            {
                var before = Read(scope.Session, provider, scope.Now);
                scope.Session.Execute("DELETE FROM circuit WHERE provider = ?", provider);
                return clock.ToHost(before);
            },
            cancellationToken);

    private static bool Open(WriteScope scope, string provider, DateTimeOffset asked, string reason)
    {
        var now = scope.Now;
        var before = Read(scope.Session, provider, now);
        var end = before?.Until > asked ? before.Until : asked;
        scope.Session.Execute(
            "INSERT OR REPLACE INTO circuit (provider, since, until, reason, probe_until, expires_at) VALUES (?, ?, ?, ?, NULL, ?)",
            provider,
            before?.Since ?? now,
            end,
            reason,
            (end > now ? end : now) + OpenCircuit.Rest);
        return before is null;
    }

    private static OpenCircuit? Read(SqliteSession session, string provider, DateTimeOffset now)
    {
        using var rows = session.Query("SELECT since, until, reason FROM circuit WHERE provider = ? AND expires_at > ?", provider, now);
        return rows.Read() ? new OpenCircuit(rows.Time(0), rows.Time(1), rows.Text(2)) : null;
    }
}
