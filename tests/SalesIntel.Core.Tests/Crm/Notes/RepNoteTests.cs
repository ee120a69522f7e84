using SalesIntel.Core.Tests.Fakes;
using SalesIntel.Crm;
using SalesIntel.Leads;
using VerifyXunit;

namespace SalesIntel.Core.Tests.Crm.Notes;

/// <summary>The notes as a rep reads them in twenty seconds: the first 1,500 characters tell who, what hurts, what comes next, what to ask.</summary>
public sealed class RepNoteTests
{
    private const int HeadLength = 1_500;

    private static readonly NoteSetup Setup = new() { Team = RepNotes.Team, Issues = ["Team_Members: too long, shortened"] };

    private static readonly SinceLastCall Since = new(
        new DateTimeOffset(2026, 11, 10, 15, 0, 0, TimeSpan.Zero),
        [
            Change("metrics", ValueChangeKind.Confirmed, FieldValue.Of("26 days"), FieldValue.Of("26 calendar days")),
            Change("economic_buyer", ValueChangeKind.Contradicted, Said("Wilhelmina Strand, COO", "Mirela Osei"), Said("Lysander Quaye, CFO", "Signe Marsh")),
            Change("decision_process", ValueChangeKind.Changed, FieldValue.Of("Board on 21 January 2027"), FieldValue.Of("Board on 14 January 2027")),
            Change("competition", ValueChangeKind.New, FieldValue.Absent, FieldValue.Of("Stampede Review")),
        ]);

    [Fact]
    public Task Booking() => Verifier.Verify(Text(RepNotes.Of(RepNotes.Booking, RepNotes.BookingValues, Setup)));

    [Fact]
    public Task Booking_first_1500_characters() =>
        Verifier.Verify(Head(RepNotes.Of(RepNotes.Booking, RepNotes.BookingValues, Setup)));

    [Fact]
    public Task Meeting() => Verifier.Verify(Text(RepNotes.Of(RepNotes.Meeting, RepNotes.MeetingValues, Setup with { Since = Since })));

    [Fact]
    public Task Meeting_first_1500_characters() =>
        Verifier.Verify(Head(RepNotes.Of(RepNotes.Meeting, RepNotes.MeetingValues, Setup with { Since = Since })));

    [Fact]
    public Task Meeting_without_transcript() => Verifier.Verify(Text(RepNotes.Of(
        RepNotes.Meeting with { Transcript = [] },
        LeadValues.Empty.With(Some.Meddic("identified_pain"), Some.Claimed("Slow", ClaimSupport.Unsupported)),
        Setup)));

    [Fact]
    public void Status_says_what_was_not_recognized_in_the_transcript_and_nothing_else()
    {
        var start = new MeetingIssue(MeetingPart.Start, "The start differs from that of the transcript.");
        var words = new MeetingIssue(MeetingPart.Transcript, "Nothing was recognised as something that was said.");

        Assert.Contains("The recording has no transcript: nothing could be checked", Status(start), StringComparison.Ordinal);
        Assert.Contains("Nothing was recognised as something that was said: nothing could be checked", Status(start, words), StringComparison.Ordinal);

        static string Status(params MeetingIssue[] issues) =>
            RepNotes.Of(RepNotes.Meeting with { Transcript = [], Issues = issues }, LeadValues.Empty, Setup).Content.Split('\n')[0];
    }

    [Fact]
    public void What_nobody_has_read_is_shown_as_it_was_answered()
    {
        var content = RepNotes.Of(RepNotes.Booking, LeadValues.Empty, Setup).Content;

        Assert.Contains("\nWhy now: Before the spring range, maybe March (as answered)\n", content, StringComparison.Ordinal);
        Assert.Contains(
            "\nPain: Sign-off takes almost 4 weeks and comments get lost. We had a costly reprint in June. (as answered)\n", content, StringComparison.Ordinal);
    }

    [Fact]
    public void Question_stands_in_the_head_however_long_everything_is()
    {
        var longText = string.Join('\n', Enumerable.Range(0, 200).Select(index => $"Something that takes {index} days and is described at length"));
        var values = LeadValues.Of(LeadFields.All.Select(field => KeyValuePair.Create(field.Name, FieldValue.Of(longText))))
            .With(LeadFields.BudgetSignal, FieldValue.Absent).With(LeadFields.CompanyName, FieldValue.Absent);
        var booking = RepNotes.Booking with { Name = new string('N', 900), Location = "https://zoom.example/" + new string('x', 900) };

        var head = Head(RepNotes.Of(booking, values, Setup));

        Assert.Contains("Why now: Something that takes 0 days", head, StringComparison.Ordinal);
        Assert.Contains("Pain: Something that takes 0 days", head, StringComparison.Ordinal);
        Assert.Contains("CHEAT SHEET (ADVICE)\n  Something that takes 0 days", head, StringComparison.Ordinal);
        Assert.Contains("ASK\n- Is there a budget for this, and what does the problem cost today?\n", head, StringComparison.Ordinal);
    }

    [Fact]
    public void Meeting_tells_all_that_matters_in_its_head_however_long_everything_is()
    {
        var longText = string.Join('\n', Enumerable.Range(0, 200).Select(index => $"Something that takes {index} days and is described at length"));
        var fields = QualificationFrameworks.Meddic.Elements.Select(QualificationFrameworks.Meddic.FieldOf);
        var values = LeadValues.Of(fields.Append(MeetingFields.NextSteps).Select(field => KeyValuePair.Create(
            field.Name, new FieldValue { Text = longText, Status = FieldStatus.Ambiguous })));
        var people = Enumerable.Range(0, 60).Select(index => new MeetingAttendee($"{new string('N', 70)} {index}", $"p{index}@tallow.example"));

        var head = Head(RepNotes.Of(RepNotes.Meeting with { Attendees = [.. people] }, values, Setup));

        Assert.Contains("\nNext step: Something that takes 0 days", head, StringComparison.Ordinal);
        Assert.Contains("\nPain: Something that takes 0 days", head, StringComparison.Ordinal);
        Assert.Contains("- Which number would show that this was worth it? (Metrics is unclear)\n", head, StringComparison.Ordinal);
    }

    private static ValueChange Change(string element, ValueChangeKind kind, FieldValue before, FieldValue after) =>
        new(Some.Meddic(element).Name, kind, before, after);

    private static FieldValue Said(string text, string speaker) => Some.Claimed(text, ClaimSupport.Supported, text, speaker);

    private static string Head(CrmNote note) => note.Content[..Math.Min(HeadLength, note.Content.Length)];

    private static string Text(CrmNote note) => $"{note.Title}\n\n{note.Content}\n";
}
