using System.Collections.Frozen;

namespace SalesIntel.Leads;

/// <summary>How likely a deal is on the evidence of its meetings: computed from the elements that were proven, by a rule that
/// <c>docs/extraction.md</c> describes.</summary>
public static class DealConfidence
{
    /// <summary>No need is proven.</summary>
    public const string Cold = "Cold";

    /// <summary>A need without a buyer or without a process.</summary>
    public const string Warm = "Warm";

    /// <summary>Need, buyer and process are known.</summary>
    public const string Hot = "Hot";

    /// <summary>Hot, with a champion and a date in the process.</summary>
    public const string SuperHot = "Super-hot";

    // What the elements of the known frameworks stand for.
    private static readonly FrozenDictionary<string, FrozenSet<string>> Roles = new Dictionary<string, FrozenSet<string>>
    {
        ["need"] = Set("identified_pain", "need", "pain"),
        ["buyer"] = Set("economic_buyer", "authority", "decision"),
        ["process"] = Set("decision_process", "timing", "decision", "critical_event"),
        ["champion"] = Set("champion"),
        ["measure"] = Set("metrics", "impact"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>All of them, from unlikely to likely.</summary>
    public static IReadOnlyList<string> All { get; } = [Cold, Warm, Hot, SuperHot];

    /// <summary>The elements that tell what hurts.</summary>
    internal static IEnumerable<QualificationElement> NeedsOf(QualificationFramework framework) => framework.Elements.Where(IsIn("need"));

    /// <summary>The elements that tell it in numbers.</summary>
    internal static IEnumerable<QualificationElement> MeasuresOf(QualificationFramework framework) => framework.Elements.Where(IsIn("measure"));

    /// <summary>The confidence of a document's values; absent where nothing was looked at, e.g. in a meeting without transcript, and where the
    /// framework's own choices have no such word.</summary>
    internal static FieldValue Of(LeadValues values, QualificationFramework framework)
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
            return Cold;
        }

        if (!Has("buyer") || !Has("process"))
        {
            return Warm;
        }

        // A framework without a champion has nobody to miss.
        var isBacked = !framework.Elements.Any(IsIn("champion")) || Has("champion");
        return isBacked && framework.Elements.Where(IsIn("process")).Any(IsDated) ? SuperHot : Hot;

        bool Has(string role) => framework.Elements.Where(IsIn(role)).Any(element => values[framework.FieldOf(element)].IsWritable);

        bool IsDated(QualificationElement element) =>
            values[framework.FieldOf(element)] is { IsWritable: true } value && value.Text.Any(char.IsAsciiDigit);
    }

    // Of an own framework nothing is known but how much of it was heard.
    private static string OfShare(LeadValues values, QualificationFramework framework)
    {
        var share = (double)framework.Elements.Count(element => values[framework.FieldOf(element)].IsWritable) / framework.Elements.Count;
        return share switch
        {
            1 => Hot,
            >= 0.5 => Warm,
            _ => Cold,
        };
    }

    private static Func<QualificationElement, bool> IsIn(string role) => element => Roles[role].Contains(element.Name);

    private static FrozenSet<string> Set(params ReadOnlySpan<string> names) => names.ToArray().ToFrozenSet(StringComparer.Ordinal);
}
