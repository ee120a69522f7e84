namespace SalesIntel.Extraction;

/// <summary>How much what stands around a sentence counts besides its own cues (<see cref="ContextSigns"/>): a sum of weights, learned from
/// whole calls of authors of whom the weights of cues knew nothing (<c>--learn</c>).</summary>
internal sealed class ContextWeights
{
    private const string Bias = "bias";
    private const string Threshold = "threshold";

    private readonly float[] biases;
    private readonly float[] thresholds;
    private readonly float[][] weights;

    /// <param name="lines">A line for the bias, the threshold and each sign, with its number for each element.</param>
    /// <param name="names">How many scores a sentence has.</param>
    /// <exception cref="FormatException">Something that should be a number is none.</exception>
    /// <exception cref="InvalidDataException">A sign has no line.</exception>
    public ContextWeights(IReadOnlyList<string> lines, int names)
    {
        var read = lines.Select(line => line.Split(" = ")).ToDictionary(
            pair => pair[0], pair => pair[1].Split(' ').Select(text => float.Parse(text, CultureInfo.InvariantCulture)).ToArray(), StringComparer.Ordinal);
        float[] Of(string name) => read.TryGetValue(name, out var line) ? line : throw new InvalidDataException($"The weights have no line for '{name}'.");
        (biases, thresholds) = (Of(Bias), Of(Threshold));
        var signs = ContextSigns.Names(names);
        weights = [.. Enumerable.Range(0, biases.Length).Select(element => signs.Select(name => Of(name)[element]).ToArray())];
    }

    public bool Knows(int element) => element < biases.Length;

    /// <summary>The score from which on a sentence speaks about an element.</summary>
    public float ThresholdOf(int element) => thresholds[element];

    /// <summary>The score of a sentence for an element.</summary>
    public float Score(int element, List<float> signs)
    {
        var score = biases[element];
        for (var i = 0; i < signs.Count; i++)
        {
            score += weights[element][i] * signs[i];
        }

        return score;
    }
}
