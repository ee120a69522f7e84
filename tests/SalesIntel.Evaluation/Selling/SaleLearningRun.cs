using System.Globalization;
using SalesIntel.Evaluation.Cases;
using SalesIntel.Evaluation.Generating.Meetings;
using SalesIntel.Evaluation.Generating.Text;
using SalesIntel.Evaluation.Learning;
using SalesIntel.Evaluation.Written;
using SalesIntel.Extraction;

namespace SalesIntel.Evaluation.Selling;

/// <summary>Learns from generated calls and from conversations in files whether something is sold, shows how well that does on sources of
/// which nothing was learned, and writes the weights.</summary>
internal static class SaleLearningRun
{
    private const string Weights = "../../src/SalesIntel.Core/Extraction/Rules/Data/sale-weights.txt";
    private const int Folds = 6;
    private const int Kin = 12;

    /// <summary>Learns and writes.</summary>
    /// <param name="folder">More conversations, in the form of a corpus (docs/evaluation.md), those of one source in a folder of their own.</param>
    /// <param name="size">Generated calls of each author, and half as many conversations that sell nothing.</param>
    /// <exception cref="InvalidDataException">A file has another form.</exception>
    public static int Run(string folder, int size)
    {
        List<SaleDocument> documents = [];
        foreach (var part in LearningRun.Measured)
        {
            documents.AddRange(new MeetingGenerator(part, 1).Generate(size).Concat(new NegativeGenerator(part, 1).Generate(size / 2))
                .Select(one => SaleDocument.Of(one, $"{part}", "generated")));
        }

        foreach (var author in WrittenCalls.Learned.Concat(WrittenCalls.OtherTalk))
        {
            // Those of one kind of talk stand together.
            documents.AddRange(WrittenCalls.Of(author).Select((call, at) => SaleDocument.Of(call.Case, $"{author}{at / Kin}", "written")));
        }

        foreach (var source in Directory.GetDirectories(folder).Order(StringComparer.Ordinal))
        {
            documents.AddRange(CorpusFolder.Read(source).Select(one => SaleDocument.Of(one, source, "found")));
        }

        Print(documents);
        var sections = new SaleLearner(documents, SpokenRules.SaleWeights).Sections();
        using var writer = new StreamWriter(ProjectFolder.File(Weights)) { NewLine = "\n" };
        writer.WriteLine("# Learned, not written: see README.md.");
        foreach (var (name, lines) in sections)
        {
            writer.WriteLine($"[{name}]");
            foreach (var line in lines)
            {
                writer.WriteLine(line);
            }
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{sections["weights"].Count} cues"));
        return 0;
    }

    private static void Print(List<SaleDocument> documents)
    {
        var sources = documents.Select(document => document.Source).Distinct().Order(StringComparer.Ordinal).ToArray();
        var taken = Enumerable.Range(0, Folds).AsParallel().SelectMany(fold =>
        {
            var held = sources.Where((_, at) => at % Folds == fold).ToHashSet();
            var learned = new SalesWeights(new SaleLearner([.. documents.Where(one => !held.Contains(one.Source))], SpokenRules.SaleWeights).Sections());
            return documents.Where(one => held.Contains(one.Source)).Select(one => (one, IsTaken: learned.IsSale(one.Whole()))).ToArray();
        }).ToArray();
        foreach (var kind in taken.GroupBy(one => (one.one.Kind, one.one.IsSale)).OrderBy(kind => kind.Key))
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{kind.Key.Kind}, {(kind.Key.IsSale ? "sales" : "other talk")}: {kind.Count()} of sources of which nothing was learned, "
                + $"{100.0 * kind.Count(one => one.IsTaken) / kind.Count():0.0} % taken for sales"));
        }
    }
}
