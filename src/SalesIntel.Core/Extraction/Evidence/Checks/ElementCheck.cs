using System.Collections.Frozen;
using SalesIntel.Leads;

namespace SalesIntel.Extraction;

/// <summary>Whether a statement can be about an element, as far as words tell that are characteristic of elements: what speaks for the
/// element is weighed against what speaks for another one.</summary>
internal static class ElementCheck
{
    // How much a sign of another kind takes away.
    private const double Against = 0.9;

    // From which difference on a statement is about a kind: about pain and criteria people speak in any words, while everybody says in the same
    // ones how something is bought.
    private const double Least = 0;
    private static readonly FrozenDictionary<string, double> LeastOf = new Dictionary<string, double>
    {
        ["measure"] = -1, ["buyer"] = -0.2, ["criteria"] = -1, ["process"] = 0.4, ["pain"] = -1.4, ["champion"] = -1, ["competition"] = -0.6,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    // What the elements of the known frameworks ask for; another one may be about anything.
    private static readonly FrozenDictionary<string, string[]> Kinds = new Dictionary<string, string[]>
    {
        ["metrics"] = ["measure"],
        ["economic_buyer"] = ["buyer"],
        ["authority"] = ["buyer"],
        ["decision_criteria"] = ["criteria"],
        ["decision_process"] = ["process"],
        ["paper_process"] = ["process"],
        ["timing"] = ["process"],
        ["critical_event"] = ["process"],
        ["decision"] = ["buyer", "process", "criteria"],
        ["identified_pain"] = ["pain"],
        ["need"] = ["pain", "criteria"],
        ["pain"] = ["pain"],
        ["impact"] = ["pain", "measure"],
        ["champion"] = ["champion"],
        ["competition"] = ["competition"],
        ["budget"] = ["money"],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    // What is said about one of these is often said about the other, too: whoever decides is a step, and a number a pain.
    private static readonly FrozenDictionary<string, string[]> Apart = new Dictionary<string, string[]>
    {
        ["measure"] = ["buyer", "process", "champion", "competition"],
        ["buyer"] = ["criteria", "pain", "competition", "measure"],
        ["criteria"] = ["buyer", "process", "champion", "pain"],
        ["process"] = ["pain", "champion", "competition", "criteria"],
        ["pain"] = ["buyer", "process", "champion", "competition", "criteria"],
        ["champion"] = ["pain", "competition", "criteria", "process", "measure"],
        ["competition"] = ["buyer", "process", "champion", "pain", "measure"],
        ["money"] = ["champion", "competition"],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Whether a statement can be about an element.</summary>
    /// <param name="element">The element.</param>
    /// <param name="quote">The sentences of the quote.</param>
    /// <param name="question">The question that it answers; may be empty.</param>
    /// <param name="names">The names of the document.</param>
    /// <param name="claim">What is claimed in other words; null when the quote itself is.</param>
    /// <param name="support">How much of the claim the passage bears out.</param>
    public static bool Holds(QualificationElement element, ReadText quote, string question, NameIndex names, string? claim,
        ContentSupport support)
    {
        if (!Kinds.TryGetValue(element.Name, out var kinds))
        {
            return support != ContentSupport.None;
        }

        var signs = new ElementSigns(
            quote, new ReadText(question, quote.Language), claim is null ? null : new ReadText(claim, quote.Language), names);

        // What has no number measures nothing; and where claim and quote have no word in common, the quote needs one of the element.
        return !(kinds is ["measure"] && !signs.HasNumber)
            && (support != ContentSupport.None || kinds.Any(signs.HasWord))
            && kinds.Any(kind => (claim is not null || signs.Of(kind) > 0) && IsAbout(kind, kinds, signs));
    }

    private static bool IsAbout(string kind, string[] kinds, ElementSigns signs)
    {
        var other = Apart[kind].Where(other => !kinds.Contains(other)).Select(signs.Of).DefaultIfEmpty(0).Max();
        return signs.Of(kind) - (Against * Math.Max(other, 0)) >= LeastOf.GetValueOrDefault(kind, Least);
    }
}
