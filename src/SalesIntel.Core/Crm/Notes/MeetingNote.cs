using SalesIntel.Leads;
using SalesIntel.Text;

namespace SalesIntel.Crm;

/// <summary>The note that a rep reads after a demo. It depends on the meeting and its own assessment alone.</summary>
public static class MeetingNote
{
    /// <summary>What the note is about, as it stands in the lead's references.</summary>
    public static string Subject(string sessionId) => $"note:meeting:{sessionId}";

    /// <summary>Writes the note.</summary>
    /// <param name="meeting">The meeting.</param>
    /// <param name="meddic">The assessment; null when there is none.</param>
    /// <param name="reader">Who made it.</param>
    public static CrmNote Write(Meeting meeting, LeadValues? meddic, Reader reader)
    {
        ArgumentNullException.ThrowIfNull(meeting);
        var at = meeting.Start ?? meeting.End;
        var day = at is { } start ? TimeText.Day(start.ToUniversalTime()) : "Date not told";
        var title = meeting.Title.Length > 0 ? $"{day} Demo held: {meeting.Title}" : $"{day} Demo held";
        var marker = Marker.Of(Subject(meeting.SessionId));
        var note = new NoteBuilder()
            .Line("When", at is { } time ? TimeText.Describe("", time) : "not told by the recording")
            .Line("Length", meeting.Duration is { } length ? $"{Math.Round(length.TotalMinutes)} minutes" : "")
            .Line("Recording", meeting.RecordingUrl)
            .Section("Attendees", meeting.Attendees.Select(Attendee))
            .Section("Summary", meeting.Summary);
        if (meddic is not null)
        {
            note.Section(reader == Reader.Rules ? "MEDDIC (read by rules, not by a model)" : "MEDDIC", Elements(meddic))
                .Line("Confidence", meddic[QualificationFrameworks.Meddic.Confidence].Text)
                .Section("Next steps", meddic[MeetingFields.NextSteps] is { IsKnown: true } steps ? steps.Text.Split('\n') : meeting.ActionItems)
                .Section("Risks", meddic[MeetingFields.Risks] is { IsKnown: true } risks ? risks.Text.Split('\n') : []);
        }
        else
        {
            note.Section("Next steps", meeting.ActionItems);
        }

        return new CrmNote(title, note.Section("Key questions", meeting.KeyQuestions).Close(marker), marker);
    }

    private static string Attendee(MeetingAttendee attendee) =>
        attendee.Email is { } email ? $"{attendee.Name} <{email}>".TrimStart() : attendee.Name;

    private static string Elements(LeadValues meddic) => string.Join('\n', QualificationFrameworks.Meddic.Elements
        .Select(element => (element.Label, Value: meddic[QualificationFrameworks.Meddic.FieldOf(element)]))
        .Where(item => item.Value.IsKnown)
        .Select(item => Element(item.Label, item.Value)));

    private static string Element(string label, FieldValue value)
    {
        var head = $"{label}: {value.Text}";
        return value.Claims.FirstOrDefault() switch
        {
            { Support: ClaimSupport.Unsupported } => $"{head}\n    [unconfirmed: not found in the transcript]",
            { Quote.Length: > 0 } claim => $"{head}\n    \"{claim.Quote}\"{Speaker(claim)}",
            _ => head,
        };
    }

    private static string Speaker(Claim claim) =>
        (claim.Speaker.Length > 0 ? $" – {claim.Speaker}" : "")
        + (claim.At is { } at ? FormattableString.Invariant($", {at.UtcDateTime:HH:mm:ss} UTC") : "");
}
