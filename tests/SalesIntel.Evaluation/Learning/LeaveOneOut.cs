using System.Globalization;
using SalesIntel.Evaluation.Cases;
using SalesIntel.Evaluation.Extractors;
using SalesIntel.Evaluation.Generating.Text;
using SalesIntel.Evaluation.Scoring;
using SalesIntel.Evaluation.Written;
using SalesIntel.Extraction;
using SalesIntel.Leads;

namespace SalesIntel.Evaluation.Learning;

/// <summary>Measures the rules on calls of authors of whom nothing was learned.</summary>
internal sealed class LeaveOneOut
{
    private static readonly string[] Numbers = ["recall_found", "recall_ambiguous", "recall_absent", "recall", "false_writes"];
    private static readonly string[] Ways = ["clear", "corrected", "hedged", "contradictory", "silent"];

    private readonly SortedDictionary<string, Metrics> byAuthor = new(StringComparer.Ordinal);

    /// <summary>Measures on an author.</summary>
    /// <param name="author">The author.</param>
    /// <param name="weights">What was learned of the others.</param>
    public void Measure(string author, SpokenWeights weights)
    {
        EvaluationCase[] cases = [.. WrittenCalls.Of(author).Select(call => call.Case)];
        var reader = new Reader((_, team) => new RuleExtractor(null, team, TimeProvider.System) { Weights = weights });
        var readings = reader.ReadAsync(cases, FieldCatalog.Default, Console.Error.WriteLine, CancellationToken.None)
            .GetAwaiter().GetResult();
        var metrics = new Metrics();
        MeetingScore.Add(metrics, readings, FieldCatalog.Default);
        byAuthor[author] = metrics;
    }

    /// <summary>Prints a line for each author, each element and all of them, and the shares that are right by the way in which it is said.</summary>
    public void Print()
    {
        foreach (var (author, metrics) in byAuthor)
        {
            Console.WriteLine($"{author,-18} {Line("meetings.all", [metrics])} {Whole([metrics])}");
        }

        foreach (var element in ElementNames.All)
        {
            Console.WriteLine($"{element,-18} {Line($"meetings.{element}", byAuthor.Values)}");
        }

        Console.WriteLine($"{"mean",-18} {Line("meetings.all", byAuthor.Values)} {Whole(byAuthor.Values)}");
        Console.WriteLine(string.Join("  ", Ways.Select(way => $"{way} {Mean($"meetings.way.{way}", byAuthor.Values)}")));
    }

    private static string Line(string name, IReadOnlyCollection<Metrics> of) =>
        string.Join("  ", Numbers.Select(number => $"{number.Replace("recall_", "", StringComparison.Ordinal)} {Mean($"{name}.{number}", of)}"));

    private static string Whole(IReadOnlyCollection<Metrics> of) => $" macro {Mean("meetings.macro_recall", of)}"
        + $"  not taken for a sale {Mean("meetings.not_taken_for_a_sale", of)}";

    // A number without a case of its kind is left out.
    private static string Mean(string name, IEnumerable<Metrics> of)
    {
        double[] known = [.. of.SelectMany(metrics => metrics.Values.Where(one => one.Key == name)).Select(one => one.Value)];
        return known.Length == 0 ? "-" : (100 * known.Average()).ToString("0.0", CultureInfo.InvariantCulture);
    }
}
