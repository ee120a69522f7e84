using System.Text.Json;
using SalesIntel.Evaluation.Cases;
using SalesIntel.Leads;

namespace SalesIntel.Evaluation.Scoring;

/// <summary>Prints what was measured.</summary>
internal static class Report
{
    private static readonly string[] Columns =
        ["status_accuracy", "precision", "recall_found", "recall_ambiguous", "recall_absent", "recall", "false_writes"];

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
        Console.WriteLine($"{"",-46}{string.Concat(Columns.Select(column => $"{column,18}"))}");
        foreach (var row in rows)
        {
            Console.WriteLine($"{row,-46}{string.Concat(Columns.Select(column => $"{Cell($"{row}.{column}"),18}"))}");
        }

        foreach (var (name, value) in metrics.Values.Where(metric => !rows.Any(row => metric.Key.StartsWith(row + ".", StringComparison.Ordinal)
            && Columns.Contains(metric.Key[(row.Length + 1)..]))))
        {
            Console.WriteLine($"{name,-46}{Metrics.Text(name, value),18}");
        }

        string Cell(string name) => byName.TryGetValue(name, out var value) ? Metrics.Text(name, value) : "-";
    }

    /// <summary>Prints what was read wrongly, a line each.</summary>
    public static void Misses(IReadOnlyList<Reading> meetings, IReadOnlyList<Reading> bookings, FieldCatalog catalog)
    {
        foreach (var reading in meetings)
        {
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
            $"{outcome.Case.Id} {outcome.Name}: {expected.Status} ({expected.How}, third {expected.Third}) [{string.Join(" | ", [.. expected.Exact, .. expected.Keys])}]"
            + $" was read as {outcome.Status}: {outcome.Value.Text.ReplaceLineEndings(" / ")}");
    }
}
