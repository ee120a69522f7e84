using SalesIntel.Evaluation.Cases;
using SalesIntel.Leads;

namespace SalesIntel.Evaluation.Scoring;

/// <summary>Counts what was read of meetings. The definitions stand in docs/evaluation.md.</summary>
internal static class MeetingScore
{
    /// <summary>Adds the numbers of meetings to the metrics.</summary>
    public static void Add(Metrics metrics, IReadOnlyList<Reading> readings, FieldCatalog catalog)
    {
        var framework = catalog.Framework;
        var sales = readings.Where(reading => reading.Case.Class != CaseClass.Negative).ToArray();
        metrics.Add("meetings.count", sales.Length);
        metrics.Share("meetings.not_taken_for_a_sale", sales, IsNotTakenForASale);
        List<double> macro = [];
        List<Outcome> all = [];
        foreach (var element in framework.Elements)
        {
            var outcomes = sales.Select(reading => OutcomeOf(reading, framework, element))
                .Where(outcome => !outcome.Expected.IsOpen).ToArray();
            all.AddRange(outcomes);
            if (Add(metrics, $"meetings.{element.Name}", outcomes) is { } recall)
            {
                macro.Add(recall);
            }

            AddThirds(metrics, $"meetings.{element.Name}", outcomes);
            AddEvidence(metrics, $"meetings.{element.Name}", sales, framework, [element]);
        }

        metrics.Add("meetings.macro_recall", macro.Count == 0 ? null : macro.Average());
        Add(metrics, "meetings.all", all);
        AddThirds(metrics, "meetings", all);
        AddWays(metrics, all);
        AddEvidence(metrics, "meetings", sales, framework, framework.Elements);
        AddNegatives(metrics, [.. readings.Where(reading => reading.Case.Class == CaseClass.Negative)], framework);
        metrics.Add("meetings.tokens", readings.Sum(reading => reading.Result.InputTokens + reading.Result.OutputTokens));
    }

    /// <summary>What became of an element of a meeting.</summary>
    public static Outcome OutcomeOf(Reading reading, QualificationFramework framework, QualificationElement element) =>
        new(reading.Case, element.Name, reading.Result.Values[framework.FieldOf(element)]);

    /// <summary>True when a sales call was taken for talk that sells nothing, so that nothing in it was found.</summary>
    public static bool IsNotTakenForASale(Reading reading) =>
        reading.Case.Class != CaseClass.Negative && reading.Result.Unread == UnreadReason.NothingSold;

    private static double? Add(Metrics metrics, string name, IReadOnlyList<Outcome> outcomes)
    {
        metrics.Share($"{name}.status_accuracy", outcomes, outcome => outcome.IsStatusRight);
        metrics.Share($"{name}.precision", [.. outcomes.Where(outcome => outcome.IsWritten)], outcome => outcome.IsRight);
        List<double> recalls = [];
        foreach (var status in new[] { FieldStatus.Found, FieldStatus.Ambiguous, FieldStatus.Absent })
        {
            var ofStatus = outcomes.Where(outcome => outcome.Expected.Status == status).ToArray();
            if (metrics.Share($"{name}.recall_{status.ToString().ToLowerInvariant()}", ofStatus, outcome => outcome.IsRight) is { } recall)
            {
                recalls.Add(recall);
            }
        }

        double? mean = recalls.Count == 0 ? null : recalls.Average();
        metrics.Add($"{name}.recall", mean);
        metrics.Share(
            $"{name}.false_writes",
            [.. outcomes.Where(outcome => outcome.Expected.Status == FieldStatus.Absent)],
            outcome => outcome.IsWritten);
        return mean;
    }

    private static void AddThirds(Metrics metrics, string name, IReadOnlyList<Outcome> outcomes)
    {
        List<double> thirds = [];
        for (var third = 1; third <= 3; third++)
        {
            var ofThird = outcomes
                .Where(outcome => outcome.Expected.Status == FieldStatus.Found && outcome.Expected.Third == third).ToArray();
            if (metrics.Share($"{name}.recall_third_{third}", ofThird, outcome => outcome.IsRight) is { } recall)
            {
                thirds.Add(recall);
            }
        }

        metrics.Add($"{name}.third_spread", thirds.Count == 3 ? thirds.Max() - thirds.Min() : null);
    }

    private static void AddWays(Metrics metrics, IReadOnlyList<Outcome> outcomes)
    {
        foreach (var way in outcomes.Where(outcome => outcome.Expected.How.Length > 0).GroupBy(outcome => outcome.Expected.How)
            .OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            metrics.Share($"meetings.way.{way.Key}", [.. way], outcome => outcome.IsRight);
        }
    }

    private static void AddEvidence(
        Metrics metrics,
        string name,
        IReadOnlyList<Reading> readings,
        QualificationFramework framework,
        IEnumerable<QualificationElement> elements)
    {
        List<(Evidenced Written, QualificationElement Element)> written = [];
        foreach (var reading in readings)
        {
            var turns = ((MeetingDocument)reading.Document).Meeting.Transcript;
            var sellers = SellersOf(reading);
            written.AddRange(elements
                .Select(element => (Outcome: OutcomeOf(reading, framework, element), element)).Where(one => one.Outcome.IsWritten)
                .Select(one => (new Evidenced(one.Outcome.Value, turns, sellers), one.element)));
        }

        metrics.Share($"{name}.supported", written, one => one.Written.IsSupported);
        metrics.Share(
            $"{name}.buyers_words", [.. written.Where(one => one.Element.Counts == StatementSide.Buyer)], one => one.Written.IsOfBuyers);
        metrics.Add($"{name}.quotes_count", written.Sum(one => one.Written.Quotes));
        metrics.Add($"{name}.quotes_not_verbatim", written.Sum(one => one.Written.NotVerbatim));
    }

    private static HashSet<string> SellersOf(Reading reading) =>
    [
        .. ((MeetingDocument)reading.Document).Meeting.Attendees
            .Where(person => reading.Case.IsSeller(person.Email)).Select(person => person.Name),
    ];

    private static void AddNegatives(Metrics metrics, IReadOnlyList<Reading> negatives, QualificationFramework framework)
    {
        metrics.Add("negatives.count", negatives.Count);
        metrics.Share(
            "negatives.elements_written_on_negatives",
            [.. negatives.SelectMany(reading => framework.Elements.Select(element => OutcomeOf(reading, framework, element)))],
            outcome => outcome.IsWritten);
        metrics.Share("negatives.above_cold_on_negatives", negatives, reading =>
            reading.Result.Values[framework.Confidence] is { IsWritable: true } confidence && confidence.Text != DealConfidence.Cold);
    }
}
