using System.Globalization;

namespace SalesIntel.Evaluation.Scoring;

/// <summary>Measured numbers by name, in order of measuring. A number without a base (no case of its kind) is left out.</summary>
internal sealed class Metrics
{
    private static readonly string[] LowerIsBetter =
    [
        "false_writes", "written_on_negatives", "above_cold_on_negatives", "not_verbatim", "third_spread", "reached", "reached_total",
        "lost", "tokens", "failed", "not_taken_for_a_sale",
    ];

    private static readonly string[] Counts = ["tokens", "count", "total", "failed", "not_verbatim"];

    private readonly List<KeyValuePair<string, double>> values = [];

    /// <summary>The numbers.</summary>
    public IReadOnlyList<KeyValuePair<string, double>> Values => values;

    /// <summary>True when a smaller number is a better one.</summary>
    public static bool IsLowerBetter(string name) => LowerIsBetter.Any(ending => name.EndsWith(ending, StringComparison.Ordinal));

    /// <summary>True when a change of the number is a gain or a loss: how many cases there are is neither, and groups of a handful of cases
    /// only show where to look.</summary>
    public static bool IsCompared(string name) => !name.EndsWith("count", StringComparison.Ordinal)
        && !name.Contains(".way.", StringComparison.Ordinal)
        && (!name.Contains("third_", StringComparison.Ordinal) || name.Split('.').Length == 2);

    /// <summary>Adds a number.</summary>
    public void Add(string name, double? value)
    {
        if (value is { } known && double.IsFinite(known))
        {
            values.Add(new(name, Math.Round(known, 4)));
        }
    }

    /// <summary>Adds the share of items that are right; nothing when there are no items.</summary>
    public double? Share<T>(string name, IReadOnlyCollection<T> items, Func<T, bool> isRight)
    {
        var share = items.Count == 0 ? (double?)null : items.Count(isRight) / (double)items.Count;
        Add(name, share);
        return share;
    }

    /// <summary>The number as people read it: a share in percent, a count as it is.</summary>
    public static string Text(string name, double value) => IsCount(name)
        ? value.ToString("#,0", CultureInfo.InvariantCulture)
        : (value * 100).ToString("0.0", CultureInfo.InvariantCulture) + " %";

    private static bool IsCount(string name) => Counts.Any(ending => name.EndsWith(ending, StringComparison.Ordinal));
}
