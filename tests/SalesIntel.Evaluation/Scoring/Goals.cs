namespace SalesIntel.Evaluation.Scoring;

/// <summary>What the numbers shall be: the goals of docs/evaluation.md.</summary>
internal static class Goals
{
    private static readonly (string Name, double Goal)[] All =
    [
        ("meetings.macro_recall", 0.75), ("meetings.all.false_writes", 0.03), ("meetings.third_spread", 0.05),
        ("meetings.quotes_not_verbatim", 0), ("negatives.elements_written_on_negatives", 0.02), ("negatives.above_cold_on_negatives", 0),
        ("bookings.all.precision", 0.97), ("bookings.all.recall", 0.85), ("bookings.names.recall", 0.95),
        ("lying.all.reached", 0), ("lying.misplaced.reached", 0.05), ("honest.all.lost", 0.05),
    ];

    /// <summary>A line for each goal of which the number was measured.</summary>
    public static IEnumerable<string> Of(Metrics metrics)
    {
        var values = metrics.Values.ToDictionary();
        foreach (var (name, goal) in All)
        {
            if (values.TryGetValue(name, out var value))
            {
                var isLower = Metrics.IsLowerBetter(name);
                var isMet = isLower ? value <= goal : value >= goal;
                yield return $"{(isMet ? "met   " : "missed")} {name}: {Metrics.Text(name, value)}, goal "
                    + $"{(isLower ? "at most" : "at least")} {Metrics.Text(name, goal)}";
            }
        }
    }
}
