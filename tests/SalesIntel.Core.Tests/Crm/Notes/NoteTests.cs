using SalesIntel.Core.Tests.Fakes;
using SalesIntel.Crm;
using SalesIntel.Leads;
using VerifyXunit;

namespace SalesIntel.Core.Tests.Crm.Notes;

/// <summary>The notes as a rep reads them.</summary>
public sealed class NoteTests
{
    private static readonly Booking Bare = new()
    {
        InviteeId = "INV-1", Email = "ada@quill.example", CreatedAt = Bodies.Base, UpdatedAt = Bodies.Base,
    };

    private static readonly Booking Full = Bare with
    {
        EventName = "Product demo",
        Start = new DateTimeOffset(2026, 11, 19, 16, 30, 0, TimeSpan.Zero),
        TimeZone = "America/New_York",
        Location = "https://meet.example/abc",
        Hosts = ["Sam Seller", "host@seller.example"],
        Guests = ["bo@quill.example"],
        Tracking = new Dictionary<string, string> { ["utm_source"] = "news", ["utm_campaign"] = "autumn" },
        Answers = [new FormAnswer("What hurts?", "Reprints\nand delays"), new FormAnswer("Team?", "Nine")],
    };

    private static readonly Meeting Held = new()
    {
        SessionId = "01SESSION",
        Title = "Demo for Quill",
        Start = new DateTimeOffset(2026, 11, 19, 16, 31, 0, TimeSpan.Zero),
        Duration = TimeSpan.FromSeconds(1_790),
        RecordingUrl = "https://app.read.example/r/1",
        Attendees =
        [
            new MeetingAttendee("Ada Quill", "ada@quill.example"), new MeetingAttendee("", "bo@quill.example"),
            new MeetingAttendee("Phone user", null),
        ],
        Summary = "They count days.",
        ActionItems = ["Send the quote.", "Ask legal."],
        KeyQuestions = ["Does it work offline?"],
    };

    [Fact]
    public Task Booking_with_everything() => Verifier.Verify(Text(Of(
        Full,
        Some.Values(
            (LeadFields.CompanyName, "Quill Ltd"), (LeadFields.City, "Lund"), (LeadFields.ReferredBy, "A fair"),
            (LeadFields.PainPoints, "Reprints"), (LeadFields.CheatSheet, "- Ask about days"))
            .With(LeadFields.Country, FieldValue.Of("Sweden", "the time zone")),
        ExtractionMethod.Model)));

    [Fact]
    public Task Booking_of_which_nothing_is_known() => Verifier.Verify(Text(Of(Bare, LeadValues.Empty, ExtractionMethod.None)));

    [Fact]
    public Task Booking_rescheduled_and_read_by_rules() => Verifier.Verify(Text(Of(
        Full with { OldInviteeId = "INV-0", Answers = [] }, Some.Values((LeadFields.CompanyName, "Quill Ltd")), ExtractionMethod.Rules)));

    [Fact]
    public Task Meeting_with_everything() => Verifier.Verify(Text(Of(
        Held,
        Some.Values(
            (QualificationFrameworks.Meddic.Confidence, "Warm"), (MeetingFields.NextSteps, "Call on Monday"),
            (MeetingFields.Risks, "No budget holder met"))
            .With(Some.Meddic("metrics"), Some.Claimed(
                "Nine days a print", ClaimSupport.Supported, "It takes us nine days.", "Ada Quill",
                new DateTimeOffset(2026, 11, 19, 16, 40, 5, TimeSpan.Zero)))
            .With(Some.Meddic("champion"), Some.Claimed("Ada", ClaimSupport.Unsupported, "never said"))
            .With(Some.Meddic("competition"), Some.Claimed("Paper", ClaimSupport.Unchecked)),
        ExtractionMethod.Model)));

    [Fact]
    public Task Meeting_without_assessment() => Verifier.Verify(Text(Of(Held, LeadValues.Empty, ExtractionMethod.None)));

    [Fact]
    public Task Meeting_of_which_nothing_is_known() =>
        Verifier.Verify(Text(Of(new Meeting { SessionId = "01SESSION" }, LeadValues.Empty, ExtractionMethod.Rules)));

