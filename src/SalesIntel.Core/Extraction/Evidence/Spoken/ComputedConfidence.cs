using System.Collections.Frozen;
using SalesIntel.Leads;

namespace SalesIntel.Extraction;

/// <summary>How likely a deal is, computed from the elements that a conversation proves; the rule is described in <c>docs/extraction.md</c>.
/// </summary>
internal static class ComputedConfidence
{
    // What the elements of the known frameworks stand for.
    private static readonly FrozenDictionary<string, FrozenSet<string>> Roles = new Dictionary<string, FrozenSet<string>>
    {
        ["need"] = Set("identified_pain", "need", "pain"),
        ["buyer"] = Set("economic_buyer", "authority", "decision"),
        ["process"] = Set("decision_process", "timing", "decision", "critical_event"),
        ["champion"] = Set("champion"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The confidence of a document's values; absent where nothing was looked at, e.g. in a meeting without transcript, and where the
    /// framework's own choices have no such word.</summary>
    public static FieldValue Of(LeadValues values, QualificationFramework framework)
    {
        var label = framework.Elements.Any(IsIn("need")) && framework.Elements.Any(IsIn("buyer")) && framework.Elements.Any(IsIn("process"))
            ? OfRoles(values, framework)
            : OfShare(values, framework);
        return framework.Confidence.Choices.Contains(label, StringComparer.Ordinal) ? FieldValue.Of(label) : FieldValue.Absent;
    }

    private static string OfRoles(LeadValues values, QualificationFramework framework)
    {
        if (!Has("need"))
        {
            return DealConfidence.Cold;
        }

        if (!Has("buyer") || !Has("process"))
        {
            return DealConfidence.Warm;
        }

        // A framework without a champion has nobody to miss.
        var isBacked = !framework.Elements.Any(IsIn("champion")) || Has("champion");
        return isBacked && framework.Elements.Where(IsIn("process")).Any(IsDated) ? DealConfidence.SuperHot : DealConfidence.Hot;

        bool Has(string role) => framework.Elements.Where(IsIn(role)).Any(element => values[framework.FieldOf(element)].IsWritable);

        bool IsDated(QualificationElement element) =>
            values[framework.FieldOf(element)] is { IsWritable: true } value
            && new ReadText(value.Text, LanguageWords.All[0]).Dates.Any(date => date.Day is not null || date.Month is not null || date.Weekday is not null);
    }

    // Of an own framework nothing is known but how much of it was heard.
    private static string OfShare(LeadValues values, QualificationFramework framework)
    {
        var share = (double)framework.Elements.Count(element => values[framework.FieldOf(element)].IsWritable) / framework.Elements.Count;
        return share switch
        {
            1 => DealConfidence.Hot,
            >= 0.5 => DealConfidence.Warm,
            _ => DealConfidence.Cold,
        };
    }

    private static Func<QualificationElement, bool> IsIn(string role) => element => Roles[role].Contains(element.Name);

    private static FrozenSet<string> Set(params ReadOnlySpan<string> names) => names.ToArray().ToFrozenSet(StringComparer.Ordinal);
}
