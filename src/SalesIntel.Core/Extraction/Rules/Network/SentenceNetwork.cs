namespace SalesIntel.Extraction;

/// <summary>A small convolutional network (after Kim 2014) that tells by the words of a sentence, and by those of the turn before it, what the sentence
/// speaks about. Words have vectors (<see cref="WordVectors"/>), so that a wording from which nothing was learned is known by words that are used
/// like others.</summary>
internal sealed class SentenceNetwork
{
    /// <summary>So many of the last words of the turn before are looked at.</summary>
    public const int WordsBefore = 25;

    private const int FiltersOfSentence = 64;
    private const int FiltersBefore = 32;

    /// <summary>A network that learned nothing.</summary>
    /// <param name="words">The vectors of words.</param>
    /// <param name="scores">How many scores it gives.</param>
    /// <param name="learners">How many have learned by themselves: the scores are the mean of theirs.</param>
    public SentenceNetwork(WordVectors words, int scores, int learners)
    {
        (Words, Learners) = (words, learners);
        Sentence = [.. new[] { 1, 2, 3 }.Select(width => new Convolution(width, learners * FiltersOfSentence, words.Dimensions))];
        Before = [.. new[] { 1, 2 }.Select(width => new Convolution(width, learners * FiltersBefore, words.Dimensions))];
        Biases = new float[scores];
        Weights = new float[scores * Seen];
    }

    public WordVectors Words { get; }

    /// <summary>How many have learned by themselves.</summary>
    public int Learners { get; }

    /// <summary>What looks at the sentence.</summary>
    public IReadOnlyList<Convolution> Sentence { get; }

    /// <summary>What looks at the turn before.</summary>
    public IReadOnlyList<Convolution> Before { get; }

    /// <summary>How much of what is seen counts for each score, all numbers of a score together.</summary>
    public float[] Weights { get; }

    /// <summary>What each score is when nothing is seen.</summary>
    public float[] Biases { get; }

    /// <summary>How many numbers are seen of a sentence.</summary>
    public int Seen => Sentence.Concat(Before).Sum(one => one.Filters);

    public IEnumerable<float[]> Learned =>
        [.. Sentence.Concat(Before).SelectMany(one => (float[][])[one.Weights, one.Biases]), Weights, Biases];

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <param name="words">The vectors of words with which it learned.</param>
    /// <param name="stream">The file.</param>
    /// <exception cref="EndOfStreamException">It was written by a network of another shape.</exception>
    public static SentenceNetwork Read(WordVectors words, Stream stream)
    {
        using var reader = new BinaryReader(stream);
        var scores = reader.ReadInt32();
        var network = new SentenceNetwork(words, scores, reader.ReadInt32());
        foreach (var numbers in network.Learned)
        {
            for (var i = 0; i < numbers.Length; i++)
            {
                numbers[i] = (float)reader.ReadHalf();
            }
        }

        return network;
    }

    /// <summary>The places of the vectors of a sentence's words; negative for a word that has none.</summary>
    public int[] Find(IEnumerable<SpokenWord> sentence) => [.. sentence.Select(word => Words.Find(word.Text))];

    /// <summary>What a word makes for some convolutions, one behind the other.</summary>
    public float[] Project(int place, IReadOnlyList<Convolution> convolutions)
    {
        Span<float> vector = stackalloc float[Words.Dimensions];
        Words.Read(place, vector);
        var numbers = new float[convolutions.Sum(one => one.Outputs)];
        var at = 0;
        foreach (var one in convolutions)
        {
            one.Project(vector, numbers.AsSpan(at, one.Outputs));
            at += one.Outputs;
        }

        return numbers;
    }

    /// <summary>What some convolutions see, one behind the other.</summary>
    /// <param name="convolutions">They.</param>
    /// <param name="words">What each word makes for them; null for one without a vector.</param>
    /// <param name="most">Gets what they see.</param>
    /// <param name="places">Gets where they see it.</param>
    public static void See(IReadOnlyList<Convolution> convolutions, IReadOnlyList<float[]?> words, Span<float> most, Span<int> places)
    {
        var (at, seen) = (0, 0);
        foreach (var one in convolutions)
        {
            one.Pool(words, at, most.Slice(seen, one.Filters), places.Slice(seen, one.Filters));
            at += one.Outputs;
            seen += one.Filters;
        }
    }

    /// <summary>The score of what is seen.</summary>
    public float Score(ReadOnlySpan<float> seen, int score)
    {
        var sum = Biases[score];
        var weights = Weights.AsSpan(score * seen.Length, seen.Length);
        for (var i = 0; i < seen.Length; i++)
        {
            sum += weights[i] * seen[i];
        }

        return sum;
    }

    /// <summary>Writes what was learned.</summary>
    public void Write(Stream stream)
    {
        using var writer = new BinaryWriter(stream);
        writer.Write(Biases.Length);
        writer.Write(Learners);
        foreach (var number in Learned.SelectMany(numbers => numbers))
        {
            writer.Write((Half)number);
        }
    }
}
