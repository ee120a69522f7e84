using SalesIntel.Core.Tests.Fakes;
using SalesIntel.Crm;
using SalesIntel.Extraction;
using SalesIntel.Leads;

namespace SalesIntel.Core.Tests.Crm.Notes;

/// <summary>A rep has twenty seconds: nothing stands in a note twice, and what is all that is known of a call stands in its first lines.</summary>
public sealed class NoteEconomyTests
{
    private const int HeadLength = 1_500;

    private static readonly NoteSetup Setup = new() { Team = RepNotes.Team };

    [Fact]
    public async Task Question_about_a_booking_is_asked_once()
    {
        var document = new BookingDocument(RepNotes.Booking with { Answers = [new FormAnswer("Company name", "Tallow & Finch Foods")] });
        var read = await new RuleExtractor().ExtractAsync(document, FieldCatalog.Default, CancellationToken.None);

        var note = DocumentNote.Write(document, read.Values, FieldCatalog.Default, read.ReadBy, Setup).Content;

        var questions = read.Values[LeadFields.DiscoveryQuestions].Text.Split('\n');
        Assert.NotEmpty(questions);
        Assert.All(questions, question => Assert.Equal(2, note.Split(question).Length));
        Assert.DoesNotContain("no signal in the booking", note, StringComparison.Ordinal);
        Assert.Contains("CHEAT SHEET (ADVICE)\n  Prepared by rules from the booking form", note, StringComparison.Ordinal);
        Assert.DoesNotContain("Ask:\n", note, StringComparison.Ordinal);
        Assert.DoesNotContain("Not known yet", note, StringComparison.Ordinal);
        Assert.Contains("Not known yet", read.Values[LeadFields.CheatSheet].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Questions_for_which_the_first_lines_have_no_room_stand_below()
    {
        var questions = string.Join('\n', Enumerable.Range(0, 20).Select(number => $"What happens in step number {number} of the approval today?"));

        var note = RepNotes.Of(RepNotes.Booking, RepNotes.BookingValues.With(LeadFields.DiscoveryQuestions, FieldValue.Of(questions)), Setup).Content;

        Assert.Contains("\nQuestions to ask:\n", note, StringComparison.Ordinal);
        Assert.Contains("step number 19 of the approval", note, StringComparison.Ordinal);
    }

    [Fact]
    public void Question_that_is_too_long_for_the_first_lines_stands_whole_below()
    {
        var question = $"What happens when {new string('x', 160)} is late?";

        var note = RepNotes.Of(RepNotes.Booking, RepNotes.BookingValues.With(LeadFields.DiscoveryQuestions, FieldValue.Of(question)), Setup).Content;

        Assert.Contains($"\nQuestions to ask: {question}\n", note, StringComparison.Ordinal);
    }

    [Fact]
    public void Summary_is_in_the_first_lines_where_there_is_no_transcript()
    {
        var meeting = RepNotes.Meeting with { Transcript = [], Summary = "Mirela has a budget of 6,000 pounds.\n" + new string('x', 2_000) };

        var note = RepNotes.Of(meeting, LeadValues.Empty, Setup).Content;

        Assert.Contains("\nSUMMARY BY THE RECORDER, NOT CHECKED\n  Mirela has a budget of 6,000 pounds.\n", note[..HeadLength], StringComparison.Ordinal);
        Assert.Contains("\nASK\n- Which number", note[..HeadLength], StringComparison.Ordinal);
        Assert.Contains("\nSUMMARY BY THE RECORDER, NOT CHECKED, WHOLE\n", note, StringComparison.Ordinal);
        Assert.Contains(new string('x', 2_000)[..900], note, StringComparison.Ordinal);
    }

    [Fact]
    public void Short_summary_stands_once()
    {
        var note = RepNotes.Of(RepNotes.Meeting with { Transcript = [] }, LeadValues.Empty, Setup).Content;

        Assert.Equal(2, note.Split("Everybody was happy.").Length);
        Assert.DoesNotContain("WHOLE", note, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(UnreadReason.CustomerUnknown)]
    [InlineData(UnreadReason.NothingSold)]
    [InlineData(null)]
    public void What_nobody_could_read_was_not_left_unsaid(UnreadReason? unread)
    {
        var meeting = unread is null ? RepNotes.Meeting with { Transcript = [] } : RepNotes.Meeting;

        var note = RepNotes.Of(meeting, LeadValues.Empty, Setup with { Unread = unread }).Content;

        Assert.Contains("\nPain: not read\n", note, StringComparison.Ordinal);
        Assert.Contains("\nPain: not said\n", RepNotes.Of(RepNotes.Meeting, LeadValues.Empty, Setup).Content, StringComparison.Ordinal);
    }

    [Fact]
    public void Call_that_could_not_be_read_is_not_said_to_bring_nothing_new()
    {
        var since = Setup with { Since = new SinceLastCall(Bodies.Base, []) };

        Assert.Contains("nothing was said again", RepNotes.Of(RepNotes.Meeting, LeadValues.Empty, since).Content, StringComparison.Ordinal);
        Assert.DoesNotContain(
            "nothing was said again", RepNotes.Of(RepNotes.Meeting, LeadValues.Empty, since with { Unread = UnreadReason.CustomerUnknown }).Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Steps_that_rules_took_from_the_recorder_say_so_and_stand_once()
    {
        var document = new MeetingDocument(RepNotes.Meeting with { ActionItems = ["Ann sends the report.", "Mirela names a brand."] }, Bodies.Base);
        var read = await new RuleExtractor(team: RepNotes.Team).ExtractAsync(document, FieldCatalog.Default, CancellationToken.None);

        var note = DocumentNote.Write(document, read.Values, FieldCatalog.Default, read.ReadBy, Setup).Content;

        Assert.Contains("\nNext step: Ann sends the report. (as the recorder lists it, not checked) (and 1 more below)\n", note, StringComparison.Ordinal);
        Assert.Equal(2, note.Split("Mirela names a brand.").Length);
        Assert.DoesNotContain("ACTION ITEMS", note, StringComparison.Ordinal);
    }

    [Fact]
    public void Rules_do_not_say_that_nothing_was_agreed_on()
    {
        var note = DocumentNote.Write(
            new MeetingDocument(RepNotes.Meeting with { ActionItems = [] }, Bodies.Base), LeadValues.Empty, FieldCatalog.Default, ExtractionMethod.Rules, Setup).Content;

        Assert.Contains("\nNext step: the recorder lists none, and rules read no others\n", note, StringComparison.Ordinal);
    }

    [Fact]
    public void Talk_in_a_language_that_rules_do_not_read_is_not_called_another_talk()
    {
        TranscriptTurn[] turns =
        [
            new("Mirela Osei", "Wir verlieren jeden Monat acht Aufträge, weil der Bestand nicht stimmt.", null),
            new("Ann Lindqvist", "Wer entscheidet bei Ihnen über so eine Anschaffung?", null),
        ];

        var note = RepNotes.Of(RepNotes.Meeting with { Transcript = turns }, LeadValues.Empty, Setup with { Unread = UnreadReason.NothingSold }).Content;

        Assert.Contains("The rules read English, and this is another language: nothing of what was said was taken.", note, StringComparison.Ordinal);
    }

    [Fact]
    public void Title_has_the_day_of_the_first_line()
    {
        // Berlin is an hour ahead: there it is the next day.
        var note = RepNotes.Of(RepNotes.Meeting with { Start = new DateTimeOffset(2026, 11, 17, 23, 30, 0, TimeSpan.Zero) }, LeadValues.Empty, Setup);

        Assert.StartsWith("2026-11-18 ", note.Title, StringComparison.Ordinal);
        Assert.Contains("demo held Wed 18 Nov 2026, 00:30 Europe/Berlin", note.Content, StringComparison.Ordinal);
    }
}
