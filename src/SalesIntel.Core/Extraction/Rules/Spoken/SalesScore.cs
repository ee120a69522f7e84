using SalesIntel.Leads;

namespace SalesIntel.Extraction;

/// <summary>Tells whether people in a meeting talk about buying something. Rules that look for a deal would find one in any talk about
/// work: stand-ups have problems, lectures have numbers, support calls have customers.</summary>
/// <param name="weights">How much what is said speaks for a sale.</param>
internal sealed class SalesScore(SalesWeights weights)
{
    private readonly SalesFeatures features = new();
    private bool hasOther;
    private bool? isSale;

    /// <summary>True when it is about buying. Among our own people nobody buys, whatever they say about customers.</summary>
    public bool IsSale => hasOther && (isSale ??= weights.IsSale(features));

    /// <summary>Takes a sentence into account.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="cues">Its cues.</param>
    public void Add(SpokenSentence sentence, IReadOnlyCollection<SentenceCue> cues)
    {
        isSale = null;
        hasOther |= sentence.Side != MeetingSide.Seller;
        features.Add(sentence, cues, sentence.Side == MeetingSide.Seller);
    }
}
