using SalesIntel.Evaluation.Generating.Text;
using SalesIntel.Extraction;

namespace SalesIntel.Evaluation.Learning.Network;

/// <summary>Teaches a network. The same samples give the same network.</summary>
internal sealed class NetworkLearner
{
    private const int Batch = 256;

    private const int Learners = 2;

    // A sentence that speaks about an element counts more, because most do not.
    private const float Positive = 3;

    // So many of a hundred words are not seen, and so many of the numbers that are seen do not count, in each step others.
    private const int LostWords = 10;
    private const int LostNumbers = 50;

    private static readonly float[] Rates = [2e-3f, 2e-3f, 2e-3f, 1e-3f, 1e-3f, 5e-4f, 2e-4f];

    private readonly SentenceNetwork network;
    private readonly Seeded random;
    private readonly Dictionary<float[], Adam> steps;
    private readonly LearnedPart sentence;
    private readonly LearnedPart before;

    private NetworkLearner(SentenceNetwork network, int seed)
    {
        (this.network, random) = (network, Seeded.For(seed, "network"));
        foreach (var convolution in network.Sentence.Concat(network.Before))
        {
            Begin(convolution.Weights, convolution.Width * network.Words.Dimensions);
        }

        Begin(network.Weights, network.Seen);
        steps = network.Learned.ToDictionary(numbers => numbers, numbers => new Adam(numbers));
        sentence = new LearnedPart(network, network.Sentence, steps);
        before = new LearnedPart(network, network.Before, steps);
    }

    /// <summary>A network that learned from samples: the mean of some that began with other weights each, because what one of them makes of a wording
    /// of which it learned nothing depends on chance.</summary>
    /// <param name="words">The vectors of words.</param>
    /// <param name="sentences">Sentences of whole calls.</param>
    public static SentenceNetwork Learn(WordVectors words, IEnumerable<LabelledSentence> sentences)
    {
        NetworkSample[] samples = [.. NetworkSample.Of(new SentenceNetwork(words, LearnedNames.All.Count, 1), sentences)];
        var networks = new SentenceNetwork[Learners];
        Parallel.For(0, Learners, i => networks[i] = Learn(words, samples, i + 1));
        return NetworkMean.Of(networks);
    }

    private static SentenceNetwork Learn(WordVectors words, NetworkSample[] samples, int seed)
    {
        var network = new SentenceNetwork(words, LearnedNames.All.Count, 1);
        var learner = new NetworkLearner(network, seed);
        foreach (var rate in Rates)
        {
            foreach (var batch in learner.random.Shuffled(samples).Chunk(Batch))
            {
                learner.Step(batch, rate);
            }
        }

        return network;
    }

    private void Begin(float[] weights, int inputs)
    {
        var bound = 1 / MathF.Sqrt(inputs);
        for (var i = 0; i < weights.Length; i++)
        {
            weights[i] = bound * ((random.Below(2_000_001) / 1_000_000f) - 1);
        }
    }

    private void Step(NetworkSample[] batch, float rate)
    {
        sentence.Begin();
        before.Begin();
        var seen = new float[network.Seen];
        var places = new int[network.Seen];
        var errors = new float[network.Seen];
        var split = sentence.Seen;
        foreach (var sample in batch)
        {
            sentence.See(Lose(sample.Sentence), seen.AsSpan(0, split), places.AsSpan(0, split));
            before.See(Lose(sample.Before), seen.AsSpan(split), places.AsSpan(split));
            for (var i = 0; i < seen.Length; i++)
            {
                seen[i] *= random.Chance(LostNumbers) ? 0 : 100f / (100 - LostNumbers);
            }

            Array.Clear(errors);
            for (var score = 0; score < sample.Labels.Length; score++)
            {
                if (sample.Labels[score] != LabelledPhrases.Disputed)
                {
                    Compare(score, sample.Labels[score] == LabelledPhrases.Sure, seen, errors, batch.Length);
                }
            }

            for (var i = 0; i < seen.Length; i++)
            {
                errors[i] *= seen[i] > 0 ? 100f / (100 - LostNumbers) : 0;
            }

            sentence.Blame(errors.AsSpan(0, split), places.AsSpan(0, split));
            before.Blame(errors.AsSpan(split), places.AsSpan(split));
        }

        sentence.End();
        before.End();
        foreach (var step in steps.Values)
        {
            step.Step(rate);
        }
    }

    private int[] Lose(int[] words) => Array.ConvertAll(words, word => random.Chance(LostWords) ? -1 : word);

    private void Compare(int score, bool isSure, float[] seen, float[] errors, int count)
    {
        var probability = 1 / (1 + MathF.Exp(-network.Score(seen, score)));
        var error = (isSure ? Positive * (probability - 1) : probability) / count;
        var gradients = steps[network.Weights].Gradients.AsSpan(score * seen.Length, seen.Length);
        var weights = network.Weights.AsSpan(score * seen.Length, seen.Length);
        for (var i = 0; i < seen.Length; i++)
        {
            gradients[i] += error * seen[i];
            errors[i] += error * weights[i];
        }

        steps[network.Biases].Gradients[score] += error;
    }
}
