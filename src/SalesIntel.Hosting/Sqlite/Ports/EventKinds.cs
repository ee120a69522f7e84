namespace SalesIntel.Hosting.Sqlite;

/// <summary>The combinations of status, source, type and failure that a filter lets through. Those that are there are found with a step in
/// the index for each, however many events they have.</summary>
internal sealed class EventKinds
{
    /// <summary>The index that has a range for each kind, in which events stand in the order of acceptance.</summary>
    public const string Index = "event_by_kind";

    private readonly Condition[] conditions;

    public EventKinds(EventFilter filter) => conditions =
    [
        new("status", filter.Status is { } status ? StoreWords.Of(status) : null),
        new("source", filter.Source),
        new("event_type", filter.EventType),
        new("error_class", null, filter.ErrorClass ?? "", IsOptional: true),
    ];

    /// <summary>What the filter asks of an event of any kind.</summary>
    public EventKind Asked => conditions.Aggregate(new EventKind("", []), (asked, condition) => condition switch
    {
        { Value: { } value } => asked.With($"{condition.Column} = ?", value),
        { Start.Length: > 0 } => asked.With($"{condition.Column} >= ?", condition.Start)
            .With($"{condition.Column} < ?", condition.Start + char.ConvertFromUtf32(0x10FFFF)),
        _ => asked,
    });

    public IReadOnlyList<EventKind> Find(SqliteSession session)
    {
        List<EventKind> found = [];
        Find(session, new EventKind("", []), 0, found);
        return found;
    }

    private void Find(SqliteSession session, EventKind above, int depth, List<EventKind> found)
    {
        if (depth == conditions.Length)
        {
            found.Add(above);
            return;
        }

        var condition = conditions[depth];
        foreach (var value in condition.Value is { } only ? [only] : Others(session, above, condition))
        {
            Find(session, above.With($"{condition.Column} {(condition.IsOptional ? "IS" : "=")} ?", value), depth + 1, found);
        }
    }

    private static IEnumerable<string?> Others(SqliteSession session, EventKind above, Condition condition)
    {
        // None comes before all texts.
        var next = condition is { IsOptional: true, Start: "" } ? above : above.With($"{condition.Column} >= ?", condition.Start);
        while (TryRead(session, next, condition.Column, out var value)
            && (value ?? "").StartsWith(condition.Start, StringComparison.Ordinal))
        {
            yield return value;
            next = value is null ? above.With($"{condition.Column} >= ?", "") : above.With($"{condition.Column} > ?", value);
        }
    }

    private static bool TryRead(SqliteSession session, EventKind kind, string column, out string? value)
    {
        using var rows = session.Query(
            $"SELECT {column} FROM event INDEXED BY {Index} WHERE {kind.Sql} ORDER BY {column} LIMIT 1", [.. kind.Values]);
        var isThere = rows.Read();
        value = isThere ? rows.TextOrNull(0) : null;
        return isThere;
    }

    // Value is the only one that is let through; without one, all that begin with Start.
    private sealed record Condition(string Column, string? Value, string Start = "", bool IsOptional = false);
}
