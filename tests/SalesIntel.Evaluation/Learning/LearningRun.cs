using System.Globalization;
using SalesIntel.Evaluation.Generating.Text;
using SalesIntel.Extraction;

namespace SalesIntel.Evaluation.Learning;

/// <summary>Learns the weights of cues from the parts to learn from, or from some of them to see how well that does on another one.</summary>
internal static class LearningRun
{
    private const string Weights = "../../src/SalesIntel.Core/Extraction/Rules/Data/weights.txt";

    // Each phrase is spoken so often, in other words and other company.
    private const int Times = 3;

    // A cue of fewer phrases says more about these than about an element.
    private const int FewestPhrases = 3;

    // A smaller weight changes no sentence's score by more than a hair.
    private const double LeastWeight = 0.15;

    // Far more is said in sales calls than elsewhere.
    private const double SalesCountFor = 0.15;

    private static readonly Part[] All = [.. Enum.GetValues<Part>().Except([Part.Test, Part.Sealed])];

    private static readonly double[] Rates = [0.001, 0.002, 0.005, 0.01, 0.02];

    // From which score on: where the weights that are learned without one part say so of 1 to 5 in a thousand other sentences of that part. Of
    // hedged sentences more, because nothing is written for them; whether anything is sold: halfway between the two kinds of calls.
    private static readonly Dictionary<string, string> Thresholds = new(StringComparer.Ordinal)
    {
        ["metrics"] = "1.6",
        ["economic_buyer"] = "0.7",
        ["decision_criteria"] = "1.0",
        ["decision_process"] = "1.2",
        ["identified_pain"] = "1.4",
        ["champion"] = "1.0",
        ["competition"] = "2.5",
        [CueWeights.Hedged] = "1.5",
        [CueWeights.Sale] = "1.0",
    };

    /// <summary>Learns.</summary>
    /// <param name="without">The part to measure on, which nothing is learned from then; null to learn from all and write the file.</param>
    public static int Run(Part? without)
    {
        var learned = Frequent([.. All.Where(part => part != without).SelectMany(part => new LabelledPhrases(part, 1).Read(Times))]);
        var learners = new Learner[LearnedNames.All.Count];
        Parallel.For(0, learners.Length, i =>
        {
            learners[i] = new Learner(i, i == LearnedNames.Sale ? new LearnerOptions { Positive = SalesCountFor } : new LearnerOptions());
            learners[i].Learn(learned);
        });
        if (without is { } part)
        {
            Measure(learners, [.. new LabelledPhrases(part, 2).Read(1)]);
        }
        else
        {
            Write(ProjectFolder.File(Weights), learners);
        }

        return 0;
    }

    private static LabelledSentence[] Frequent(LabelledSentence[] sentences)
    {
        Dictionary<SentenceCue, HashSet<string>> phrases = [];
        foreach (var sentence in sentences)
        {
            foreach (var cue in sentence.Cues)
            {
                if (!phrases.TryGetValue(cue, out var known))
                {
                    phrases[cue] = known = [];
                }

                if (known.Count < FewestPhrases)
                {
                    known.Add(sentence.Phrase);
                }
            }
        }

        return [.. sentences.Select(one => one with { Cues = [.. one.Cues.Where(cue => phrases[cue].Count >= FewestPhrases)] })];
    }

    // For each share of other sentences that is taken for the element: the score from which on, and the share of its own that is found.
    private static void Measure(Learner[] learners, LabelledSentence[] sentences)
    {
        for (var i = 0; i < learners.Length; i++)
        {
            double[] ScoresOf(int label) => [.. sentences.Where(one => one.Labels[i] == label).Select(one => learners[i].Score(one.Cues))];
            var sure = ScoresOf(LabelledPhrases.Sure);
            var bags = sentences.Where(one => one.Labels[i] == LabelledPhrases.OneOfBag).GroupBy(one => one.Bag)
                .Select(bag => bag.Max(one => learners[i].Score(one.Cues))).ToArray();
            var not = ScoresOf(LabelledPhrases.Not).OrderDescending().ToArray();
            var line = string.Join("  ", Rates.Where(_ => not.Length > 0).Select(rate => not[(int)(rate * not.Length)] is var threshold
                ? string.Create(CultureInfo.InvariantCulture, $"{rate:0.0%} from {threshold:0.0}: {Share(sure, threshold)} {Share(bags, threshold)}")
                : ""));
            Console.WriteLine($"{LearnedNames.All[i],-18} {line}");
        }
    }

    private static string Share(double[] scores, double threshold) => scores.Length == 0
        ? "-"
        : ((double)scores.Count(score => score > threshold) / scores.Length).ToString("0%", CultureInfo.InvariantCulture);

    private static void Write(string file, Learner[] learners)
    {
        using var writer = new StreamWriter(file) { NewLine = "\n" };
        writer.WriteLine("# Learned, not written: see README.md.");
        writer.WriteLine("[elements]");
        foreach (var (name, learner) in LearnedNames.All.Zip(learners))
        {
            writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name} {learner.Bias:0.00} {Thresholds[name]}"));
        }

        writer.WriteLine("[weights]");
        var byCue = learners.Select(learner => learner.Weights.Where(pair => Math.Abs(pair.Value) >= LeastWeight).ToDictionary()).ToArray();
        var all = byCue.SelectMany(one => one.Keys).Distinct().Select(cue => (Cue: cue, Key: $"{cue.Kind} {cue.First} {cue.Second}".TrimEnd()));
        foreach (var (cue, key) in all.OrderBy(one => one.Key, StringComparer.Ordinal))
        {
            var weights = byCue.Select((one, i) => one.TryGetValue(cue, out var weight)
                ? $"{i}{weight.ToString("+0.0;-0.0", CultureInfo.InvariantCulture)}"
                : "").Where(text => text.Length > 0);
            writer.WriteLine($"{key} = {string.Join(' ', weights)}");
        }
    }
}
