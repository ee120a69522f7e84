using System.Globalization;
using SalesIntel.Evaluation.Cases;
using SalesIntel.Evaluation.Generating.Meetings;
using SalesIntel.Evaluation.Generating.Text;
using SalesIntel.Evaluation.Learning.Network;
using SalesIntel.Evaluation.Learning.Relations;
using SalesIntel.Evaluation.Written;
using SalesIntel.Extraction;

namespace SalesIntel.Evaluation.Learning;

/// <summary>Learns the weights of cues from phrases and from calls that authors wrote whole. How well that does on an author of whom nothing
/// was learned is measured by learning without some of those who wrote calls in turn; thresholds are set by that, too.</summary>
internal sealed class LearningRun
{
    private const string WeightsFile = "../../src/SalesIntel.Core/Extraction/Rules/Data/weights.txt";

    // Each phrase is spoken so often, in other words and other company.
    private const int Times = 3;

    // A whole call tells more of calls than phrases do.
    private const int TimesOfCalls = 6;

    // So many authors of calls are left out at once, and with them so many of those who wrote phrases.
    private const int LeftOut = 11;
    private const int LeftOutOfPhrases = 4;

    // So many calls are generated of an author's phrases to see how they sound among others.
    private const int Generated = 24;
    private const int Seed = 7;

    // Each so many of them teaches the network: they say the same in other company.
    private const int EachOfGenerated = 3;

    private readonly CueNumbers cues = new();
    private readonly Dictionary<string, LabelledSentence[]> phrases;
    private readonly LabelledSentence[] heard;
    private readonly Dictionary<string, LabelledSentence[]> written;
    private readonly Dictionary<string, LabelledSentence[]> whole;

    private LearningRun(string? calls)
    {
        phrases = Authors.ToDictionary(part => $"{part}", part => new LabelledPhrases(part, 1, cues).Read(Times).ToArray());
        written = WrittenCalls.Learned.ToDictionary(
            author => author, author => WrittenCalls.Of(author).SelectMany(new LabelledWrittenCalls(author, cues).Read).ToArray());
        whole = written.Concat(Measured.Select(part => KeyValuePair.Create(
            $"{part}", new MeetingGenerator(part, Seed).Generate(Generated).SelectMany(new LabelledCalls($"{part}", cues).Read).ToArray()))).ToDictionary();
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
        var scored = new Dictionary<string, ScoredCall[]>();
        var folds = new List<(string[] Authors, Learner[] Learned)>();
        string[][] phrases = [.. run.phrases.Keys.Chunk(LeftOutOfPhrases)];
        string[][] written = [.. run.written.Keys.Chunk(LeftOut)];
        string[][] left =
        [
            .. Enumerable.Range(0, Math.Max(phrases.Length, written.Length))
                .Select(fold => (string[])[.. written.ElementAtOrDefault(fold) ?? [], .. phrases.ElementAtOrDefault(fold) ?? []]),
            [],
        ];
        var networks = new SentenceNetwork[left.Length];
        Parallel.For(0, left.Length, fold => networks[fold] = run.LearnNetwork(left[fold]));
        for (var fold = 0; fold < left.Length - 1; fold++)
        {
            var learned = run.Learn(left[fold]);
            folds.Add((left[fold], learned));
            foreach (var author in left[fold].Where(run.whole.ContainsKey))
            {
                scored[author] = [.. ScoredCall.Of(run.whole[author], learned, networks[fold])];
            }
        }

        IReadOnlyList<string> Context(string[] without) =>
            ContextLearner.Learn([.. scored.Where(one => !without.Contains(one.Key)).SelectMany(one => one.Value)]);
        string none = ContextLearner.Thresholds(new double[LearnedNames.All.Count]);
        var contexts = folds.ConvertAll(fold => Context(fold.Authors));
        var alone = scored.ToDictionary(one => one.Key, one => new UnseenScores(one.Value, null));
        var around = folds.Zip(contexts).SelectMany(fold => fold.First.Authors.Where(scored.ContainsKey).Select(author => (Author: author,
                Scores: new UnseenScores(scored[author], new ContextWeights([.. fold.Second, none], LearnedNames.All.Count)))))
            .ToDictionary(one => one.Author, one => one.Scores);
        UnseenScores[] Of(Dictionary<string, UnseenScores> scores, IEnumerable<string> authors) =>
            [.. authors.Where(scores.ContainsKey).Select(author => scores[author])];
        double[] Thresholds(Dictionary<string, UnseenScores> scores, string[] without) => UnseenScores.Thresholds(
            Of(scores, run.written.Keys.Except(without)), Of(scores, run.phrases.Keys.Except(without)));
        LearnedWeights Weights(Learner[] learned, IReadOnlyList<string> context, string[] without, SentenceNetwork network) => new(
            learned, Thresholds(alone, without), run.cues, LearnedNames.All, [.. context, ContextLearner.Thresholds(Thresholds(around, without))], network);
        foreach (var (name, authors) in new[] { ("Generated calls", run.phrases.Keys.ToArray()), ("Calls", [.. run.written.Keys]) })
        {
            Console.WriteLine(name);
            UnseenScores.Print(Of(alone, authors));
            Console.WriteLine($"{name}, with what stands around");
            UnseenScores.Print(Of(around, authors));
        }

        var relations = new RelationLearner(
        [
            .. folds.Zip(contexts, networks).Select(fold => (
                (string[])[.. fold.First.Authors.Where(run.written.ContainsKey)],
                Weights(fold.First.Learned, fold.Second, fold.First.Authors, fold.Third).Read())).Where(fold => fold.Item1.Length > 0),
        ]);
        if (leaveOneOut)
        {
            var shown = new LeaveOneOut();
            foreach (var ((authors, learned), context, network) in folds.Zip(contexts, networks))
            {
                var weights = Weights(learned, context, authors, network).Read().With(relations.Without(authors));
                foreach (var author in authors.Where(run.written.ContainsKey))
                {
                    shown.Measure(author, weights);
                }
            }

            shown.Print();
            return 0;
        }

        relations.Write(file);
        var all = Weights(run.Learn([]), Context([]), [], networks[^1]);
        all.Write(file ?? ProjectFolder.File(WeightsFile));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{all.Count} cues"));
        return 0;
    }

    private SentenceNetwork LearnNetwork(string[] without) => NetworkLearner.Learn(
        SpokenRules.Vectors,
        [
            .. written.Where(one => !without.Contains(one.Key)).SelectMany(one => one.Value), .. heard,
            .. whole.Where(one => !written.ContainsKey(one.Key) && !without.Contains(one.Key)).SelectMany(one => SomeOf(one.Value)),
        ]);

    private static IEnumerable<LabelledSentence> SomeOf(LabelledSentence[] calls) =>
        calls.GroupBy(ScoredCall.CallOf).Where((_, i) => i % EachOfGenerated == 0).SelectMany(call => call);

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