    [Fact]
    public void Next_steps_of_the_meeting_stand_in_where_the_assessment_has_none()
    {
        var content = Of(Held, LeadValues.Empty, ExtractionMethod.Model).Content;

        Assert.Contains("Next step: Send the quote. (as the recorder lists it, not checked) (and 1 more below)\n", content, StringComparison.Ordinal);
        Assert.Contains(
            "NEXT STEPS AS THE RECORDER LISTS THEM, NOT CHECKED\n- Send the quote.\n- Ask legal.\n", content, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(UnreadReason.NothingSold, "The rules do not take it for a sales call: nothing of what was said was taken.")]
    [InlineData(UnreadReason.OnlyOurPeople, "Only our own people speak: nothing of what was said counts as the customer's words.")]
    [InlineData(
        UnreadReason.CustomerUnknown,
        "Nobody who speaks is known to be the customer's: nothing of what was said counts as the customer's words.")]
    public void Meeting_of_which_nothing_was_taken_says_why_in_its_first_line(UnreadReason reason, string said)
    {
        var document = new MeetingDocument(Held with { Transcript = [new TranscriptTurn("Ada Quill", "Hello.", null)] }, Bodies.Base);
        var content = DocumentNote.Write(
            document, LeadValues.Empty, FieldCatalog.Default, ExtractionMethod.Rules, new NoteSetup { Unread = reason }).Content;

        Assert.Contains(said, content[..content.IndexOf('\n', StringComparison.Ordinal)], StringComparison.Ordinal);
    }

    [Fact]
    public void Meeting_that_tells_only_its_end_is_dated_by_it()
    {
        var ended = Held with { Start = null, End = new DateTimeOffset(2026, 11, 20, 0, 1, 0, TimeSpan.Zero) };
        var note = Of(ended, LeadValues.Empty, ExtractionMethod.None);

        Assert.Equal("2026-11-20 Demo held: Demo for Quill", note.Title);
    }

    [Fact]
    public void Attendees_stand_by_side_where_somebody_is_known_to_sell()
    {
        var sold = Held with { Attendees = [.. Held.Attendees, new MeetingAttendee("Rep", "rep@mail.seller.example")] };
        var note = DocumentNote.Write(
            new MeetingDocument(sold, Bodies.Base),
            LeadValues.Empty,
            FieldCatalog.Default,
            ExtractionMethod.None,
            new NoteSetup { Team = new TeamOptions { InternalDomains = ["seller.example"] } });

        Assert.Contains(
            "CUSTOMER\n- Ada Quill <ada@quill.example>\n- <bo@quill.example>\n\nOUR TEAM\n- Rep <rep@mail.seller.example>\n\n"
                + "OTHER ATTENDEES\n- Phone user\n",
            note.Content,
            StringComparison.Ordinal);
        Assert.DoesNotContain("\nATTENDEES\n", note.Content, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Asia/Tokyo", "2026-11-20 Demo booked: Product demo", "Fri 20 Nov 2026, 01:30 Asia/Tokyo (16:30 UTC)")]
    [InlineData("", "2026-11-19 Demo booked: Product demo", "Thu 19 Nov 2026, 16:30 UTC")]
    [InlineData("Mars/Olympus", "2026-11-19 Demo booked: Product demo", "Thu 19 Nov 2026, 16:30 UTC")]
    public void Time_is_the_invitees_where_the_zone_is_known(string zone, string title, string when)
    {
        var note = Of(Full with { TimeZone = zone }, LeadValues.Empty, ExtractionMethod.None);

        Assert.Equal(title, note.Title);
        Assert.StartsWith($"Demo: {when} with ada@quill.example, role not stated, company not stated\n", note.Content, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("America/New_York", "sam@seller.example", "Thu 19 Nov 2026, 11:30 America/New_York (17:30 Europe/Berlin)")]
    [InlineData("Asia/Tokyo", "sam@seller.example", "Fri 20 Nov 2026, 01:30 Asia/Tokyo (Thu 19 Nov, 17:30 Europe/Berlin)")]
    [InlineData("Europe/Berlin", "sam@seller.example", "Thu 19 Nov 2026, 17:30 Europe/Berlin (16:30 UTC)")]
    [InlineData("", "sam@seller.example", "Thu 19 Nov 2026, 16:30 UTC (17:30 Europe/Berlin)")]
    [InlineData("America/New_York", "other@seller.example", "Thu 19 Nov 2026, 11:30 America/New_York (16:30 UTC)")]
    public void Time_is_the_hosts_too_where_a_zone_is_configured(string zone, string host, string when)
    {
        var team = new TeamOptions { HostTimeZones = new Dictionary<string, string> { ["Sam@seller.example"] = "Europe/Berlin" } };
        var note = DocumentNote.Write(
            new BookingDocument(Full with { TimeZone = zone, HostEmails = ["new@seller.example", host] }),
            LeadValues.Empty,
            FieldCatalog.Default,
            ExtractionMethod.None,
            new NoteSetup { Team = team });

        Assert.StartsWith($"Demo: {when} with ", note.Content, StringComparison.Ordinal);
    }

    [Fact]
    public void Marker_is_the_last_line_and_depends_on_the_subject_alone()
    {
        var booking = Of(Full, LeadValues.Empty, ExtractionMethod.Model);
        var later = Of(Bare, LeadValues.Empty, ExtractionMethod.None);
        var meeting = Of(Held with { SessionId = "INV-1" }, LeadValues.Empty, ExtractionMethod.None);

        Assert.EndsWith("\n" + booking.Marker, booking.Content, StringComparison.Ordinal);
        Assert.Equal(booking.Marker, later.Marker);
        Assert.NotEqual(booking.Marker, meeting.Marker);
        Assert.Matches("^SalesIntel ref [0-9a-f]{12}$", booking.Marker);
    }

    private static CrmNote Of(Booking booking, LeadValues values, ExtractionMethod readBy) =>
        DocumentNote.Write(new BookingDocument(booking), values, FieldCatalog.Default, readBy);

    private static CrmNote Of(Meeting meeting, LeadValues values, ExtractionMethod readBy) =>
        DocumentNote.Write(new MeetingDocument(meeting, Bodies.Base), values, FieldCatalog.Default, readBy);

    private static string Text(CrmNote note) => $"{note.Title}\n\n{note.Content}\n";
}
