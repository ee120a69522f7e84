using SalesIntel.Evaluation.Cases;
using SalesIntel.Evaluation.Extractors;
using SalesIntel.Evaluation.Generating.Meetings;
using SalesIntel.Evaluation.Generating.Text;
using SalesIntel.Extraction;
using SalesIntel.Leads;

namespace SalesIntel.Evaluation.Honesty;

/// <summary>A call in which one thing is said: what surrounds it states nothing.</summary>
/// <param name="set">Where the claims are from.</param>
internal sealed class HonestCall(HonestClaims set)
{
    private const int Before = 3;

    // Three elements of a longer framework are asked for besides those of the shorter one.
    private static readonly FieldCatalog Catalog = new(LeadFields.All, QualificationFrameworks.Meddpicc);
    private static readonly DateTimeOffset Day = new(2026, 11, 5, 10, 0, 0, TimeSpan.Zero);

    /// <summary>What becomes of a completion about the call.</summary>
    /// <param name="call">What is said in it.</param>
    /// <param name="number">Chooses the turns around it.</param>
    /// <param name="element">The element that the completion is about.</param>
    /// <param name="quote">The quote; null = none.</param>
    /// <param name="text">What is claimed.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>The value, and why it is not the claim.</returns>
    public async Task<(FieldValue Value, string Reason)> ReadAsync(
        HonestClaim call, int number, string element, string? quote, string text, CancellationToken cancellationToken)
    {
        var isNextStep = element == HonestClaims.NextSteps;
        var said = new SaidClaim(element, quote, quote is null ? null : QuotedTurn(call), null, text);
        using var model = new ScriptedModel(
            isNextStep ? [] : [said], isNextStep ? new Dictionary<string, string> { [element] = text } : []);
        var extractor = new ModelExtractor(model, team: new TeamOptions { InternalDomains = ["brightfold.example"] });
        var result = await extractor.ExtractAsync(DocumentOf(call, number), Catalog, cancellationToken);
        var field = isNextStep
            ? MeetingFields.NextSteps
            : Catalog.Framework.FieldOf(Catalog.Framework.Elements.Single(one => one.Name == element));
        return (result.Values[field], string.Join("; ", result.Issues));
    }

    private static int QuotedTurn(HonestClaim call) => Before + call.QuotedTurn + 1;

    private LeadDocument DocumentOf(HonestClaim call, int number)
    {
        var padding = set.Padding(call.Language);
        var people = PeopleOf(call.Language);
        List<SpokenTurn> turns = [];
        Pad(number);
        turns.AddRange(call.Turns.Select(turn => new SpokenTurn(people[turn.Speaker].Name, turn.Text)));
        Pad(number + Before);
        return Documents.Of(new EvaluationCase
        {
            Id = $"honest-{number}",
            Class = CaseClass.Sales,
            Source = "readai",
            Body = ReadAiBody.Of($"honest-{number}", "Demo", Day, [.. people.Values], turns),
            Truth = new Dictionary<string, Expected>(),
        });

        void Pad(int from)
        {
            for (var i = 0; i < Before; i++)
            {
                turns.Add(new SpokenTurn(people[i % 2 == 0 ? 'S' : 'B'].Name, padding[(from + i) % padding.Count]));
            }
        }
    }

    private Dictionary<char, CastMember> PeopleOf(string language)
    {
        var names = set.People(language);
        return "SBC".Zip(names).ToDictionary(pair => pair.First, pair => new CastMember(
            pair.Second, $"{Mailbox(pair.Second)}@{(pair.First == 'S' ? "brightfold" : "calloway")}.example"));
    }

    private static string Mailbox(string name) => PlainLetters.Of(name);
}
