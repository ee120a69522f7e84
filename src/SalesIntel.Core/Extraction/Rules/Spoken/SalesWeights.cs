namespace SalesIntel.Extraction;

/// <summary>How much what is said speaks for a meeting in which something is sold: learned from conversations of both kinds
/// (docs/extraction.md). The file is made by <c>--learn-sale</c> of <c>tests/SalesIntel.Evaluation</c>.</summary>
internal sealed class SalesWeights
{
    private readonly FrozenDictionary<(SentenceCue, bool), float> weights;
    /// <param name="sections">The file: in <c>[bias]</c> one number; in <c>[weights]</c> a line for each cue with its weight, and the
    /// weight that it has besides when one of our own people says it.</param>
    /// <exception cref="FormatException">Something that should be a number is none.</exception>
    public SalesWeights(IReadOnlyDictionary<string, IReadOnlyList<string>> sections)
    {
        Bias = Number(sections["bias"][0]);
        var read = new Dictionary<(SentenceCue, bool), float>();
        foreach (var line in sections["weights"])
        {
            var columns = line.Split(' ');
            var cue = new SentenceCue(columns[0][0], columns[1], "");
            read[(cue, false)] = Number(columns[2]);
            read[(cue, true)] = Number(columns[3]);
        }

        weights = read.ToFrozenDictionary();
    }

    /// <summary>What a meeting in which nothing is said scores.</summary>
    public float Bias { get; }

    /// <summary>The cues that count.</summary>
    public IEnumerable<SentenceCue> Cues => weights.Keys.Select(key => key.Item1).Distinct();

    /// <summary>The weight of a cue.</summary>
    /// <param name="cue">The cue.</param>
    /// <param name="bySeller">True for what it weighs besides when one of our own people says it.</param>
    public float Of(SentenceCue cue, bool bySeller) => weights.GetValueOrDefault((cue, bySeller));

    /// <summary>True when it is a meeting in which something is sold.</summary>
    public bool IsSale(SalesFeatures features) =>
        features.Read().Sum(feature => weights.GetValueOrDefault(feature.Key) * feature.Value) + Bias >= 0;

    private static float Number(string text) => float.Parse(text, CultureInfo.InvariantCulture);
}
