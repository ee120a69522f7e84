using SalesIntel.Extraction;

namespace SalesIntel.Evaluation.Learning.Network;

/// <summary>A sentence from which a network learns.</summary>
/// <param name="Sentence">The places of its words' vectors.</param>
/// <param name="Before">Those of the last words of the turn before.</param>
/// <param name="Labels">For each score: 1 = speaks about it, -1 = does not, 0 = nothing is learned.</param>
internal sealed record NetworkSample(int[] Sentence, int[] Before, int[] Labels)
{
    /// <summary>The samples of the buyers' sentences.</summary>
    public static IEnumerable<NetworkSample> Of(SentenceNetwork network, IEnumerable<LabelledSentence> sentences) => sentences
        .Where(one => one.Spoken is { Side: not Leads.MeetingSide.Seller } && one.Labels.Any(label => label is LabelledPhrases.Sure or LabelledPhrases.Not))
        .Select(one => new NetworkSample(
            network.Find(one.Spoken!.Words), network.Find(WordsBefore(one).TakeLast(SentenceNetwork.WordsBefore)),
            [.. one.Labels.Select(label => label is LabelledPhrases.Sure or LabelledPhrases.Not ? label : LabelledPhrases.Disputed)]));

    /// <summary>The words of the turn before a sentence.</summary>
    public static IEnumerable<SpokenWord> WordsBefore(LabelledSentence sentence) => (sentence.TurnBefore ?? []).SelectMany(one => one.Words);
}
