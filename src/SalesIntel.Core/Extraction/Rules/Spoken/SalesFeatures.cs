using SalesIntel.Leads;

namespace SalesIntel.Extraction;

/// <summary>What a whole meeting is about, as a vector: how often each stem and each concept is said, and how often our own people say it.
/// </summary>
internal sealed class SalesFeatures
{
    /// <summary>Shorter sentences say little about what a meeting is about.</summary>
    public const int FewestWords = 4;

    // In a talk of a few sentences, each word once is no high rate.
    private const int FewestSentences = 10;
    private const double RateOf = 100;
    private const double Length = 5;

    private readonly Dictionary<(SentenceCue Cue, bool BySeller), int> counts = [];
    private int sentences;

    /// <summary>Takes a sentence into account.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="cues">Its cues.</param>
    /// <param name="isSeller">True when it is known that one of our own people says it.</param>
    public void Add(SpokenSentence sentence, IReadOnlyCollection<SentenceCue> cues, bool isSeller)
    {
        if (sentence.Words.Count < FewestWords)
        {
            return;
        }

        sentences++;
        foreach (var cue in cues)
        {
            if (cue.Kind is SentenceCues.Stem or SentenceCues.Concept)
            {
                Count((cue, false));
                if (isSeller)
                {
                    Count((cue, true));
                }
            }
        }
    }

    /// <summary>The vector: the logarithm of how often something is said in a hundred sentences, brought to one length, so that neither
    /// long meetings nor words that are said all the time outweigh the rest.</summary>
    public IReadOnlyList<KeyValuePair<(SentenceCue Cue, bool BySeller), double>> Read()
    {
        var scale = RateOf / Math.Max(sentences, FewestSentences);
        KeyValuePair<(SentenceCue, bool), double>[] rates =
            [.. counts.Select(count => KeyValuePair.Create(count.Key, Math.Log(1 + (scale * count.Value))))];
        var length = Math.Sqrt(rates.Sum(rate => rate.Value * rate.Value));
        return length == 0 ? [] : [.. rates.Select(rate => KeyValuePair.Create(rate.Key, Length * rate.Value / length))];
    }

    private void Count((SentenceCue, bool) feature) => counts[feature] = counts.GetValueOrDefault(feature) + 1;
}
