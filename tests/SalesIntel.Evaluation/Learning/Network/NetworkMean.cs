using SalesIntel.Extraction;

namespace SalesIntel.Evaluation.Learning.Network;

/// <summary>Makes one network of several: it has the filters of all, and its scores are the mean of theirs.</summary>
internal static class NetworkMean
{
    /// <summary>The mean of networks of one learner each.</summary>
    public static SentenceNetwork Of(IReadOnlyList<SentenceNetwork> networks)
    {
        var mean = new SentenceNetwork(networks[0].Words, networks[0].Biases.Length, networks.Count);
        for (var i = 0; i < networks.Count; i++)
        {
            var (seen, seenOfOne) = (0, 0);
            foreach (var (all, one) in Convolutions(mean).Zip(Convolutions(networks[i])))
            {
                Copy(one, all, i);
                for (var score = 0; score < mean.Biases.Length; score++)
                {
                    var from = networks[i].Weights.AsSpan((score * networks[i].Seen) + seenOfOne, one.Filters);
                    var to = mean.Weights.AsSpan((score * mean.Seen) + seen + (i * one.Filters), one.Filters);
                    for (var filter = 0; filter < from.Length; filter++)
                    {
                        to[filter] = from[filter] / networks.Count;
                    }
                }

                (seen, seenOfOne) = (seen + all.Filters, seenOfOne + one.Filters);
            }

            for (var score = 0; score < mean.Biases.Length; score++)
            {
                mean.Biases[score] += networks[i].Biases[score] / networks.Count;
            }
        }

        return mean;
    }

    private static IEnumerable<Convolution> Convolutions(SentenceNetwork network) => network.Sentence.Concat(network.Before);

    // Filters stand side by side at each place.
    private static void Copy(Convolution one, Convolution all, int at)
    {
        var block = one.Weights.Length / one.Width;
        for (var place = 0; place < one.Width; place++)
        {
            one.Weights.AsSpan(place * block, block)
                .CopyTo(all.Weights.AsSpan((place * all.Weights.Length / all.Width) + (at * block), block));
        }

        one.Biases.CopyTo(all.Biases, at * one.Filters);
    }
}
