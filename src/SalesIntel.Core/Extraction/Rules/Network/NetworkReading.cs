namespace SalesIntel.Extraction;

/// <summary>What a network reads in the sentences of one meeting, given in their order.</summary>
internal sealed class NetworkReading(SentenceNetwork network)
{
    // What is kept of words: a longer meeting has more of them than are worth their memory.
    private const int MostWords = 2_000;

    private readonly Dictionary<int, float[]> ofSentences = [];
    private readonly Dictionary<int, float[]> ofBefore = [];
    private readonly float[] seen = new float[network.Seen];
    private readonly int[] places = new int[network.Seen];
    private readonly List<float[]?> words = [];
    private IReadOnlyList<SpokenSentence>? before;

    /// <summary>The scores of a sentence.</summary>
    /// <param name="turnBefore">The sentences of the turn before; null for none.</param>
    /// <param name="sentence">The sentence.</param>
    public float[] Score(IReadOnlyList<SpokenSentence>? turnBefore, SpokenSentence sentence)
    {
        var ofSentence = network.Sentence.Sum(one => one.Filters);
        if (before != turnBefore || before is null)
        {
            before = turnBefore;
            Take(turnBefore is null ? [] : LastWords(network, turnBefore), network.Before, ofBefore);
            SentenceNetwork.See(network.Before, words, seen.AsSpan(ofSentence), places);
        }

        Take(network.Find(sentence), network.Sentence, ofSentences);
        SentenceNetwork.See(network.Sentence, words, seen.AsSpan(0, ofSentence), places);
        var scores = new float[network.Biases.Length];
        for (var i = 0; i < scores.Length; i++)
        {
            scores[i] = network.Score(seen, i);
        }

        return scores;
    }

    /// <summary>The places of the last words of a turn.</summary>
    public static int[] LastWords(SentenceNetwork network, IReadOnlyList<SpokenSentence> turn)
    {
        List<int> last = [];
        for (var i = turn.Count - 1; i >= 0 && last.Count < SentenceNetwork.WordsBefore; i--)
        {
            last.InsertRange(0, network.Find(turn[i]));
        }

        return [.. last.TakeLast(SentenceNetwork.WordsBefore)];
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
