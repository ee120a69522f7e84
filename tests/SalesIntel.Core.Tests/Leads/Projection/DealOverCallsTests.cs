using SalesIntel.Core.Tests.Fakes;
using SalesIntel.Crm;
using SalesIntel.Leads;

namespace SalesIntel.Core.Tests.Leads.Projection;

/// <summary>How likely a deal is follows from all of a lead's conversations: a short call in which little is said takes back nothing of what was
/// proven before.</summary>
public sealed class DealOverCallsTests
{
    private static readonly LeadField Confidence = QualificationFrameworks.Meddic.Confidence;

    private static readonly LeadFact First = Call("meeting:A", 0, "Warm", ("identified_pain", "Labels are wrong"));
    private static readonly LeadFact Second = Call(
        "meeting:B", 60, "Cold", ("economic_buyer", "Marta Lind"), ("decision_process", "The board decides on 14 January"), ("champion", "Kim Lo"));

    private static readonly LeadFact Third = Call("meeting:C", 120, "Cold");

    [Fact]
    public void Confidence_is_that_of_all_calls_in_whatever_order_they_become_known()
    {
        Assert.Equal("Warm", Written(First));
        Assert.Equal("Super-hot", Written(First, Second));
        Assert.Equal("Super-hot", Written(Third, Second, First));
        Assert.Equal("Super-hot", Written(First, Third, Second, First));
    }

    [Fact]
    public void What_a_form_says_proves_nothing_of_a_deal()
    {
        var form = (ValuesRead)First with { EventId = "f", Document = "booking:A", DocumentKind = DocumentKind.Form };

        Assert.Equal("Cold", Written(form with { Values = form.Values.With(Confidence, FieldValue.Absent) }, Second));
    }

    [Fact]
    public void Call_that_is_not_rated_leaves_what_is_known() =>
        Assert.Equal("Warm", Written(First, Call("meeting:C", 120, "")));

    [Fact]
    public void What_was_stored_before_is_not_lowered() => Assert.Equal("Hot", Written(Call("meeting:A", 0, "Hot")));

    private static string Written(params LeadFact[] facts) => LeadPatch.Of(LeadProjection.Project(Fact.Ada, facts), FieldCatalog.Default).Fields
        .Single(field => field.Field.Name == Confidence.Name).Value;

    private static ValuesRead Call(string document, int at, string confidence, params (string Element, string Text)[] values) =>
        Fact.Read(document, at, "Lund", DocumentKind.Conversation) with
        {
            Values = Some.Values([.. values.Select(value => (Some.Meddic(value.Element), value.Text)), (Confidence, confidence)]),
        };
}
