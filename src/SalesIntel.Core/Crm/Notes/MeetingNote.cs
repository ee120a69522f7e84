using SalesIntel.Leads;
using SalesIntel.Text;

namespace SalesIntel.Crm;

/// <summary>What a rep reads after a demo.</summary>
internal static class MeetingNote
{
    /// <summary>Writes the content and returns the title.</summary>
    public static string Write(
        NoteBuilder note, Meeting meeting, LeadValues values, FieldCatalog catalog, ExtractionMethod readBy, TeamOptions team)
    {
        var at = meeting.Start ?? meeting.End;
        note.Line("When", at is { } time ? TimeText.Describe("", time) : "No date in the recording")
            .Line("Length", meeting.Duration is { } length ? $"{Math.Round(length.TotalMinutes)} minutes" : "")
            .Line("Recording", meeting.RecordingUrl);
        Attendees(note, meeting, new MeetingSides(meeting, team))
            .Section("Summary", meeting.Summary)
            .Qualification(values, catalog, readBy, meeting.ActionItems)
            .Section("Key questions", meeting.KeyQuestions);
        return NoteTitle.Of(at is { } start ? TimeText.Day(start.ToUniversalTime()) : "", "Demo held", meeting.Title);
    }

    // One list where nobody is known to sell: "customer" would then say more than is known.
    private static NoteBuilder Attendees(NoteBuilder note, Meeting meeting, MeetingSides sides)
    {
        var bySide = meeting.Attendees.ToLookup(sides.Of, Attendee);
        return bySide.Contains(MeetingSide.Seller)
            ? note.Section("Customer", Lines(bySide[MeetingSide.Buyer]))
                .Section("Our team", Lines(bySide[MeetingSide.Seller]))
                .Section("Other attendees", Lines(bySide[MeetingSide.Unknown]))
            : note.Section("Attendees", Lines(meeting.Attendees.Select(Attendee)));
    }

    private static IEnumerable<string> Lines(IEnumerable<string> people) => people.Where(person => person.Length > 0);

    private static string Attendee(MeetingAttendee attendee) =>
        attendee.Email is { } email ? $"{attendee.Name} <{email}>".TrimStart() : attendee.Name;
}
