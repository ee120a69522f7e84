using SalesIntel.Evaluation.Generating.Text;
using SalesIntel.Extraction;

namespace SalesIntel.Evaluation.Learning;

/// <summary>Learns how much cues speak for one element: logistic regression, with steps that get smaller with each cue's own gradients.
/// The same statements give the same weights.</summary>
/// <param name="element">The element's place among the labels.</param>
internal sealed class ElementLearner(int element)
{
    private const int Epochs = 24;
    private const double Rate = 0.5;

    // What keeps weights small, over all statements together.
    private const double Smallness = 2;
    private const int LeastStatements = 3;

    private readonly Dictionary<(char, string), Learned> learned = [];

    /// <summary>What a statement without cues scores.</summary>
    public double Bias { get; private set; }

    /// <summary>The weights.</summary>
    public IEnumerable<((char Kind, string Cue) Cue, double Weight)> Weights => learned.Select(entry => (entry.Key, entry.Value.Weight));

    /// <summary>Learns from statements: from the quote alone, and from quote and claim.</summary>
    public void Learn(IEnumerable<LabelledStatement> statements)
    {
        var all = statements.Where(one => one.Labels[element] != 0).SelectMany(one => one.Claim is null
            ? [(one, Values(one, false))] : new[] { (one, Values(one, false)), (one, Values(one, true)) }).ToArray();
        var counts = all.SelectMany(one => one.Item2).CountBy(value => (value.Kind, value.Cue))
            .Where(count => count.Value >= LeastStatements)
            .ToDictionary();
        foreach (var (cue, count) in counts)
        {
            learned[cue] = new Learned(Smallness / count);
        }

        var read = all.Select(one => (
            IsAbout: one.one.Labels[element] > 0,
            Weight: one.one.Weight * Math.Abs(one.one.Labels[element]),
            Cues: one.Item2.Where(value => learned.ContainsKey((value.Kind, value.Cue)))
                .Select(value => (learned[(value.Kind, value.Cue)], (double)value.Value)).ToArray())).ToArray();
        var (about, not) = (read.Where(one => one.IsAbout).Sum(one => one.Weight), read.Where(one => !one.IsAbout).Sum(one => one.Weight));
        var ofBias = new Learned(0);
        for (var epoch = 0; epoch < Epochs; epoch++)
        {
            foreach (var (isAbout, weight, cues) in Seeded.For(epoch, "order").Shuffled(read))
            {
                var score = ofBias.Weight + cues.Sum(cue => cue.Item1.Weight * cue.Item2);
                var error = ((1 / (1 + Math.Exp(-score))) - (isAbout ? 1 : 0)) * weight * (about + not) / (2 * (isAbout ? about : not));
                ofBias.Step(error, Rate);
                foreach (var (cue, value) in cues)
                {
                    cue.Step(error * value, Rate);
                }
            }
        }

        Bias = ofBias.Weight;
    }

    private static (char Kind, string Cue, float Value)[] Values(LabelledStatement statement, bool withClaim) =>
        [.. ElementWeights.Values(statement.Quote, statement.Asked, withClaim ? statement.Claim : null)];

    private sealed class Learned(double smallness)
    {
        private double gradients = 1e-6;

        public double Weight { get; private set; }

        public void Step(double gradient, double rate)
        {
            var whole = gradient + (smallness * Weight);
            gradients += whole * whole;
            Weight -= rate / Math.Sqrt(gradients) * whole;
        }
    }
}
