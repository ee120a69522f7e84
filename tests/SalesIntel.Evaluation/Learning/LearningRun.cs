using System.Globalization;
using SalesIntel.Evaluation.Cases;
using SalesIntel.Evaluation.Generating.Text;
using SalesIntel.Extraction;

namespace SalesIntel.Evaluation.Learning;

/// <summary>Learns the weights of cues from the parts to learn from. How well that does on an author of whom nothing was learned is measured
/// by learning without each of them in turn; thresholds are set by that, too.</summary>
internal sealed class LearningRun
{
    private const string Weights = "../../src/SalesIntel.Core/Extraction/Rules/Data/weights.txt";

    // Each phrase is spoken so often, in other words and other company.
    private const int Times = 3;

    private readonly CueNumbers cues = new();
    private readonly Dictionary<Part, LabelledSentence[]> learned;
    private readonly Dictionary<Part, LabelledSentence[]> measured;
    private readonly LabelledSentence[] ofCalls;

    private LearningRun(string? calls)
    {
        learned = Authors.ToDictionary(part => part, part => new LabelledPhrases(part, 1, cues).Read(Times).ToArray());
        measured = Measured.ToDictionary(part => part, part => new LabelledPhrases(part, 2, cues).Read(1).ToArray());
        LabelledSentence[] heard = calls is null ? [] :
        [
            .. Directory.GetDirectories(calls).Order(StringComparer.Ordinal)
                .SelectMany(source => CorpusFolder.Read(source).SelectMany(new LabelledCalls(source, cues).Read)),
        ];
        ofCalls = [.. Enumerable.Repeat(heard, Times).SelectMany(sentences => sentences)];
    }

    /// <summary>The parts to learn from, each by another author.</summary>
    public static IReadOnlyList<Part> Authors { get; } = [.. Enum.GetValues<Part>().Except([Part.Test, Part.Sealed])];

    /// <summary>Those of whose phrases whole calls can be made.</summary>
    public static IReadOnlyList<Part> Measured { get; } = [.. Authors.Except([Part.TrainI, Part.TrainK])];

    /// <summary>Learns from all and writes the file, or shows what is found of each author when nothing was learned of him.</summary>
    /// <param name="leaveOneOut">Only show.</param>
    /// <param name="calls">Labelled calls in the form of a corpus, those of one source in a folder of their own; null for none.</param>
    /// <param name="size">Generated calls of each author.</param>
    public static int Run(bool leaveOneOut, string? calls, int size)
    {
        var run = new LearningRun(calls);
        var folds = Measured.ToDictionary(part => part, part => run.Learn(Authors.Where(one => one != part)));
        var scores = folds.ToDictionary(fold => fold.Key, fold => new UnseenScores(fold.Value, run.measured[fold.Key]));
        if (leaveOneOut)
        {
            UnseenScores.Print([.. scores.Values]);
            var shown = new LeaveOneOut(size);
            foreach (var part in Measured)
            {
                var others = scores.Where(one => one.Key != part).Select(one => one.Value).ToArray();
                shown.Measure(part, new LearnedWeights(folds[part], UnseenScores.Thresholds(others), run.cues).Read());
            }

            shown.Print();
            return 0;
        }

        var all = new LearnedWeights(run.Learn(Authors), UnseenScores.Thresholds([.. scores.Values]), run.cues);
        all.Write(ProjectFolder.File(Weights));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{all.Count} cues"));
        return 0;
    }

    private Learner[] Learn(IEnumerable<Part> authors)
    {
        var sentences = FrequentCues.Of([.. authors.SelectMany(author => learned[author]), .. ofCalls], cues.Count);
        var learners = new Learner[LearnedNames.All.Count];
        Parallel.For(0, learners.Length, i =>
        {
            learners[i] = new Learner(i, new LearnerOptions(), cues.Count);
            learners[i].Learn(sentences);
        });
        return learners;
    }
}
