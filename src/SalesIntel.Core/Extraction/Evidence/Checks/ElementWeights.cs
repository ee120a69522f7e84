namespace SalesIntel.Extraction;

/// <summary>How much cues speak for each kind of element, learned from labelled statements by <c>--learn-elements</c> of
/// <c>tests/SalesIntel.Evaluation</c> (docs/extraction.md).</summary>
internal sealed class ElementWeights
{
    /// <summary>A cue of what is said: of the quote, and of the claim.</summary>
    public const char Said = 's';

    /// <summary>A cue of the question that is answered.</summary>
    public const char Asked = 'a';

    /// <summary>A cue of the claim, besides.</summary>
    public const char Claimed = 'c';

    /// <summary>The cue of a claim in other words than its quote's.</summary>
    public const string Any = ".any";

    // The score from which on a statement is clearly about a kind.
    private const float Clear = 1;

    // A long text says no more for having more words, and a claim less than the words that were said.
    private const int LeastCues = 4;
    private const float OfText = 1.5f;
    private const float OfClaim = 1.05f;

    private readonly string[] kinds;
    private readonly float[] biases;
    private readonly int[][] near;
    private readonly FrozenDictionary<string, float[][]> thresholds;
    private readonly FrozenDictionary<char, FrozenDictionary<string, float[]>> weights;

    /// <param name="sections">The file: in <c>[kinds]</c> a line for each kind with its bias and the kinds that it is often said with; in
    /// <c>[thresholds]</c> for each language two lines with the scores from which on a statement is about each kind, where somebody worded the claim and where the quote is alone; in
    /// <c>[weights]</c> a line for each cue with the numbers of kinds and their weights.</param>
    /// <exception cref="FormatException">Something that should be a number is none.</exception>
    public ElementWeights(IReadOnlyDictionary<string, IReadOnlyList<string>> sections)
    {
        var columns = sections["kinds"].Select(line => line.Split(' ')).ToArray();
        kinds = [.. columns.Select(one => one[0])];
        biases = [.. columns.Select(one => Number(one[1]))];
        near = [.. columns.Select(one => one[2..].Select(Find).ToArray())];
        thresholds = sections["thresholds"].Select(line => line.Split(' ')).GroupBy(words => words[0], StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, group => group.Select(words => words[1..].Select(Number).ToArray()).ToArray(),
                StringComparer.Ordinal);
        weights = sections["weights"].GroupBy(line => line[0]).ToFrozenDictionary(
            group => group.Key,
            group => group.Select(line => line.Split(' ')).ToFrozenDictionary(words => words[1], Weights, StringComparer.Ordinal));
    }

    /// <summary>The place of a kind among the scores.</summary>
    public int Find(string kind) => Array.IndexOf(kinds, kind);

    /// <summary>The score from which on a statement is about a kind.</summary>
    /// <param name="language">The code of the language.</param>
    /// <param name="kind">The kind's place.</param>
    /// <param name="isAlone">True when there is a quote and no claim in other words.</param>
    public float ThresholdOf(string language, int kind, bool isAlone) => thresholds[language][isAlone ? 1 : 0][kind];

    /// <summary>True when a statement is clearly about another kind than one that it could be about besides.</summary>
    /// <param name="scores">How much speaks for each kind.</param>
    /// <param name="kind">The kind's place.</param>
    public bool IsOther(float[] scores, int kind)
    {
        var most = Array.IndexOf(scores, scores.Max());
        return most != kind && scores[most] > Clear && !near[kind].Contains(most);
    }

    /// <summary>How much speaks for each kind.</summary>
    /// <param name="quote">The cues of the quote.</param>
    /// <param name="asked">The cues of the question; none where there is none.</param>
    /// <param name="claim">The cues of the claim; null where the quote is alone.</param>
    public float[] Score(IReadOnlyList<string> quote, IReadOnlyList<string> asked, IReadOnlyList<string>? claim)
    {
        float[] scores = [.. biases];
        foreach (var (kind, cue, value) in Values(quote, asked, claim))
        {
            if (weights.TryGetValue(kind, out var ofKind) && ofKind.TryGetValue(cue, out var ofCue))
            {
                for (var i = 0; i < scores.Length; i++)
                {
                    scores[i] += ofCue[i] * value;
                }
            }
        }

        return scores;
    }

    /// <summary>The cues of a statement with what each counts: learned from and read in one way. Words count where something is said, not
    /// in the question and not for the claim besides.</summary>
    /// <param name="quote">The cues of the quote.</param>
    /// <param name="asked">The cues of the question.</param>
    /// <param name="claim">The cues of the claim.</param>
    public static IEnumerable<(char Kind, string Cue, float Value)> Values(
        IReadOnlyList<string> quote, IReadOnlyList<string> asked, IReadOnlyList<string>? claim)
    {
        foreach (var (cue, value) in Scaled(quote, OfText))
        {
            yield return (Said, cue, value);
        }

        foreach (var (cue, value) in Scaled(asked, OfText).Where(one => !ElementCues.IsWord(one.Cue)))
        {
            yield return (Asked, cue, value);
        }

        if (claim is not null)
        {
            yield return (Claimed, Any, 1);
            foreach (var (cue, value) in Scaled(claim, OfClaim))
            {
                yield return (Said, cue, value);
            }

            foreach (var (cue, value) in Scaled(claim, OfClaim).Where(one => !ElementCues.IsWord(one.Cue)))
            {
                yield return (Claimed, cue, value);
            }
        }
    }

    private static IEnumerable<(string Cue, float Value)> Scaled(IReadOnlyList<string> cues, float most)
    {
        var words = cues.Count(ElementCues.IsWord);
        var (ofMeaning, ofWord) = (ScaleOf(cues.Count - words, most), ScaleOf(words, most));
        return cues.Select(cue => (cue, ElementCues.IsWord(cue) ? ofWord : ofMeaning));
    }

    private static float ScaleOf(int count, float most) => most / MathF.Sqrt(Math.Max(count, LeastCues));

    private float[] Weights(string[] words)
    {
        var read = new float[kinds.Length];
        foreach (var word in words.AsSpan(2))
        {
            read[word[0] - '0'] = Number(word[1..]);
        }

        return read;
    }

    private static float Number(string text) => float.Parse(text, CultureInfo.InvariantCulture);
}
