using SalesIntel.Evaluation.Generating.Text;
using SalesIntel.Extraction;

namespace SalesIntel.Evaluation.Learning;

/// <summary>Learns which cues tell of which element: what speaks for one speaks against the others (logistic regression over all elements,
/// steps that get smaller with each cue's own gradients). The same statements give the same weights.</summary>
/// <param name="elements">How many elements there are.</param>
internal sealed class ElementLearner(int elements)
{
    private const int Epochs = 4;
    private const double Rate = 0.5;

    private readonly Dictionary<SentenceCue, (double[] Weights, double Gradients)> learned = [];

    /// <summary>The weights of each cue, one for each element.</summary>
    public IEnumerable<(SentenceCue Cue, double[] Weights)> Weights => learned.Select(entry => (entry.Key, entry.Value.Weights));

    /// <summary>Learns.</summary>
    /// <param name="statements">The cues of each, and the element that it is about.</param>
    public void Learn(IReadOnlyList<(HashSet<SentenceCue> Cues, int Element)> statements)
    {
        for (var epoch = 0; epoch < Epochs; epoch++)
        {
            foreach (var (cues, element) in Seeded.For(epoch, "order").Shuffled(statements))
            {
                Step(cues, element);
            }
        }
    }

    private void Step(HashSet<SentenceCue> cues, int element)
    {
        var scale = CueWeights.ScaleOf(cues.Count);
        var errors = new double[elements];
        foreach (var cue in cues)
        {
            if (learned.TryGetValue(cue, out var known))
            {
                for (var i = 0; i < elements; i++)
                {
                    errors[i] += known.Weights[i] * scale;
                }
            }
        }

        var most = errors.Max();
        var sum = errors.Sum(score => Math.Exp(score - most));
        for (var i = 0; i < elements; i++)
        {
            errors[i] = (Math.Exp(errors[i] - most) / sum) - (i == element ? 1 : 0);
        }

        var gradient = errors.Sum(error => error * error) * scale * scale;
        foreach (var cue in cues)
        {
            var (weights, gradients) = learned.GetValueOrDefault(cue, (new double[elements], 1e-8));
            gradients += gradient;
            for (var i = 0; i < elements; i++)
            {
                weights[i] -= Rate * scale / Math.Sqrt(gradients) * errors[i];
            }

            learned[cue] = (weights, gradients);
        }
    }
}
