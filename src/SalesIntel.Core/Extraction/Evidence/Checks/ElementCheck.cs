using System.Collections.Frozen;
using SalesIntel.Leads;
using SalesIntel.Text;

namespace SalesIntel.Extraction;

/// <summary>Whether a statement can be about an element, as far as its words tell: what speaks for the element is weighed against what
/// speaks for another one. How much each cue speaks for which element was learned from labelled statements (docs/extraction.md).</summary>
internal static class ElementCheck
{
    // Whoever writes it down in his own words tells what it is about, too, but less than the words themselves.
    private const float Claimed = 0.8f;

    private static readonly CueWeights Weights = new(DataFile.Sections("Extraction.Evidence.Data.element-weights.txt"));

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
        ["budget"] = ["buyer", "measure"],
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

        // What has no number measures nothing; and where claim and quote have no word in common, the quote is about nothing else.
        var scores = Scores(
            Weights, quote, new ReadText(question, quote.Language), claim is null ? null : new ReadText(claim, quote.Language), names);
        return !(kinds is ["measure"] && !ElementCues.HasNumber(quote)) && kinds.Any(kind =>
            Ahead(Weights, kind, scores, kinds) >= Math.Max(Weights.ThresholdOf(Weights.Find(kind)), support == ContentSupport.None ? 0 : float.MinValue));
    }

    /// <summary>How much speaks for each kind.</summary>
    /// <param name="weights">How much cues count.</param>
    /// <param name="quote">The sentences of the quote.</param>
    /// <param name="asked">The question that it answers; may be empty.</param>
    /// <param name="claim">What is claimed in other words; null when the quote itself is.</param>
    /// <param name="names">The names of the document.</param>
    public static float[] Scores(CueWeights weights, ReadText quote, ReadText asked, ReadText? claim, NameIndex names)
    {
        var scores = new float[weights.Count];
        weights.Score(ElementCues.Of(quote, asked, names), scores);
        var said = scores;
        if (claim is not null)
        {
            said = new float[weights.Count];
            weights.Score(ElementCues.Of(claim, new ReadText("", claim.Language), names), said);
        }

        return [.. scores.Zip(said, (ofQuote, ofClaim) => ofQuote + (Claimed * ofClaim))];
    }

    /// <summary>By how much a kind is ahead of the others that it is never together with.</summary>
    /// <param name="weights">How much cues count.</param>
    /// <param name="kind">The kind.</param>
    /// <param name="scores">How much speaks for each kind.</param>
    /// <param name="together">Kinds that are asked for together with it.</param>
    public static float Ahead(CueWeights weights, string kind, float[] scores, params ReadOnlySpan<string> together)
    {
        var most = float.NegativeInfinity;
        foreach (var other in Apart[kind])
        {
            most = together.Contains(other) ? most : Math.Max(most, scores[weights.Find(other)]);
        }

        return scores[weights.Find(kind)] - most;
    }

    /// <summary>The kind that an element of MEDDIC asks for.</summary>
    public static string KindOf(string element) => Kinds[element][0];
}
