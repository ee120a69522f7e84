using SalesIntel.Core.Tests.Fakes;
using SalesIntel.Leads;

namespace SalesIntel.Core.Tests.Leads;

/// <summary>Which of several readings the lead shows.</summary>
public sealed class LeadProjectionReadingTests
{
    private const string Ada = "ada@quill.example";

    [Fact]
    public void Later_reading_of_one_booking_replaces_the_earlier_whole()
    {
        var lead = LeadProjection.Project(
            Ada, [Reading("e2", 60, Some.Values((LeadFields.City, "Oslo"))), Reading("e1", 0, Some.Values((LeadFields.City, "Bergen"), (LeadFields.Country, "Norway")))]);

        Assert.Equal(("Oslo", ""), (lead.Values[LeadFields.City].Text, lead.Values[LeadFields.Country].Text));
    }

    [Fact]
    public void Of_two_readings_of_the_same_state_the_models_counts()
    {
        var lead = LeadProjection.Project(
            Ada, [Reading("e1", 0, Some.Values((LeadFields.City, "Oslo"))), Reading("e2", 0, Some.Values((LeadFields.City, "Bergen")), reader: ExtractionMethod.Rules)]);

        Assert.Equal("Oslo", lead.Values[LeadFields.City].Text);
    }

    [Theory]
    [InlineData(ClaimSupport.Supported, ClaimSupport.Unsupported, "earlier")]
    [InlineData(ClaimSupport.Unchecked, ClaimSupport.Unsupported, "earlier")]
    [InlineData(ClaimSupport.Unsupported, ClaimSupport.Unsupported, "later")]
    [InlineData(ClaimSupport.Unsupported, ClaimSupport.Supported, "later")]
    [InlineData(ClaimSupport.Supported, ClaimSupport.Unchecked, "later")]
    public void What_no_transcript_bears_out_does_not_replace_what_one_did(ClaimSupport before, ClaimSupport after, string expected)
    {
        var lead = LeadProjection.Project(Ada, [Assessed("M1", 0, "earlier", before), Assessed("M2", 60, "later", after)]);

        Assert.Equal(expected, lead.Values[Some.Meddic("champion")].Text);
    }

    [Fact]
    public void Lists_of_a_later_meeting_replace_and_empty_ones_do_not()
    {
        var lead = LeadProjection.Project(
            Ada,
            [
                Assessed("M1", 0, "x", ClaimSupport.Unchecked, ["old step"], ["old risk"]),
                Assessed("M2", 60, "y", ClaimSupport.Unchecked, ["new step"], []),
            ]);

        Assert.Equal("new step", lead.Values[MeetingFields.NextSteps].Text);
        Assert.Equal("old risk", lead.Values[MeetingFields.Risks].Text);
    }

    private static ValuesRead Reading(string eventId, int updated, LeadValues values, ExtractionMethod reader = ExtractionMethod.Model) => new()
    {
        EventId = eventId, At = Bodies.Base, Document = "booking:A", DocumentKind = DocumentKind.Form,
        Revision = Bodies.Base.AddMinutes(updated), Values = values, ReadBy = reader,
    };

    private static ValuesRead Assessed(
        string session, int at, string champion, ClaimSupport support, string[]? steps = null, string[]? risks = null) => new()
        {
            EventId = session,
            At = Bodies.Base.AddMinutes(at),
            Document = $"meeting:{session}",
            DocumentKind = DocumentKind.Conversation,
            Revision = Bodies.Base,
            ReadBy = ExtractionMethod.Model,
            Values = Some.Values(
                (MeetingFields.NextSteps, string.Join('\n', steps ?? [])), (MeetingFields.Risks, string.Join('\n', risks ?? [])))
                .With(Some.Meddic("champion"), Some.Claimed(champion, support)),
        };
}
