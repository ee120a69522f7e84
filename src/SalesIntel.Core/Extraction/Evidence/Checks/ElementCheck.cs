using SalesIntel.Leads;

namespace SalesIntel.Extraction;

/// <summary>Whether a statement can be about an element, as far as its words tell: how much each cue speaks for and against each kind of
/// element was learned from labelled statements (docs/extraction.md).</summary>
internal static class ElementCheck
{
    /// <summary>The kind of a budget, of which nothing was learned.</summary>
    private const string Money = "money";

    // What else a quote has to score whose claim says something else: then most likely both are wrong.
    private const float Unlike = 1;

    private static readonly ElementWeights Weights = new(DataFile.Sections("Extraction.Evidence.Data.element-weights.txt"));

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
        ["budget"] = [Money],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The kind that an element asks for alone.</summary>
    public static string KindOf(string element) => Kinds[element].Single();

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

        // What has no number measures nothing.
        if (kinds is ["measure"] && !ElementCues.HasNumber(quote))
        {
            return false;
        }

        // A claim that has no word in common with its quote tells nothing about it.
        var isAlone = claim is null || support == ContentSupport.None;
        var (said, asked) = (ElementCues.Of(quote, names), ElementCues.Of(new ReadText(question, quote.Language), names));
        var worded = isAlone ? null : ElementCues.Of(new ReadText(claim!, quote.Language), names);
        var scores = Weights.Score(said, asked, worded);
        return kinds is [Money]
            ? IsAboutMoney([.. said, .. asked, .. worded ?? []]) || (!isAlone && !Holds("champion") && !Holds("competition"))
            : kinds.Any(Holds);

        bool Holds(string kind) => Weights.Find(kind) is var at
            && ((!isAlone && !Weights.IsOther(scores, at))
                || scores[at] >= Weights.ThresholdOf(quote.Language.Code, at, isAlone) + (support == ContentSupport.None ? Unlike : 0));
    }

    private static bool IsAboutMoney(IEnumerable<string> cues) => cues.Any(cue => cue is ElementCues.Kind + Money or "budget" or "money"
        || cue.StartsWith(ElementCues.Unit, StringComparison.Ordinal));
}
