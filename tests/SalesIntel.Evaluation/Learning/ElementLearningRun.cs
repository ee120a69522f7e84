using System.Globalization;
using SalesIntel.Evaluation.Generating.Text;
using SalesIntel.Evaluation.Honesty;
using SalesIntel.Extraction;

namespace SalesIntel.Evaluation.Learning;

/// <summary>Learns the weights by which it is told what a claim is about, and writes them. Of English there are the phrases of all authors to
/// learn from; what is learned of meanings and lists of words holds for the other languages, in which there are true claims only.</summary>
internal static class ElementLearningRun
{
    private const string File = "../../src/SalesIntel.Core/Extraction/Evidence/Data/element-weights.txt";

    // True claims are few.
    private const int TimesOfClaims = 4;

    // Cues that fewer statements have, and smaller weights, tell nothing of other statements.
    private const int LeastStatements = 5;
    private const double LeastWeight = 0.15;

    // A true claim that is lost is worse than one under a wrong element.
    private const double Lost = 5;
    private const double Step = 0.1;
    private const int Steps = 60;

    private static readonly string[] Claims = ["honest-dev", "placed-dev"];
    private static readonly string[] Names = [.. ElementNames.All.Select(ElementCheck.KindOf)];

    /// <summary>Learns.</summary>
    public static int Run()
    {
        (HashSet<SentenceCue> Cues, int Element)[] phrases =
        [
            .. LearningRun.Authors.SelectMany(ElementStatements.OfPhrases).SelectMany(one => new[] { true, false }.Select(withWords =>
                (ElementCues.Of(one.Quote, one.Asked, one.Names, withWords), one.Element))),
        ];
        var all = Learned([.. phrases, .. Claims.SelectMany(OfClaims)], []);
        var margins = Claims.SelectMany(set => Margins(set, Learned([.. phrases, .. Claims.Where(other => other != set).SelectMany(OfClaims)], [])))
            .ToArray();
        var thresholds = Names.Select(name => Threshold([.. margins.Where(one => one.Kind == name)])).ToArray();
        Write(all.Lines, thresholds);
        foreach (var (kind, least) in Names.Zip(thresholds))
        {
            var (lost, written) = Shares([.. margins.Where(one => one.Kind == kind)], least);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{kind} from {least:0.0}: lost {lost:P1}, written {written:P1}"));
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{all.Lines.Count} cues"));
        return 0;
    }

    private static IEnumerable<(HashSet<SentenceCue> Cues, int Element)> OfClaims(string set) => ElementStatements.OfClaims(set)
        .Where(one => ElementNames.All.Contains(one.Of.Element))
        .SelectMany(one => new[] { ElementCues.Of(one.Quote, one.Asked, one.Names), ElementCues.Of(one.Claim, new ReadText("", one.Claim.Language), one.Names) }
            .Select(cues => (cues, ElementNames.All.ToList().IndexOf(one.Of.Element))))
        .SelectMany(one => Enumerable.Repeat(one, TimesOfClaims));

    private static (CueWeights Weights, List<string> Lines) Learned(
        IReadOnlyList<(HashSet<SentenceCue> Cues, int Element)> statements, double[] thresholds)
    {
        var counts = statements.SelectMany(one => one.Cues).CountBy(cue => cue).ToDictionary(count => count.Key, count => count.Value);
        var learner = new ElementLearner(Names.Length);
        learner.Learn([.. statements.Select(one => (one.Cues.Where(cue => counts[cue] >= LeastStatements).ToHashSet(), one.Element))]);
        List<string> lines =
        [
            .. learner.Weights.Select(one => (one.Cue, Text: string.Join(' ', one.Weights.Index().Where(weight => Math.Abs(weight.Item) >= LeastWeight)
                .Select(weight => weight.Index.ToString(CultureInfo.InvariantCulture) + weight.Item.ToString("+0.0;-0.0", CultureInfo.InvariantCulture)))))
                .Where(one => one.Text.Length > 0)
                .Select(one => $"{$"{one.Cue.Kind} {one.Cue.First} {one.Cue.Second}".TrimEnd()} = {one.Text}").Order(StringComparer.Ordinal),
        ];
        return (new CueWeights(Sections(lines, thresholds)), lines);
    }

    private static Dictionary<string, IReadOnlyList<string>> Sections(IReadOnlyList<string> lines, double[] thresholds) => new()
    {
        ["elements"] = [.. Names.Index().Select(name => string.Create(
            CultureInfo.InvariantCulture, $"{name.Item} 0 {(name.Index < thresholds.Length ? thresholds[name.Index] : 0):0.0}"))],
        ["weights"] = lines,
    };

    // By how much the claimed element is ahead: in the true claims, and in the same claims under elements that they say nothing about. Each
    // once in its author's words, once in the quote's.
    private static IEnumerable<(string Kind, bool IsTrue, double Margin)> Margins(string set, (CueWeights Weights, List<string> Lines) learned)
    {
        foreach (var one in ElementStatements.OfClaims(set))
        {
            foreach (var claim in new[] { one.Claim, null })
            {
                var scores = ElementCheck.Scores(learned.Weights, one.Quote, one.Asked, claim, one.Names);
                foreach (var element in ClaimLiar.NotAbout(one.Of).Prepend(one.Of.Element).Where(ElementNames.All.Contains))
                {
                    var kind = ElementCheck.KindOf(element);
                    if (kind != "measure" || ElementCues.HasNumber(one.Quote))
                    {
                        yield return (kind, element == one.Of.Element, ElementCheck.Ahead(learned.Weights, kind, scores));
                    }
                }
            }
        }
    }

    // Of thresholds that are as good as each other the one in their middle.
    private static double Threshold(IReadOnlyList<(string Kind, bool IsTrue, double Margin)> margins)
    {
        var tried = Enumerable.Range(0, Steps).Select(step => (step * Step) - 4)
            .Select(least => (Least: least, Cost: Cost(Shares(margins, least)))).ToArray();
        var best = tried.Where(one => one.Cost <= tried.Min(other => other.Cost) + 1e-9).ToArray();
        return best[best.Length / 2].Least;

        static double Cost((double Lost, double Written) shares) => (Lost * shares.Lost) + shares.Written;
    }

    private static (double Lost, double Written) Shares(IReadOnlyList<(string Kind, bool IsTrue, double Margin)> margins, double least) => (
        Share(margins.Where(one => one.IsTrue), margin => margin < least), Share(margins.Where(one => !one.IsTrue), margin => margin >= least));

    private static double Share(IEnumerable<(string Kind, bool IsTrue, double Margin)> margins, Func<double, bool> counts) =>
        margins.Select(one => counts(one.Margin) ? 1.0 : 0).DefaultIfEmpty(0).Average();

    private static void Write(IReadOnlyList<string> lines, double[] thresholds)
    {
        using var writer = new StreamWriter(ProjectFolder.File(File)) { NewLine = "\n" };
        writer.WriteLine("# Learned, not written: see README.md.");
        foreach (var (name, section) in Sections(lines, thresholds))
        {
            writer.WriteLine($"[{name}]");
            foreach (var line in section)
            {
                writer.WriteLine(line);
            }
        }
    }
}
