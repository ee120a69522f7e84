using SalesIntel.Evaluation.Generating.Text;

namespace SalesIntel.Evaluation.Learning;

/// <summary>Learns the weights of cues by logistic regression, each element for itself: follow the regularised leader, one sentence at a
/// time, which leaves most weights zero (McMahan et al. 2013). The same sentences give the same weights.</summary>
internal sealed class Learner(int element, LearnerOptions options, int cues)
{
    private readonly double[] sums = new double[cues];
    private readonly double[] squares = new double[cues];
    private readonly double[] weights = new double[cues];
    private double biasSum;
    private double biasSquare;

    /// <summary>What a sentence without cues scores.</summary>
    public double Bias { get; private set; }

    /// <summary>The weight of each cue.</summary>
    public IReadOnlyList<double> Weights => weights;

    /// <summary>Learns.</summary>
    public void Learn(IReadOnlyList<LabelledSentence> sentences)
    {
        int[] labelled = [.. Enumerable.Range(0, sentences.Count).Where(i => sentences[i].Labels[element] != LabelledPhrases.Disputed)];
        for (var epoch = 0; epoch < options.Epochs; epoch++)
        {
            var best = Best(sentences);
            foreach (var index in Seeded.For(epoch, "order").Shuffled(labelled))
            {
                var sentence = sentences[index];
                var label = sentence.Labels[element];
                if (label == LabelledPhrases.OneOfBag)
                {
                    label = epoch > 0 && best[sentence.Bag].Index == index ? LabelledPhrases.Sure : LabelledPhrases.Disputed;
                }

                if (label != LabelledPhrases.Disputed)
                {
                    Step(sentence, label == LabelledPhrases.Sure);
                }
            }
        }
    }

    /// <summary>The score of a sentence.</summary>
    public double Score(LabelledSentence sentence)
    {
        var sum = 0.0;
        foreach (var cue in sentence.Cues)
        {
            sum += weights[cue];
        }

        return Bias + (sum * sentence.Scale);
    }

    private Dictionary<int, (double Score, int Index)> Best(IReadOnlyList<LabelledSentence> sentences)
    {
        Dictionary<int, (double Score, int Index)> best = [];
        for (var i = 0; i < sentences.Count; i++)
        {
            if (sentences[i].Labels[element] == LabelledPhrases.OneOfBag)
            {
                var score = Score(sentences[i]);
                if (!best.TryGetValue(sentences[i].Bag, out var known) || score > known.Score)
                {
                    best[sentences[i].Bag] = (score, i);
                }
            }
        }

        return best;
    }

    private void Step(LabelledSentence sentence, bool isSure)
    {
        var probability = 1 / (1 + Math.Exp(-Score(sentence)));
        var gradient = (probability - (isSure ? 1 : 0)) * (isSure ? options.Positive : 1);
        var ofCue = gradient * sentence.Scale;
        foreach (var cue in sentence.Cues)
        {
            weights[cue] = Stepped(ref sums[cue], ref squares[cue], weights[cue], ofCue, options.L1);
        }

        Bias = Stepped(ref biasSum, ref biasSquare, Bias, gradient, 0);
    }

    private double Stepped(ref double sum, ref double square, double weight, double gradient, double l1)
    {
        var before = Math.Sqrt(square);
        square += gradient * gradient;
        var after = Math.Sqrt(square);
        sum += gradient - ((after - before) / options.Rate * weight);
        return Math.Abs(sum) <= l1 ? 0 : ((Math.Sign(sum) * l1) - sum) / (((1 + after) / options.Rate) + options.L2);
    }
}
