namespace SalesIntel.Hosting.Sqlite;

/// <summary>Conditions that events of one kind meet.</summary>
/// <param name="Sql">The conditions; empty when there are none.</param>
/// <param name="Values">What stands for their placeholders.</param>
internal sealed record EventKind(string Sql, IReadOnlyList<SqliteValue> Values)
{
    /// <summary>The kind with one more condition.</summary>
    public EventKind With(string condition, SqliteValue value) =>
        new(Sql.Length == 0 ? condition : $"{Sql} AND {condition}", [.. Values, value]);
}
