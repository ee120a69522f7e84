namespace SalesIntel.Leads;

/// <summary>What the elements of the known frameworks stand for, under whatever name.</summary>
internal static class QualificationRoles
{
    /// <summary>What hurts.</summary>
    public const string Need = "need";

    /// <summary>Who decides.</summary>
    public const string Buyer = "buyer";

    /// <summary>How and by when it is decided.</summary>
    public const string Process = "process";

    /// <summary>Who wants it.</summary>
    public const string Champion = "champion";

    /// <summary>What tells it in numbers.</summary>
    public const string Measure = "measure";

    /// <summary>Who or what else could be chosen.</summary>
    public const string Rival = "rival";

    /// <summary>What is worth a second look: a wrong word in it misleads whoever plans the deal.</summary>
    public const string Verified = "verified";

    private static readonly FrozenDictionary<string, FrozenSet<string>> Names = new Dictionary<string, FrozenSet<string>>
    {
        [Need] = Set("identified_pain", "need", "pain"),
        [Buyer] = Set("economic_buyer", "authority", "decision"),
        [Process] = Set("decision_process", "timing", "decision", "critical_event"),
        [Champion] = Set("champion"),
        [Measure] = Set("metrics", "impact"),
        [Rival] = Set("competition"),
        [Verified] = Set(
            "economic_buyer", "authority", "metrics", "impact", "competition", "decision_process", "paper_process", "timing", "decision",
            "critical_event"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The elements of a framework that stand for a role.</summary>
    public static IEnumerable<QualificationElement> Of(QualificationFramework framework, string role) =>
        framework.Elements.Where(element => Names[role].Contains(element.Name));

    /// <summary>True when an element stands for a role.</summary>
    public static bool Is(QualificationElement element, string role) => Names[role].Contains(element.Name);

    private static FrozenSet<string> Set(params ReadOnlySpan<string> names) => names.ToArray().ToFrozenSet(StringComparer.Ordinal);
}
