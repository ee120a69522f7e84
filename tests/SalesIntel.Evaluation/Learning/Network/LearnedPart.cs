using SalesIntel.Extraction;

namespace SalesIntel.Evaluation.Learning.Network;

/// <summary>The convolutions of a network that look at the same words, while they learn.</summary>
internal sealed class LearnedPart(SentenceNetwork network, IReadOnlyList<Convolution> convolutions, IReadOnlyDictionary<float[], Adam> steps)
{
    private readonly Dictionary<int, (float[] Made, float[] Errors)> words = [];
    private readonly List<float[]?> made = [];
    private int[] sentence = [];

    /// <summary>How many numbers they see.</summary>
    public int Seen { get; } = convolutions.Sum(one => one.Filters);

    /// <summary>Begins a step.</summary>
    public void Begin() => words.Clear();

    /// <summary>What they see in a sentence.</summary>
    public void See(int[] places, Span<float> most, Span<int> at)
    {
        sentence = places;
        made.Clear();
        foreach (var place in places)
        {
            if (place >= 0 && !words.ContainsKey(place))
            {
                var ofWord = network.Project(place, convolutions);
                words[place] = (ofWord, new float[ofWord.Length]);
            }

            made.Add(place < 0 ? null : words[place].Made);
        }

        SentenceNetwork.See(convolutions, made, most, at);
    }

    /// <summary>Keeps how wrong what they saw in the sentence was.</summary>
    public void Blame(ReadOnlySpan<float> errors, ReadOnlySpan<int> at)
    {
        var (output, seen) = (0, 0);
        foreach (var convolution in convolutions)
        {
            var biases = steps[convolution.Biases].Gradients;
            for (var i = 0; i < convolution.Filters; i++, seen++)
            {
                if (errors[seen] == 0)
                {
                    continue;
                }

                biases[i] += errors[seen];
                for (var place = 0; place < convolution.Width; place++)
                {
                    var word = at[seen] + place;
                    if (word >= 0 && word < sentence.Length && sentence[word] >= 0)
                    {
                        words[sentence[word]].Errors[output + (place * convolution.Filters) + i] += errors[seen];
                    }
                }
            }

            output += convolution.Outputs;
        }
    }

    /// <summary>Ends a step: the gradients of the weights are known.</summary>
    public void End()
    {
        var vector = new float[network.Words.Dimensions];
        foreach (var place in words.Keys.Order())
        {
            network.Words.Read(place, vector);
            var errors = words[place].Errors;
            var output = 0;
            foreach (var convolution in convolutions)
            {
                var gradients = steps[convolution.Weights].Gradients;
                for (var i = 0; i < convolution.Outputs; i++)
                {
                    var error = errors[output + i];
                    if (error != 0)
                    {
                        Add(error, vector, gradients.AsSpan(i * vector.Length, vector.Length));
                    }
                }

                output += convolution.Outputs;
            }
        }
    }

    private static void Add(float factor, ReadOnlySpan<float> vector, Span<float> to)
    {
        var factors = new System.Numerics.Vector<float>(factor);
        var i = 0;
        for (; i + System.Numerics.Vector<float>.Count <= vector.Length; i += System.Numerics.Vector<float>.Count)
        {
            (new System.Numerics.Vector<float>(to[i..]) + (factors * new System.Numerics.Vector<float>(vector[i..]))).CopyTo(to[i..]);
        }

        for (; i < vector.Length; i++)
        {
            to[i] += factor * vector[i];
        }
    }
}
