using SalesIntel.Evaluation.Cases;
using SalesIntel.Evaluation.Extractors;
using SalesIntel.Leads;

namespace SalesIntel.Evaluation.Lies;

/// <summary>The repository's own meetings, to lie about.</summary>
internal static class FixtureMeetings
{
    private static readonly string[] Sellers = ["govisually.com", "clockworkstudio.com"];

    /// <summary>Those that have a transcript.</summary>
    public static IEnumerable<EvaluationCase> All()
    {
        foreach (var path in Directory.GetFiles(ProjectFolder.File("../fixtures/readai"), "*.json").Order(StringComparer.Ordinal))
        {
            var one = new EvaluationCase
            {
                Id = Path.GetFileNameWithoutExtension(path),
                Class = CaseClass.Sales,
                Source = "readai",
                Body = File.ReadAllBytes(path),
                SellerDomains = Sellers,
                Truth = new Dictionary<string, Expected>(),
            };
            if (Documents.TryOf(one) is MeetingDocument { Meeting.Transcript.Count: > 0 })
            {
                yield return one;
            }
        }
    }
}
