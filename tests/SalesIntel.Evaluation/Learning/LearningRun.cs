using System.Globalization;
using SalesIntel.Evaluation.Cases;
using SalesIntel.Evaluation.Generating.Text;
using SalesIntel.Evaluation.Written;

namespace SalesIntel.Evaluation.Learning;

/// <summary>Learns the weights of cues from phrases and from calls that authors wrote whole. How well that does on an author of whom nothing
/// was learned is measured by learning without some of those who wrote calls in turn; thresholds are set by that, too.</summary>
internal sealed class LearningRun
{
    private const string Weights = "../../src/SalesIntel.Core/Extraction/Rules/Data/weights.txt";

    // Each phrase is spoken so often, in other words and other company.
    private const int Times = 3;

    // A whole call tells more of calls than phrases do.
    private const int TimesOfCalls = 6;

    // So many authors of calls are left out at once, and with them so many of those who wrote phrases.
    private const int LeftOut = 4;
    private const int LeftOutOfPhrases = 2;

    private readonly CueNumbers cues = new();
    private readonly Dictionary<string, LabelledSentence[]> phrases;
    private readonly LabelledSentence[] heard;
    private readonly Dictionary<string, LabelledSentence[]> written;

    private LearningRun(string? calls)
    {
        phrases = Authors.ToDictionary(part => $"{part}", part => new LabelledPhrases(part, 1, cues).Read(Times).ToArray());
        written = WrittenCalls.Learned.ToDictionary(
            author => author, author => WrittenCalls.Of(author).SelectMany(new LabelledWrittenCalls(author, cues).Read).ToArray());
        heard = calls is null ? [] :
        [
            .. Directory.GetDirectories(calls).Order(StringComparer.Ordinal)
                .SelectMany(source => CorpusFolder.Read(source).SelectMany(new LabelledCalls(source, cues).Read)),
        ];
    }

    /// <summary>The parts to learn from, each by another author.</summary>
    public static IReadOnlyList<Part> Authors { get; } = [.. Enum.GetValues<Part>().Except([Part.Test, Part.Calls, Part.Sealed])];

    /// <summary>Those of whose phrases whole calls can be made.</summary>
    public static IReadOnlyList<Part> Measured { get; } = [.. Authors.Except([Part.TrainI, Part.TrainK])];

    /// <summary>Learns from all and writes the file, or shows what is found of each author of calls when nothing was learned of him.</summary>
    /// <param name="leaveOneOut">Only show.</param>
    /// <param name="calls">Labelled calls in the form of a corpus, those of one source in a folder of their own; null for none.</param>
    /// <param name="file">Where the weights are written; null for the source.</param>
    public static int Run(bool leaveOneOut, string? calls, string? file)
    {
        var run = new LearningRun(calls);
        var scores = new Dictionary<string, UnseenScores>();
        var folds = new List<(string[] Authors, Learner[] Learned)>();
        string[][] phrases = [.. run.phrases.Keys.Chunk(LeftOutOfPhrases)];
        string[][] written = [.. run.written.Keys.Chunk(LeftOut)];
        for (var fold = 0; fold < Math.Max(phrases.Length, written.Length); fold++)
        {
            string[] authors = [.. written.ElementAtOrDefault(fold) ?? [], .. phrases.ElementAtOrDefault(fold) ?? []];
            var learned = run.Learn(authors);
            folds.Add((authors, learned));
            foreach (var author in authors)
            {
                scores[author] = new UnseenScores(learned, run.written.GetValueOrDefault(author) ?? run.phrases[author]);
            }
        }

        UnseenScores[] Of(IEnumerable<string> authors) => [.. authors.Select(author => scores[author])];
        Console.WriteLine("Phrases");
        UnseenScores.Print(Of(run.phrases.Keys));
        Console.WriteLine("Calls");
        UnseenScores.Print(Of(run.written.Keys));
        if (leaveOneOut)
        {
            var shown = new LeaveOneOut();
            foreach (var (authors, learned) in folds)
            {
                var thresholds = UnseenScores.Thresholds(Of(run.written.Keys.Except(authors)), Of(run.phrases.Keys.Except(authors)));
                var weights = new LearnedWeights(learned, thresholds, run.cues, LearnedNames.All).Read();
                foreach (var author in authors.Where(run.written.ContainsKey))
                {
                    shown.Measure(author, weights);
                }
            }

            shown.Print();
            return 0;
        }

        var all = new LearnedWeights(
            run.Learn([]), UnseenScores.Thresholds(Of(run.written.Keys), Of(run.phrases.Keys)), run.cues, LearnedNames.All);
        all.Write(file ?? ProjectFolder.File(Weights));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{all.Count} cues"));
        return 0;
    }

    private Learner[] Learn(string[] without)
    {
        var calls = written.Where(one => !without.Contains(one.Key)).SelectMany(one => one.Value).Concat(heard);
        var sentences = FrequentCues.Of(
            [.. phrases.Where(one => !without.Contains(one.Key)).SelectMany(one => one.Value), .. Enumerable.Repeat(calls, TimesOfCalls).SelectMany(one => one)], cues.Count);
        var learners = new Learner[LearnedNames.All.Count];
        Parallel.For(0, learners.Length, i =>
        {
            learners[i] = new Learner(i, new LearnerOptions(), cues.Count);
            learners[i].Learn(sentences);
        });
        return learners;
    }
}
