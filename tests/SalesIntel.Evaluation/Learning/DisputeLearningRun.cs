using System.Globalization;
using SalesIntel.Evaluation.Written;
using SalesIntel.Extraction;

namespace SalesIntel.Evaluation.Learning;

/// <summary>Learns when a buyer disputes what another one said. The threshold is that of authors of whom nothing was learned.</summary>
internal static class DisputeLearningRun
{
    private const string Weights = "../../src/SalesIntel.Core/Extraction/Evidence/Data/disputes.txt";
    private static readonly double[] Rates = [0.02, 0.05, 0.1, 0.2];

    // So many of the pairs of statements that do not contradict each other are taken for such that do.
    private const double Taken = 0.05;

    /// <summary>Learns, shows how much is found, and writes the weights.</summary>
    public static int Run()
    {
        var cues = new CueNumbers();
        var pairs = WrittenCalls.Learned.ToDictionary(
            author => author, author => WrittenCalls.Of(author).SelectMany(new DisputedPairs(author, cues).Read).ToArray());
        List<(double Score, bool IsSure)> unseen = [];
        foreach (var author in pairs.Keys)
        {
            var learned = Learn(pairs.Where(one => one.Key != author).SelectMany(one => one.Value), cues.Count);
            unseen.AddRange(pairs[author].Where(pair => pair.IsSale)
                .Select(pair => (learned.Score(pair), pair.Labels[0] == LabelledPhrases.Sure)));
        }

        foreach (var rate in Rates)
        {
            var from = Threshold(unseen, rate);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{rate:0%} of other pairs from {from:0.0}: {unseen.Where(one => one.IsSure).Average(one => one.Score > from ? 1 : 0):0.0%} of {unseen.Count(one => one.IsSure)}"));
        }

        var all = new LearnedWeights(
            [Learn(pairs.Values.SelectMany(one => one), cues.Count)], [Threshold(unseen, Taken)], cues, [DisputeScore.Disputed]);
        all.Write(ProjectFolder.File(Weights));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{all.Count} cues"));
        return 0;
    }

    private static Learner Learn(IEnumerable<LabelledSentence> pairs, int cues)
    {
        var learner = new Learner(0, new LearnerOptions { Epochs = 16, L1 = 0.5 }, cues);
        learner.Learn(FrequentCues.Of([.. pairs], cues, fewestAuthors: 1));
        return learner;
    }

    private static double Threshold(List<(double Score, bool IsSure)> unseen, double rate)
    {
        double[] other = [.. unseen.Where(one => !one.IsSure).Select(one => one.Score).OrderDescending()];
        return other[(int)(rate * other.Length)];
    }
}
