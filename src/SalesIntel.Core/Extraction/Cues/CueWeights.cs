namespace SalesIntel.Extraction;

/// <summary>How much cues speak for an element: a sum of weights, which were learned from labelled sentences (docs/extraction.md). What they
/// were learned from and how is in <c>tests/SalesIntel.Evaluation</c>; the file is made by its <c>--learn</c>.</summary>
internal sealed class CueWeights
{
    private readonly string[] names;
    private readonly float[] biases;
    private readonly float[] thresholds;
    private readonly FrozenDictionary<SentenceCue, (int Element, float Weight)[]> weights;

    /// <param name="sections">The file: in <c>[elements]</c> a line for each element with its bias and the score from which on a sentence
    /// speaks about it, in <c>[weights]</c> a line for each cue with the numbers of elements and their weights.</param>
    /// <exception cref="FormatException">Something that should be a number is none.</exception>
    public CueWeights(IReadOnlyDictionary<string, IReadOnlyList<string>> sections)
    {
        var elements = sections["elements"].Select(line => line.Split(' ')).ToArray();
        names = [.. elements.Select(columns => columns[0])];
        thresholds = [.. elements.Select(columns => Number(columns[2]))];
        biases = [.. elements.Select(columns => Number(columns[1]))];
        var read = new Dictionary<SentenceCue, (int, float)[]>();
        foreach (var line in sections["weights"])
        {
            var at = line.IndexOf('=', StringComparison.Ordinal);
            var words = line[..at].TrimEnd().Split(' ');
            read[new SentenceCue(words[0][0], words[1], words.Length > 2 ? words[2] : "")] =
                [.. line[(at + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Weight)];
        }

        weights = read.ToFrozenDictionary();

        static (int, float) Weight(string text) =>
            (int.Parse(text.AsSpan(0, 1), CultureInfo.InvariantCulture), Number(text[1..]));
    }

    /// <summary>The name of what is said so vaguely that it states nothing.</summary>
    public const string Hedged = "hedged";

    /// <summary>How many scores a sentence has.</summary>
    public int Count => names.Length;

    /// <summary>The place of an element among the scores; -1 when it has none.</summary>
    public int Find(string name) => Array.IndexOf(names, name);

    /// <summary>The score from which on a sentence speaks about an element.</summary>
    public float ThresholdOf(int element) => thresholds[element];

    /// <summary>The first words of the cues of a kind.</summary>
    public IEnumerable<string> FirstsOf(char kind) => weights.Keys.Where(cue => cue.Kind == kind).Select(cue => cue.First).Distinct();

    /// <summary>The score of a sentence for each element.</summary>
    /// <param name="cues">Its cues.</param>
    /// <param name="scores">Gets the scores.</param>
    public void Score(IReadOnlyCollection<SentenceCue> cues, Span<float> scores)
    {
        scores.Clear();
        foreach (var cue in cues)
        {
            if (weights.TryGetValue(cue, out var ofCue))
            {
                foreach (var (element, weight) in ofCue)
                {
                    scores[element] += weight;
                }
            }
        }

        var scale = ScaleOf(cues.Count);
        for (var i = 0; i < biases.Length; i++)
        {
            scores[i] = biases[i] + (scores[i] * scale);
        }
    }

    /// <summary>What each weight of a sentence with so many cues is multiplied by: a long sentence says no more for having more words.</summary>
    public static float ScaleOf(int cues) => 1 / MathF.Sqrt(Math.Max(cues, 1));

    private static float Number(string text) => float.Parse(text, CultureInfo.InvariantCulture);
}
