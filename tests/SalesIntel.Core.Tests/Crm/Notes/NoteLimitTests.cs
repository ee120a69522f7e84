using SalesIntel.Core.Tests.Fakes;
using SalesIntel.Crm;
using SalesIntel.Leads;

namespace SalesIntel.Core.Tests.Crm.Notes;

/// <summary>Where the CRM's limit cuts, it cuts what others wrote, then what one looks up, and never the head.</summary>
public sealed class NoteLimitTests
{
    private static readonly Meeting Long = RepNotes.Meeting with
    {
        Summary = string.Join('\n', Enumerable.Range(0, 400).Select(index => $"Sentence {index} of the summary.")),
        Attendees = [.. RepNotes.Meeting.Attendees, .. Enumerable.Range(0, 60).Select(index => new MeetingAttendee($"Guest {index}", $"g{index}@tallow.example"))],
    };

    private static readonly CrmNote Whole = RepNotes.Of(Long, RepNotes.MeetingValues, new NoteSetup { Team = RepNotes.Team });

    [Fact]
    public void Note_that_fits_is_whole()
    {
        Assert.DoesNotContain("[Cut", Whole.Content, StringComparison.Ordinal);
        Assert.Equal(Whole, Of(Whole.Content.Length));
    }

    [Fact]
    public void What_others_wrote_is_cut_first_and_the_note_says_so()
    {
        var note = Of(Whole.Content.Length - 500);

        Assert.EndsWith(
            $"\n…\n\n[Cut, because the CRM takes no longer note: SUMMARY BY THE RECORDER, NOT CHECKED; ACTION ITEMS BY THE RECORDER, NOT CHECKED; "
                + $"KEY QUESTIONS BY THE RECORDER, NOT CHECKED]\n\n{note.Marker}",
            note.Content,
            StringComparison.Ordinal);
        Assert.Contains("Guest 59", note.Content, StringComparison.Ordinal);
        Assert.Contains("Sentence 300 of", note.Content, StringComparison.Ordinal);
    }

    [Fact]
    public void Quotes_and_attendees_go_next()
    {
        var note = Of(4_000);

        Assert.Contains("CUSTOMER; ", note.Content, StringComparison.Ordinal);
        Assert.DoesNotContain("Sentence 1 of", note.Content, StringComparison.Ordinal);
        Assert.Contains("MEDDIC\nFound:\n", note.Content, StringComparison.Ordinal);
        Assert.Contains("RISKS AND OBJECTIONS\n", note.Content, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2_000)]
    [InlineData(2_001)]
    [InlineData(2_500)]
    [InlineData(3_333)]
    [InlineData(6_000)]
    [InlineData(9_999)]
    public void Head_and_marker_are_in_every_note_and_no_note_is_too_long(int limit)
    {
        var note = Of(limit);
        var head = Whole.Content[..Whole.Content.IndexOf("\nMEDDIC\n", StringComparison.Ordinal)];
        head = head[..(head.IndexOf("\nNEXT STEPS\n", StringComparison.Ordinal) is >= 0 and var at ? at : head.Length)];

        Assert.True(note.Content.Length <= Math.Max(limit, 2_000), $"{note.Content.Length}");
        Assert.StartsWith(head, note.Content, StringComparison.Ordinal);
        Assert.EndsWith("\n" + note.Marker, note.Content, StringComparison.Ordinal);
    }

    [Fact]
    public void Answers_of_a_booking_are_cut_first()
    {
        var booking = RepNotes.Booking with { Answers = [new FormAnswer("Anything else?", string.Join('\n', Enumerable.Repeat("More of the same.", 900)))] };

        var note = RepNotes.Of(booking, RepNotes.BookingValues, new NoteSetup { MaxLength = 5_000 });

        Assert.EndsWith($"[Cut, because the CRM takes no longer note: ANSWERS]\n\n{note.Marker}", note.Content, StringComparison.Ordinal);
        Assert.InRange(note.Content.Length, 4_900, 5_000);
        Assert.Contains("APPOINTMENT\n", note.Content, StringComparison.Ordinal);
    }

    private static CrmNote Of(int limit) => RepNotes.Of(Long, RepNotes.MeetingValues, new NoteSetup { Team = RepNotes.Team, MaxLength = limit });
}
