using SalesIntel.Storage.Contract;

namespace SalesIntel.Hosting.Sqlite;

/// <summary>How a lane changes hands.</summary>
internal static class SqliteLanes
{
    /// <summary>An event comes into the lane: it is due now, unless it is there already.</summary>
    public static void Enter(WriteScope scope, Lane lane) =>
        scope.Session.Execute("INSERT INTO lane (name, due_at) VALUES (?, ?) ON CONFLICT (name) DO NOTHING", lane.Value, scope.Now);

    public static bool IsHeld(WriteScope scope, Lane lane, string token) =>
        scope.Session.Number("SELECT count(*) FROM lane WHERE name = ? AND token = ?", lane.Value, token) == 1;

    /// <summary>True when it is held by this token and prolonged.</summary>
    public static bool TryRenew(WriteScope scope, Lane lane, string token, TimeSpan lease) =>
        scope.Session.Execute("UPDATE lane SET due_at = ? WHERE name = ? AND token = ?", scope.Now + lease, lane.Value, token) == 1;

    public static void Take(WriteScope scope, Lane lane, string token, TimeSpan lease) =>
        scope.Session.Execute("UPDATE lane SET due_at = ?, token = ? WHERE name = ?", scope.Now + lease, token, lane.Value);

    public static void GiveBack(WriteScope scope, Lane lane, DateTimeOffset due) =>
        scope.Session.Execute("UPDATE lane SET due_at = ?, token = NULL WHERE name = ?", due, lane.Value);

    /// <summary>An event has left: the lane is due for the next one, or gone with the last.</summary>
    /// <param name="scope">The transaction.</param>
    /// <param name="lane">The lane.</param>
    /// <param name="isHeld">True when it was held for the event that has left; false leaves it to whoever holds it.</param>
    public static void Leave(WriteScope scope, Lane lane, bool isHeld)
    {
        if (scope.Session.Number("SELECT EXISTS (SELECT 1 FROM event WHERE lane = ? AND expires_at IS NULL)", lane.Value) == 0)
        {
            Close(scope, lane);
        }
        else if (isHeld)
        {
            GiveBack(scope, lane, scope.Now);
        }
    }

    public static void Close(WriteScope scope, Lane lane) => scope.Session.Execute("DELETE FROM lane WHERE name = ?", lane.Value);
}
