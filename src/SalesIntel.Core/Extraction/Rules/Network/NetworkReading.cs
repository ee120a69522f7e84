namespace SalesIntel.Extraction;

/// <summary>What a network reads in the sentences of one meeting.</summary>
internal sealed class NetworkReading(SentenceNetwork network)
{
    // What is kept of words: a longer meeting has more of them than are worth their memory.
    private const int MostWords = 2_000;

    private readonly Dictionary<int, float[]> ofSentences = [];
    private readonly Dictionary<int, float[]> ofBefore = [];
    private readonly int ofSentence = network.Sentence.Sum(one => one.Filters);
    private readonly float[] seen = new float[network.Seen];
    private readonly int[] places = new int[network.Seen];
    private readonly List<float[]?> words = [];

    /// <summary>Begins a turn.</summary>
    /// <param name="before">The words of the turn before.</param>
    public void Begin(IEnumerable<SpokenWord> before)
    {
        Take(network.Find(before.TakeLast(SentenceNetwork.WordsBefore)), network.Before, ofBefore);
        SentenceNetwork.See(network.Before, words, seen.AsSpan(ofSentence), places);
    }

    /// <summary>The scores of a sentence of the turn.</summary>
    /// <param name="sentence">Its words.</param>
    public float[] Score(IEnumerable<SpokenWord> sentence)
    {
        Take(network.Find(sentence), network.Sentence, ofSentences);
        SentenceNetwork.See(network.Sentence, words, seen.AsSpan(0, ofSentence), places);
        var scores = new float[network.Biases.Length];
        for (var i = 0; i < scores.Length; i++)
        {
            scores[i] = network.Score(seen, i);
        }

        return scores;
    }

    private void Take(int[] found, IReadOnlyList<Convolution> convolutions, Dictionary<int, float[]> known)
    {
        words.Clear();
        foreach (var place in found)
        {
            if (place < 0)
            {
                words.Add(null);
                continue;
            }

            if (!known.TryGetValue(place, out var numbers))
            {
                numbers = network.Project(place, convolutions);
                if (known.Count < MostWords)
                {
                    known.Add(place, numbers);
                }
            }

            words.Add(numbers);
        }
    }
}
