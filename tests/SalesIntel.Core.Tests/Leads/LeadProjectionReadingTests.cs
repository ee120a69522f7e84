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
            Ada, [Reading("e2", 60, new LeadIntel { City = "Oslo" }), Reading("e1", 0, new LeadIntel { City = "Bergen", Country = "Norway" })]);

        Assert.Equal(("Oslo", ""), (lead.Intel.City, lead.Intel.Country));
    }

    [Fact]
    public void Of_two_readings_of_the_same_state_the_models_counts()
    {
        var lead = LeadProjection.Project(
            Ada, [Reading("e1", 0, new LeadIntel { City = "Oslo" }), Reading("e2", 0, new LeadIntel { City = "Bergen" }, source: "rules")]);

        Assert.Equal("Oslo", lead.Intel.City);
    }

    [Theory]
    [InlineData(Grounding.Confirmed, Grounding.Unconfirmed, "earlier")]
    [InlineData(Grounding.None, Grounding.Unconfirmed, "earlier")]
    [InlineData(Grounding.Unconfirmed, Grounding.Unconfirmed, "later")]
    [InlineData(Grounding.Unconfirmed, Grounding.Confirmed, "later")]
    [InlineData(Grounding.Confirmed, Grounding.None, "later")]
    public void What_no_transcript_bears_out_does_not_replace_what_one_did(Grounding before, Grounding after, string expected)
    {
        var lead = LeadProjection.Project(Ada, [Assessed("M1", 0, "earlier", before), Assessed("M2", 60, "later", after)]);

        Assert.Equal(expected, lead.Meddic.Champion.Value);
    }

    [Fact]
    public void Lists_of_a_later_meeting_replace_and_empty_ones_do_not()
    {
        var lead = LeadProjection.Project(
            Ada,
            [
                Assessed("M1", 0, "x", Grounding.None, ["old step"], ["old risk"]),
                Assessed("M2", 60, "y", Grounding.None, ["new step"], []),
            ]);

        Assert.Equal(["new step"], lead.Meddic.NextSteps);
        Assert.Equal(["old risk"], lead.Meddic.Risks);
    }

    private static IntelExtracted Reading(string eventId, int updated, LeadIntel intel, string source = "model") => new()
    {
        EventId = eventId, At = Bodies.Base, InviteeId = "A", UpdatedAt = Bodies.Base.AddMinutes(updated), Intel = intel, Source = source,
    };

    private static MeddicExtracted Assessed(
        string session, int at, string champion, Grounding grounding, string[]? steps = null, string[]? risks = null) => new()
        {
            EventId = session,
            At = Bodies.Base.AddMinutes(at),
            SessionId = session,
            AcceptedAt = Bodies.Base,
            Source = "model",
            Assessment = new MeddicAssessment
            {
                Champion = new MeddicElement { Value = champion, Grounding = grounding }, NextSteps = steps ?? [], Risks = risks ?? [],
            },
        };
}
