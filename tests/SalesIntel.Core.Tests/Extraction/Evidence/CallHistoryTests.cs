using SalesIntel.Leads;

namespace SalesIntel.Extraction;

/// <summary>Three calls with one lead: what is new, confirmed, changed and contradicted, in whatever order they become known.</summary>
public class CallHistoryTests
{
    private static readonly QualificationFramework Meddic = QualificationFrameworks.Meddic;
    private static readonly DateTimeOffset Start = new(2026, 11, 3, 9, 0, 0, TimeSpan.Zero);

    private static readonly (string Element, string Said)[][] Calls =
    [
        [
            ("economic_buyer", "Our finance chief Marta Lind has the final say."),
            ("identified_pain", "We lose comments between mail and paper every week."),
            ("metrics", "A proof takes us nineteen days to approve."),
        ],
        [
            ("economic_buyer", "Tom Ruiz has the final say on tools."),
            ("identified_pain", "Every week we lose comments between mail and paper."),
            ("decision_process", "The board meets on the tenth of December and approves it."),
        ],
        [
            ("metrics", "I was wrong, a proof takes us twelve days to approve."),
            ("decision_process", "Maybe the board approves it in January, I'm not sure."),
            ("champion", "I want this and I will run the pilot myself."),
        ],
    ];

    public static TheoryData<int, int, int> Orders => new()
    {
        { 0, 1, 2 }, { 0, 2, 1 }, { 1, 0, 2 }, { 1, 2, 0 }, { 2, 0, 1 }, { 2, 1, 0 },
    };

    [Theory]
    [MemberData(nameof(Orders))]
    public void Any_order_gives_the_same_fields_and_the_same_history(int first, int second, int third)
    {
        LeadFact[] facts = [Fact(first), Fact(second), Fact(third), Fact(second)];
        Assert.Equal(Fields([Fact(0), Fact(1), Fact(2)]), Fields(facts));
        Assert.Equal(
            [
                "meddic_metrics: New", "meddic_economic_buyer: New", "meddic_identified_pain: New",
                "meddic_economic_buyer: Contradicted", "meddic_decision_process: New", "meddic_identified_pain: Confirmed",
                "meddic_metrics: Changed", "meddic_champion: New",
            ],
            Enumerable.Range(0, 3).SelectMany(call => History(facts, call)).Select(change => $"{change.Field}: {change.Kind}"));
    }

    [Fact]
    public void Later_call_wins_and_an_unclear_statement_replaces_nothing()
    {
        var values = LeadProjection.Project("a@quill.example", [Fact(2), Fact(0), Fact(1)]).Values;
        Assert.Equal("Tom Ruiz has the final say on tools.", values["meddic_economic_buyer"].Text);
        Assert.Equal("I was wrong, a proof takes us twelve days to approve.", values["meddic_metrics"].Text);
        Assert.Equal("The board meets on the tenth of December and approves it.", values["meddic_decision_process"].Text);
        Assert.True(values["meddic_decision_process"].IsWritable);
    }

    [Fact]
    public void Contradiction_names_both_statements_with_who_and_when()
    {
        var change = History([Fact(1), Fact(0)], 1).Single(one => one.Kind == ValueChangeKind.Contradicted);
        Assert.Equal(("Our finance chief Marta Lind has the final say.", "Tom Ruiz has the final say on tools."), (change.Before.Text,
            change.After.Text));
        Assert.Equal(("Ann Ray", true), (change.Before.Claims[0].Speaker, change.Before.Claims[0].At < change.After.Claims[0].At));
    }

    private static IReadOnlyList<ValueChange> History(IEnumerable<LeadFact> facts, int call) =>
        CallHistory.Of(facts, $"meeting:M{call}", Meddic.Fields, new ValueComparison(Meddic).Of);

    private static string[] Fields(IEnumerable<LeadFact> facts) =>
        [.. LeadProjection.Project("a@quill.example", facts).Values.Select(value => $"{value.Key}: {value.Value.Text} {value.Value.Status}")];

    private static ValuesRead Fact(int call)
    {
        var start = Start.AddDays(7 * call);
        var meeting = new Meeting
        {
            SessionId = $"M{call}",
            Start = start,
            Attendees = [new MeetingAttendee("Rep One", "rep@seller.example"), new MeetingAttendee("Ann Ray", "ann@quill.example")],
            Transcript =
            [
                new TranscriptTurn("Rep One", "Good to see you again.", start),
                .. Calls[call].Select((said, i) => new TranscriptTurn("Ann Ray", said.Said, start.AddMinutes(i + 1))),
            ],
        };
        var evidence = new SpokenEvidence(meeting, new TeamOptions { InternalDomains = ["seller.example"] },
            new FieldText(new ExtractionOptions()));
        return new ValuesRead
        {
            EventId = $"e{call}", At = start, Document = $"meeting:M{call}", DocumentKind = DocumentKind.Conversation, Revision = start,
            ReadBy = ExtractionMethod.Model,
            Values = LeadValues.Of(Meddic.Elements.Select(element => KeyValuePair.Create(
                Meddic.FieldOf(element).Name,
                evidence.Of(element, Meddic.FieldOf(element),
                    [.. Calls[call].Where(said => said.Element == element.Name).Select(said =>
                        new SpokenClaim(element.Name, said.Said, null, said.Said))])))),
        };
    }
}
