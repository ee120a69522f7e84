using SalesIntel.Evaluation.Generating.Text;
using SalesIntel.Extraction;

namespace SalesIntel.Evaluation.Learning;

/// <summary>Learns the weights of cues by logistic regression, each element for itself: follow the regularised leader, one sentence at a
/// time, which leaves most weights zero (McMahan et al. 2013). The same sentences give the same weights.</summary>
internal sealed class Learner(int element, LearnerOptions options)
{
    private readonly Dictionary<SentenceCue, (double Z, double N)> state = [];
    private (double Z, double N) bias;

    /// <summary>Learns.</summary>
    public void Learn(IReadOnlyList<LabelledSentence> sentences)
    {
        for (var epoch = 0; epoch < options.Epochs; epoch++)
        {
            var best = Best(sentences);
            foreach (var index in Seeded.For(epoch, "order").Shuffled(Enumerable.Range(0, sentences.Count)))
            {
                var sentence = sentences[index];
                var label = sentence.Labels[element];
                if (label == LabelledPhrases.OneOfBag)
                {
                    label = epoch > 0 && best[sentence.Bag].Index == index ? LabelledPhrases.Sure : LabelledPhrases.Disputed;
                }

                if (label != LabelledPhrases.Disputed)
                {
                    Step(sentence.Cues, label == LabelledPhrases.Sure);
                }
            }
        }
    }

    /// <summary>The score of a sentence.</summary>
    public double Score(SentenceCue[] cues) => Weight(bias, 0) + (cues.Sum(cue => state.TryGetValue(cue, out var one) ? Weight(one, options.L1) : 0)
        * CueWeights.ScaleOf(cues.Length));

    /// <summary>The weights that are not zero.</summary>
    public IEnumerable<KeyValuePair<SentenceCue, double>> Weights => state.Select(pair => KeyValuePair.Create(pair.Key, Weight(pair.Value, options.L1)))
        .Where(pair => pair.Value != 0);

    /// <summary>What a sentence without cues scores.</summary>
    public double Bias => Weight(bias, 0);

    private Dictionary<int, (double Score, int Index)> Best(IReadOnlyList<LabelledSentence> sentences)
    {
        Dictionary<int, (double Score, int Index)> best = [];
        for (var i = 0; i < sentences.Count; i++)
        {
            if (sentences[i].Labels[element] == LabelledPhrases.OneOfBag)
            {
                var score = Score(sentences[i].Cues);
                if (!best.TryGetValue(sentences[i].Bag, out var known) || score > known.Score)
                {
                    best[sentences[i].Bag] = (score, i);
                }
            }
        }

        return best;
    }

    private void Step(SentenceCue[] cues, bool isSure)
    {
        var scale = CueWeights.ScaleOf(cues.Length);
        var probability = 1 / (1 + Math.Exp(-Score(cues)));
        var gradient = (probability - (isSure ? 1 : 0)) * (isSure ? options.Positive : 1);
        foreach (var cue in cues)
        {
            state[cue] = Stepped(state.GetValueOrDefault(cue), gradient * scale, options.L1);
        }

        bias = Stepped(bias, gradient, 0);
    }

    private (double Z, double N) Stepped((double Z, double N) one, double gradient, double l1)
    {
        var weight = Weight(one, l1);
        var n = one.N + (gradient * gradient);
        var sigma = (Math.Sqrt(n) - Math.Sqrt(one.N)) / options.Rate;
        return (one.Z + gradient - (sigma * weight), n);
    }

    private double Weight((double Z, double N) one, double l1) => Math.Abs(one.Z) <= l1
        ? 0
        : (Math.Sign(one.Z) * l1 - one.Z) / (((1 + Math.Sqrt(one.N)) / options.Rate) + options.L2);
}
