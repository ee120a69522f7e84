using System.Globalization;
using SalesIntel.Evaluation.Generating.Text;
using SalesIntel.Evaluation.Written;
using SalesIntel.Extraction;

namespace SalesIntel.Evaluation.Learning.Relations;

/// <summary>Learns when a buyer disputes what another one said, and what a statement makes of an earlier one. Thresholds are those of authors of whom
/// nothing was learned.</summary>
internal sealed class RelationLearner
{
    private const string DisputesFile = "../../src/SalesIntel.Core/Extraction/Evidence/Data/disputes.txt";
    private const string RelationsFile = "../../src/SalesIntel.Core/Extraction/Evidence/Data/relations.txt";
    private static readonly double[] Rates = [0.005, 0.01, 0.02, 0.03, 0.05];

    // So many of the pairs that are none are taken for such that are.
    private static readonly double[] TakenDisputes = [0.02];
    private static readonly double[] TakenRelations = [0.03, 0.03];

    private readonly IReadOnlyList<string[]> folds;
    private readonly CueNumbers disputeCues = new();
    private readonly CueNumbers relationCues = new();
    private readonly Dictionary<string, LabelledSentence[]> disputes;
    private readonly Dictionary<string, LabelledSentence[]> relations;
    private readonly double[] disputesFrom;
    private readonly double[] relationsFrom;

    /// <summary>Reads the calls and sets the thresholds.</summary>
    /// <param name="folds">Authors with the weights of which nothing was learned from them.</param>
    public RelationLearner(IReadOnlyList<(string[] Authors, SpokenWeights Weights)> folds)
    {
        this.folds = [.. folds.Select(fold => fold.Authors)];
        disputes = folds.SelectMany(fold => fold.Authors).ToDictionary(
            author => author, author => WrittenCalls.Of(author).SelectMany(new DisputedPairs(author, disputeCues).Read).ToArray());
        disputesFrom = Thresholds(disputes, [RelationScores.Disputed], TakenDisputes, LearnDisputes, pair => pair.IsSale);
        relations = [];
        foreach (var (authors, weights) in folds)
        {
            var none = new RelationScores(Disputes(authors).Cues(), new LearnedWeights([], [], relationCues, []).Cues());
            foreach (var author in authors)
            {
                var pairs = new RelatedPairs(author, relationCues, weights.With(none));
                relations[author] = [.. WrittenCalls.Of(author).SelectMany(pairs.Read)];
            }
        }

        relationsFrom = Thresholds(relations, RelatedPairs.Names, TakenRelations, LearnRelations, _ => true);
    }

    /// <summary>What was learned without some authors.</summary>
    public RelationScores Without(string[] authors) => new(Disputes(authors).Cues(), Relations(authors).Cues());

    /// <summary>Learns from all and writes the files.</summary>
    /// <param name="file">The file of weights beside which they are written; null for the source.</param>
    public void Write(string? file)
    {
        Disputes([]).Write(file is null ? ProjectFolder.File(DisputesFile) : LearnedWeights.DisputesOf(file));
        Relations([]).Write(file is null ? ProjectFolder.File(RelationsFile) : LearnedWeights.RelationsOf(file));
    }

    private LearnedWeights Disputes(string[] without) =>
        new(LearnDisputes(without), disputesFrom, disputeCues, [RelationScores.Disputed]);

    private LearnedWeights Relations(string[] without) => new(LearnRelations(without), relationsFrom, relationCues, RelatedPairs.Names);

    private Learner[] LearnDisputes(string[] without) => Learn(
        disputes, without, [RelationScores.Disputed], disputeCues.Count, new LearnerOptions { Epochs = 16, L1 = 0.5 }, fewestAuthors: 1);

    private Learner[] LearnRelations(string[] without) => Learn(
        relations, without, RelatedPairs.Names, relationCues.Count, new LearnerOptions { Epochs = 16, L1 = 0.5, Positive = 2 }, fewestAuthors: 2);

    private static Learner[] Learn(Dictionary<string, LabelledSentence[]> pairs, string[] without, IReadOnlyList<string> names, int cues,
        LearnerOptions options, int fewestAuthors)
    {
        var known = FrequentCues.Of([.. pairs.Where(one => !without.Contains(one.Key)).SelectMany(one => one.Value)], cues, fewestAuthors);
        var learners = new Learner[names.Count];
        Parallel.For(0, learners.Length, i =>
        {
            learners[i] = new Learner(i, options, cues);
            learners[i].Learn(known);
        });
        return learners;
    }

    private double[] Thresholds(Dictionary<string, LabelledSentence[]> pairs, IReadOnlyList<string> names, double[] taken,
        Func<string[], Learner[]> learn, Func<LabelledSentence, bool> counts)
    {
        List<(double Score, int Label)>[] unseen = [.. names.Select(_ => new List<(double, int)>())];
        foreach (var fold in folds)
        {
            var learned = learn(fold);
            for (var i = 0; i < learned.Length; i++)
            {
                unseen[i].AddRange(fold.SelectMany(author => pairs[author]).Where(counts).Select(pair => (learned[i].Score(pair), pair.Labels[i])));
            }
        }

        return [.. unseen.Select((scores, i) => Threshold(names[i], scores, taken[i]))];
    }

    private static double Threshold(string name, List<(double Score, int Label)> scores, double taken)
    {
        double[] other = [.. scores.Where(one => one.Label == LabelledPhrases.Not).Select(one => one.Score).OrderDescending()];
        double[] sure = [.. scores.Where(one => one.Label == LabelledPhrases.Sure).Select(one => one.Score)];
        foreach (var rate in Rates)
        {
            var from = other[(int)(rate * other.Length)];
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{name}: {rate:0.0%} of {other.Length} other pairs from {from:0.00}: {sure.Average(one => one > from ? 1 : 0):0.0%} of {sure.Length}"));
        }

        return other[(int)(taken * other.Length)];
    }
}
