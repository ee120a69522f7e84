using System.Text.Json;
using SalesIntel.Evaluation.Cases;
using SalesIntel.Leads;

namespace SalesIntel.Evaluation.Scoring;

/// <summary>Prints what was measured.</summary>
internal static class Report
{
    private static readonly string[] Columns =
    [
        "status_accuracy", "precision", "recall_found", "recall_ambiguous", "recall_absent", "recall", "false_writes",
        "supported", "buyers_words", "recall_third_1", "recall_third_2", "recall_third_3",
    ];

    // Of a field nobody looks for these; they are summed up over all of them.
    private static readonly string[] Hidden = ["third_spread", "quotes_count", "quotes_not_verbatim"];

    /// <summary>Prints the numbers: as a table by field, then line by line; or as JSON.</summary>
    public static void Print(Metrics metrics, bool asJson)
    {
        if (asJson)
        {
            var values = new SortedDictionary<string, double>(metrics.Values.ToDictionary(), StringComparer.Ordinal);
            Console.WriteLine(JsonSerializer.Serialize(values, EvaluationJsonContext.Default.MetricValues));
            return;
        }

        var byName = metrics.Values.ToDictionary(StringComparer.Ordinal);
        var rows = byName.Keys.Where(name => Columns.Contains(name[(name.LastIndexOf('.') + 1)..]))
            .Select(name => name[..name.LastIndexOf('.')]).Distinct(StringComparer.Ordinal).ToArray();
        Console.WriteLine($"{"",-34}{string.Concat(Columns.Select(column => $"{Head(column),12}"))}");
        foreach (var row in rows)
        {
            Console.WriteLine($"{row,-34}{string.Concat(Columns.Select(column => $"{Cell($"{row}.{column}"),12}"))}");
        }

        foreach (var (name, value) in metrics.Values.Where(metric => !IsInTable(metric.Key)))
        {
            Console.WriteLine($"{name,-46}{Metrics.Text(name, value),18}");
        }

        foreach (var goal in Goals.Of(metrics))
        {
            Console.WriteLine(goal);
        }

        bool IsInTable(string name) => name.LastIndexOf('.') is var dot && rows.Contains(name[..dot])
            && (Columns.Contains(name[(dot + 1)..])
                || (dot > name.IndexOf('.', StringComparison.Ordinal) && Hidden.Contains(name[(dot + 1)..])));

        string Head(string column) => column.Replace("recall_", "r.", StringComparison.Ordinal)
            .Replace("status_", "", StringComparison.Ordinal).Replace("_words", "", StringComparison.Ordinal)
            .Replace("false_writes", "false", StringComparison.Ordinal);

        string Cell(string name) => byName.TryGetValue(name, out var value) ? Metrics.Text(name, value) : "-";
    }

    /// <summary>Prints what was read wrongly, a line each.</summary>
    public static void Misses(IReadOnlyList<Reading> meetings, IReadOnlyList<Reading> bookings, FieldCatalog catalog)
    {
        foreach (var reading in meetings)
        {
            if (MeetingScore.IsNotTakenForASale(reading))
            {
                Console.WriteLine($"{reading.Case.Id} is a sales call and was not taken for one");
            }

            foreach (var element in catalog.Framework.Elements)
            {
                Miss(MeetingScore.OutcomeOf(reading, catalog.Framework, element));
            }
        }

        foreach (var outcome in BookingScore.Direct.SelectMany(field => BookingScore.Outcomes(bookings, field)))
        {
            Miss(outcome);
        }
    }

    /// <summary>Prints an outcome when it is wrong.</summary>
    private static void Miss(Outcome outcome)
    {
        if (outcome.IsRight || outcome.Expected.IsOpen)
        {
            return;
        }

        var expected = outcome.Expected;
        Console.WriteLine(
            $"{outcome.Case.Id} {outcome.Name}: {expected.Status} ({expected.How}, third {expected.Third}) "
            + $"[{string.Join(" | ", [.. expected.Exact, .. expected.Keys])}] was read as "
            + $"{outcome.Status}: {outcome.Value.Text.ReplaceLineEndings(" / ")}");
    }
}
