using SalesIntel.Leads;
using SalesIntel.Text;

namespace SalesIntel.Crm;

/// <summary>What a rep reads after a demo.</summary>
internal static class MeetingNote
{
    /// <summary>Writes the content and returns the title.</summary>
    public static string Write(NoteBuilder note, Meeting meeting, LeadValues values, FieldCatalog catalog, Reader readBy)
    {
        var at = meeting.Start ?? meeting.End;
        note.Line("When", at is { } time ? TimeText.Describe("", time) : "No date in the recording")
            .Line("Length", meeting.Duration is { } length ? $"{Math.Round(length.TotalMinutes)} minutes" : "")
            .Line("Recording", meeting.RecordingUrl)
            .Section("Attendees", meeting.Attendees.Select(Attendee))
            .Section("Summary", meeting.Summary)
            .Qualification(values, catalog, readBy, meeting.ActionItems)
            .Section("Key questions", meeting.KeyQuestions);
        return NoteTitle.Of(at is { } start ? TimeText.Day(start.ToUniversalTime()) : "", "Demo held", meeting.Title);
    }

    private static string Attendee(MeetingAttendee attendee) =>
        attendee.Email is { } email ? $"{attendee.Name} <{email}>".TrimStart() : attendee.Name;
}
