using SalesIntel.Evaluation.Cases;
using SalesIntel.Leads;

namespace SalesIntel.Evaluation.Scoring;

/// <summary>Counts what was read of bookings and forms. The definitions stand in docs/evaluation.md.</summary>
internal static class BookingScore
{
    /// <summary>The fields that forms ask for directly.</summary>
    public static IReadOnlyList<LeadField> Direct { get; } =
    [
        LeadFields.FirstName, LeadFields.LastName, LeadFields.Phone, LeadFields.CompanyName, LeadFields.CompanyWebsite,
        LeadFields.CompanyType,
        LeadFields.Industry, LeadFields.TeamSize, LeadFields.Country, LeadFields.StateOrRegion, LeadFields.City, LeadFields.ReferredBy,
        LeadFields.ToolsInUse, LeadFields.PainPoints, LeadFields.DemoObjectives, LeadFields.BudgetSignal, LeadFields.AuthoritySignal,
        LeadFields.TimingSignal,
    ];

    // Nobody asks for these in so many words: they are counted where a corpus knows what is right.
    private static readonly LeadField[] Told = [LeadFields.CompanyDescription, LeadFields.AdditionalNotes, LeadFields.NeedSignal];

    /// <summary>Adds the numbers of bookings to the metrics.</summary>
    public static void Add(Metrics metrics, IReadOnlyList<Reading> readings)
    {
        metrics.Add("bookings.count", readings.Count);
        List<Outcome> all = [];
        var told = Told.Where(field => readings.Any(reading => reading.Case.Truth.ContainsKey(field.Name)));
        foreach (var field in Direct.Concat(told))
        {
            var outcomes = Outcomes(readings, field).ToArray();
            all.AddRange(outcomes);
            Add(metrics, $"bookings.{field.Name}", outcomes);
        }

        Add(metrics, "bookings.all", all);
        string[] names = [LeadFields.FirstName.Name, LeadFields.LastName.Name];
        Add(metrics, "bookings.names", [.. all.Where(outcome => names.Contains(outcome.Name))]);
        foreach (var language in all.GroupBy(outcome => outcome.Case.Language).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            Add(metrics, $"bookings.language.{language.Key}", [.. language]);
        }

        metrics.Add("bookings.tokens", readings.Sum(reading => reading.Result.InputTokens + reading.Result.OutputTokens));
    }

    /// <summary>What became of a field in each booking; what was inferred where nothing was asked is left out, because it is shown as
    /// inferred.</summary>
    public static IEnumerable<Outcome> Outcomes(IEnumerable<Reading> readings, LeadField field) => readings
        .Select(reading => new Outcome(reading.Case, field.Name, reading.Result.Values[field]))
        .Where(outcome => !outcome.Expected.IsOpen
            && (outcome.Expected.Status == FieldStatus.Found || outcome.Value.InferredFrom.Length == 0));

    private static void Add(Metrics metrics, string name, IReadOnlyCollection<Outcome> outcomes)
    {
        metrics.Share($"{name}.status_accuracy", outcomes, outcome => outcome.IsStatusRight);
        metrics.Share($"{name}.precision", [.. outcomes.Where(outcome => outcome.IsWritten)], outcome => outcome.IsRight);
        metrics.Share(
            $"{name}.recall", [.. outcomes.Where(outcome => outcome.Expected.Status == FieldStatus.Found)], outcome => outcome.IsRight);
        metrics.Share(
            $"{name}.false_writes",
            [.. outcomes.Where(outcome => outcome.Expected.Status == FieldStatus.Absent)],
            outcome => outcome.IsWritten);
    }
}
