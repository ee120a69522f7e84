using System.Globalization;
using SalesIntel.Extraction;

namespace SalesIntel.Evaluation.Learning;

/// <summary>The scores of the sentences of an author's calls when nothing was learned of him.</summary>
internal sealed class UnseenScores
{
    private static readonly double[] Rates = [0.002, 0.005, 0.01, 0.02];

    // So many of an author's other sentences are taken for each element, in the order of names, for what they say by themselves and with what
    // stands around them: together as many as leave about 3 % of what is absent from whole calls written (--leave-one-out). Of hedged sentences
    // more, because nothing is written for them.
    private static readonly double[] Taken = [0.0011, 0.0018, 0.0017, 0.0018, 0.002, 0.002, 0.0014, 0.02];
    private static readonly double[] TakenInContext = [0.0008, 0.0023, 0.0019, 0.0014, 0.0024, 0.0042, 0.0016, 0.02];

    private readonly bool isInContext;
    private readonly double[][] sure = new double[LearnedNames.All.Count][];
    private readonly double[][] not = new double[LearnedNames.All.Count][];

    /// <param name="calls">The author's calls.</param>
    /// <param name="context">What was learned of others about what stands around a sentence; null when that does not count.</param>
    public UnseenScores(IReadOnlyList<ScoredCall> calls, ContextWeights? context)
    {
        isInContext = context is not null;
        Parallel.For(0, LearnedNames.All.Count, i =>
        {
            double[] Of(int label) => [.. calls.SelectMany(call => call.Of(i, label, context)).OrderDescending()];
            (sure[i], not[i]) = (Of(LabelledPhrases.Sure), Of(LabelledPhrases.Not));
        });
    }

    /// <summary>From which score on a sentence speaks about each: the mean over those who wrote calls or over calls generated of the phrases of others, in
    /// which what only sounds so is more frequent, whichever is stricter.</summary>
    public static double[] Thresholds(IReadOnlyList<UnseenScores> calls, IReadOnlyList<UnseenScores> phrases) =>
    [
        .. Enumerable.Range(0, LearnedNames.All.Count)
            .Select(i => Math.Max(calls.Average(one => one.Threshold(i)), phrases.Average(one => one.Threshold(i)))),
    ];

    /// <summary>Prints for each share of other sentences that is taken for it the share that is found, mean over authors.</summary>
    public static void Print(IReadOnlyList<UnseenScores> authors)
    {
        var all = new double[Rates.Length];
        for (var i = 0; i < LearnedNames.All.Count; i++)
        {
            var name = i;
            var line = string.Join("  ", Rates.Select((rate, at) =>
            {
                var found = authors.Average(one => Share(one.sure[name], one.At(name, rate)));
                all[at] += name < LearnedNames.Hedged ? found / LearnedNames.Hedged : 0;
                var from = authors.Average(one => one.At(name, rate));
                return string.Create(CultureInfo.InvariantCulture, $"{rate:0.0%} from {from:0.0}: {found:0.0%}");
            }));
            Console.WriteLine($"{LearnedNames.All[i],-18} {line}");
        }

        Console.WriteLine($"{"elements, mean",-18} " + string.Join("  ", all.Select(one => one.ToString("0.0%", CultureInfo.InvariantCulture))));
    }

    private double Threshold(int name) => At(name, (isInContext ? TakenInContext : Taken)[name]);

    private double At(int name, double rate) => not[name][(int)(rate * not[name].Length)];

    private static double Share(double[] scores, double threshold) =>
        scores.Length == 0 ? 0 : (double)scores.Count(score => score > threshold) / scores.Length;
}
