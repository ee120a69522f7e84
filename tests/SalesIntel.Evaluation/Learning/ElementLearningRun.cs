using System.Globalization;
using SalesIntel.Evaluation.Generating.Text;
using SalesIntel.Extraction;

namespace SalesIntel.Evaluation.Learning;

/// <summary>Learns the weights by which it is told what a claim is about, and writes them. Thresholds are set, for each language, by
/// statements of authors of whom nothing was learned: each is left out in turn.</summary>
internal static class ElementLearningRun
{
    private const string File = "../../src/SalesIntel.Core/Extraction/Evidence/Data/element-weights.txt";

    // Smaller weights tell nothing.
    private const double LeastWeight = 0.05;

    // How many of what is about an element may be lost of an author of whom nothing was learned: where somebody worded it, and where the
    // quote is alone. These statements are harder than what models claim. In German little is refused of what somebody worded: with 5 % lost
    // here, more than 5 % of a set of honest claims was.
    private static double MostLost(string language, bool isAlone) => isAlone ? 0.08 : language == "de" ? 0.01 : 0.05;

    private static readonly string[] Kinds = [.. ElementNames.All.Select(ElementCheck.KindOf)];

    /// <summary>Learns.</summary>
    /// <param name="leaveOneOut">Shows what is told of an author of whom nothing was learned; nothing is written.</param>
    public static int Run(bool leaveOneOut)
    {
        LabelledStatement[] all = [.. LearnedStatements.All()];
        var unseen = all.Where(one => !one.IsPhrase).GroupBy(one => one.Author).SelectMany(author => ElementScore.Of(
            new ElementWeights(Sections(Learn(all.Where(one => one.Author != author.Key)), [])), author)).ToArray();
        var thresholds = unseen.GroupBy(one => (one.Language, one.IsAlone)).OrderBy(group => group.Key).ToDictionary(
            group => group.Key, group => ElementThresholds.Of([.. group], MostLost(group.Key.Language, group.Key.IsAlone)));
        foreach (var ((language, isAlone), least) in thresholds)
        {
            Print(language, isAlone, [.. unseen.Where(one => one.Language == language && one.IsAlone == isAlone)], least);
        }

        if (!leaveOneOut)
        {
            Write(Sections(Learn(all), thresholds));
        }

        return 0;
    }

    private static ElementLearner[] Learn(IEnumerable<LabelledStatement> statements)
    {
        LabelledStatement[] read = [.. statements];
        var learners = Kinds.Select((_, kind) => new ElementLearner(kind)).ToArray();
        Parallel.ForEach(learners, learner => learner.Learn(read));
        return learners;
    }

    private static Dictionary<string, IReadOnlyList<string>> Sections(
        ElementLearner[] learners, Dictionary<(string Language, bool IsAlone), double[]> thresholds) => new()
    {
        ["kinds"] = [.. Kinds.Select((name, kind) => string.Join(' ',
            [name, Text("0.00", learners[kind].Bias), .. LearnedStatements.SaidWith(ElementNames.All[kind]).Select(ElementCheck.KindOf)]))],
        ["thresholds"] =
        [
            .. thresholds.Select(one => $"{one.Key.Language} {string.Join(' ', one.Value.Select(least => Text("0.00", least)))}"),
        ],
        ["weights"] =
        [
            .. learners.SelectMany((learner, kind) => learner.Weights.Where(one => Math.Abs(one.Weight) >= LeastWeight)
                    .Select(one => (one.Cue, Text: kind + Text("+0.0#;-0.0#", one.Weight))))
                .GroupBy(one => one.Cue, one => one.Text)
                .Select(group => $"{group.Key.Kind} {group.Key.Cue} {string.Join(' ', group)}").Order(StringComparer.Ordinal),
        ],
    };

    private static string Text(string format, double number) => number.ToString(format, CultureInfo.InvariantCulture);

    private static void Write(Dictionary<string, IReadOnlyList<string>> sections)
    {
        using var writer = new StreamWriter(ProjectFolder.File(File)) { NewLine = "\n" };
        writer.WriteLine("# Learned, not written: see README.md.");
        foreach (var (name, lines) in sections)
        {
            writer.WriteLine($"[{name}]");
            foreach (var line in lines)
            {
                writer.WriteLine(line);
            }
        }

        Console.WriteLine($"{sections["weights"].Count} cues");
    }

    private static void Print(string language, bool isAlone, IReadOnlyList<ElementScore> scores, double[] least)
    {
        Console.WriteLine($"{language}, {(isAlone ? "quote alone" : "worded")}: {Shares(scores)}");
        foreach (var author in scores.GroupBy(one => one.Author).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            Console.WriteLine($"  {author.Key}: {Shares(author)}");
        }

        foreach (var kind in scores.GroupBy(one => one.Kind).OrderBy(group => group.Key))
        {
            Console.WriteLine($"  {Kinds[kind.Key]}: {Shares(kind)}");
        }

        string Shares(IEnumerable<ElementScore> some) =>
            $"lost {Share(some.Where(one => one.IsAbout), false)}, written {Share(some.Where(one => !one.IsAbout), true)}";

        string Share(IEnumerable<ElementScore> some, bool isHeld) =>
            Text("P1", some.Select(one => one.Score >= least[one.Kind] == isHeld ? 1.0 : 0).DefaultIfEmpty(0).Average());
    }
}
