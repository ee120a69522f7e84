namespace SalesIntel.Hosting.Sqlite;

/// <summary>How events enter and leave a lane, and how it changes hands. The first row of a lane, which is that of its first event, also
/// holds when it is due and for whom.</summary>
internal static class SqliteLanes
{
    private const string OfFirst = "WHERE name = ?1 AND event = (SELECT min(event) FROM lane WHERE name = ?1)";

    /// <summary>An event comes into the lane, in the order of acceptance. The lane is due now, unless it has events already.</summary>
    public static void Enter(WriteScope scope, Lane lane, DateTimeOffset acceptedAt)
    {
        if (scope.Session.Execute(
            "INSERT INTO lane (name, event, due_at) SELECT ?1, ?2, ?3 WHERE NOT EXISTS (SELECT 1 FROM lane WHERE name = ?1)",
            lane.Value,
            acceptedAt,
            scope.Now) == 1 || FindFirst(scope, lane) is not { } first)
        {
            return;
        }

        if (first.AcceptedAt > acceptedAt)
        {
            Insert(scope, lane, acceptedAt, first.DueAt, first.Token);
            scope.Session.Execute("UPDATE lane SET due_at = NULL, token = NULL WHERE name = ? AND event = ?", lane.Value, first.AcceptedAt);
        }
        else
        {
            Insert(scope, lane, acceptedAt, null, null);
            if (first.DueAt is null)
            {
                // A copy that was cut off between the events and their lane.
                GiveBack(scope, lane, scope.Now);
            }
        }
    }

    /// <summary>True when it is held by this token and prolonged.</summary>
    public static bool TryRenew(WriteScope scope, Lane lane, string token, TimeSpan lease) =>
        scope.Session.Execute($"UPDATE lane SET due_at = ?3 {OfFirst} AND token = ?2", lane.Value, token, scope.Now + lease) == 1;

    public static void Take(WriteScope scope, Lane lane, string token, TimeSpan lease) =>
        scope.Session.Execute($"UPDATE lane SET due_at = ?2, token = ?3 {OfFirst}", lane.Value, scope.Now + lease, token);

    public static void GiveBack(WriteScope scope, Lane lane, DateTimeOffset due) =>
        scope.Session.Execute($"UPDATE lane SET due_at = ?2, token = NULL {OfFirst}", lane.Value, due);

    /// <summary>The event leaves for which the lane was held: it is due for the next one, or gone with the last.</summary>
    public static void LeaveHeld(WriteScope scope, Lane lane, DateTimeOffset acceptedAt)
    {
        Remove(scope, lane, acceptedAt);
        GiveBack(scope, lane, scope.Now);
    }

    /// <summary>An event leaves; the lane stays with whoever holds it.</summary>
    public static void Leave(WriteScope scope, Lane lane, DateTimeOffset acceptedAt)
    {
        var first = FindFirst(scope, lane);
        Remove(scope, lane, acceptedAt);
        if (first?.AcceptedAt == acceptedAt)
        {
            scope.Session.Execute($"UPDATE lane SET due_at = ?2, token = ?3 {OfFirst}", lane.Value, first.DueAt, first.Token);
        }
    }

    public static void Close(WriteScope scope, Lane lane) => scope.Session.Execute("DELETE FROM lane WHERE name = ?", lane.Value);

    /// <summary>An event comes out of another store, the state of its lane behind it.</summary>
    public static void Copy(WriteScope scope, Lane lane, DateTimeOffset acceptedAt) => Insert(scope, lane, acceptedAt, null, null);

    private static void Remove(WriteScope scope, Lane lane, DateTimeOffset acceptedAt) =>
        scope.Session.Execute("DELETE FROM lane WHERE name = ? AND event = ?", lane.Value, acceptedAt);

    private static void Insert(WriteScope scope, Lane lane, DateTimeOffset acceptedAt, DateTimeOffset? due, string? token) =>
        scope.Session.Execute(
            "INSERT INTO lane (name, event, due_at, token) VALUES (?, ?, ?, ?) ON CONFLICT (name, event) DO NOTHING",
            lane.Value,
            acceptedAt,
            due,
            token);

    private static First? FindFirst(WriteScope scope, Lane lane)
    {
        using var rows = scope.Session.Query("SELECT event, due_at, token FROM lane WHERE name = ? ORDER BY event LIMIT 1", lane.Value);
        return rows.Read() ? new First(rows.Time(0), rows.TimeOrNull(1), rows.TextOrNull(2)) : null;
    }

    private sealed record First(DateTimeOffset AcceptedAt, DateTimeOffset? DueAt, string? Token);
}
