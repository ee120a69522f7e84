using SalesIntel.Leads;

namespace SalesIntel.Extraction;

/// <summary>Tells whether people in a meeting talk about buying something, by the average of what its sentences say for it. Rules that look for
/// a deal would find one in any talk about work: stand-ups have problems, lectures have numbers, support calls have customers. A single
/// sentence tells little, hundreds tell it surely.</summary>
/// <param name="weights">How much cues count.</param>
internal sealed class SalesScore(CueWeights weights)
{
    // One sentence outweighs no other ones.
    private const float MostOfSentence = 4;
    private const int FewestWords = 4;

    // People who say little get to the point: they say none of what surrounds a sale. Those who talk for an hour about other things may sound
    // like one for a while.
    private const int ManySentences = 100;
    private const double LessForFew = 1;

    private readonly int sale = weights.Find(CueWeights.Sale);

    private double sum;
    private int count;
    private bool hasOther;

    /// <summary>True when it is about buying. Among our own people nobody buys, whatever they say about customers.</summary>
    public bool IsSale => hasOther && Mean >= Needed;

    // What its sentences say for it, on average.
    private double Mean => sum / Math.Max(count, 1);

    private double Needed =>
        weights.ThresholdOf(sale) - (LessForFew * Math.Max(0, ManySentences - count) / ManySentences);

    /// <summary>Takes a sentence into account.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="scores">Its scores.</param>
    public void Add(SpokenSentence sentence, ReadOnlySpan<float> scores)
    {
        hasOther |= sentence.Side != MeetingSide.Seller;
        if (sentence.Words.Count >= FewestWords)
        {
            sum += Math.Clamp(scores[sale], -MostOfSentence, MostOfSentence);
            count++;
        }
    }
}
