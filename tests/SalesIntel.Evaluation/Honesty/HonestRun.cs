using SalesIntel.Evaluation.Cases;
using SalesIntel.Evaluation.Extractors;
using SalesIntel.Evaluation.Generating.Meetings;
using SalesIntel.Evaluation.Generating.Text;
using SalesIntel.Evaluation.Scoring;
using SalesIntel.Extraction;
using SalesIntel.Leads;

namespace SalesIntel.Evaluation.Honesty;

/// <summary>Has a model tell the truth in other words, and counts what is lost: of what neither the claim nor the quote is
/// written.</summary>
internal static class HonestRun
{
    private const int Before = 3;
    private static readonly DateTimeOffset Day = new(2026, 11, 5, 10, 0, 0, TimeSpan.Zero);

    private static readonly Dictionary<char, CastMember> People = new()
    {
        ['S'] = new("Harper Voss", "harper.voss@brightfold.example"),
        ['B'] = new("Ottoline Vane", "ottoline.vane@calloway.example"),
        ['C'] = new("Jarvis Templeton", "jarvis.templeton@calloway.example"),
    };

    /// <summary>Measures it.</summary>
    /// <param name="metrics">Gets the numbers.</param>
    /// <param name="catalog">The fields that are asked for.</param>
    /// <param name="lost">Is told each claim that is lost.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task AddAsync(Metrics metrics, FieldCatalog catalog, Action<string> lost, CancellationToken cancellationToken)
    {
        List<(HonestClaim Claim, FieldValue Value)> told = [];
        foreach (var (number, claim) in HonestClaims.All().Index())
        {
            told.Add((claim, await ReadAsync(claim, number, catalog, cancellationToken)));
        }

        foreach (var one in told.Where(one => !one.Value.IsWritable))
        {
            lost($"{one.Claim.Language} {one.Claim.Element} {one.Value.Status}: \"{one.Claim.Quote}\" -> \"{one.Claim.Claim}\"");
        }

        metrics.Add("honest.count", told.Count);
        foreach (var language in told.GroupBy(one => one.Claim.Language).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            metrics.Share($"honest.{language.Key}.lost", [.. language], one => !one.Value.IsWritable);
        }

        foreach (var element in told.GroupBy(one => one.Claim.Element))
        {
            metrics.Share($"honest.{element.Key}.lost", [.. element], one => !one.Value.IsWritable);
        }

        metrics.Share("honest.all.lost", told, one => !one.Value.IsWritable);
        metrics.Share("honest.all.in_own_words", told, one => one.Value.IsWritable && KeyText.Same(one.Value.Text, one.Claim.Claim));
    }

    private static async Task<FieldValue> ReadAsync(
        HonestClaim claim, int number, FieldCatalog catalog, CancellationToken cancellationToken)
    {
        var padding = HonestClaims.Padding(claim.Language);
        List<SpokenTurn> turns = [];
        Pad(Before, number);
        var quoted = turns.Count + claim.QuotedTurn + 1;
        turns.AddRange(claim.Turns.Select(turn => new SpokenTurn(People[turn.Speaker].Name, turn.Text)));
        Pad(Before, number + Before);
        var body = ReadAiBody.Of($"honest-{number}", "Demo", Day, [.. People.Values], turns);
        var document = Documents.Of(new EvaluationCase
        {
            Id = $"honest-{number}",
            Class = CaseClass.Sales,
            Source = "readai",
            Body = body,
            Truth = new Dictionary<string, Expected>(),
        });
        var said = new SaidClaim(claim.Element, claim.Quote, quoted, null, claim.Claim);
        using var model = new ScriptedModel([said], new Dictionary<string, string>());
        var extractor = new ModelExtractor(model, team: new TeamOptions { InternalDomains = ["brightfold.example"] });
        var result = await extractor.ExtractAsync(document, catalog, cancellationToken);
        return result.Values[catalog.Framework.FieldOf(catalog.Framework.Elements.Single(element => element.Name == claim.Element))];

        void Pad(int count, int from)
        {
            for (var i = 0; i < count; i++)
            {
                turns.Add(new SpokenTurn(People[i % 2 == 0 ? 'S' : 'B'].Name, padding[(from + i) % padding.Count]));
            }
        }
    }
}
