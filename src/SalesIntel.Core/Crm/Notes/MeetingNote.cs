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
    /// <param name="source"><c>model</c> or <c>rules</c>: who made it.</param>
    public static CrmNote Write(Meeting meeting, MeddicAssessment? meddic, string source)
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
            note.Section(source == "rules" ? "MEDDIC (read by rules, not by a model)" : "MEDDIC", Elements(meddic))
                .Line("Confidence", meddic.Confidence)
                .Section("Next steps", meddic.NextSteps.Count > 0 ? meddic.NextSteps : meeting.ActionItems)
                .Section("Risks", meddic.Risks);
        }
        else
        {
            note.Section("Next steps", meeting.ActionItems);
        }

        return new CrmNote(title, note.Section("Key questions", meeting.KeyQuestions).Close(marker), marker);
    }

    private static string Attendee(MeetingAttendee attendee) =>
        attendee.Email is { } email ? $"{attendee.Name} <{email}>".TrimStart() : attendee.Name;

    private static string Elements(MeddicAssessment meddic) => string.Join('\n', new (string Label, MeddicElement Element)[]
    {
        ("Metrics", meddic.Metrics),
        ("Economic buyer", meddic.EconomicBuyer),
        ("Decision criteria", meddic.DecisionCriteria),
        ("Decision process", meddic.DecisionProcess),
        ("Identified pain", meddic.IdentifiedPain),
        ("Champion", meddic.Champion),
        ("Competition", meddic.Competition),
    }.Where(item => item.Element.Value.Length > 0).Select(item => Element(item.Label, item.Element)));

    private static string Element(string label, MeddicElement element)
    {
        var head = $"{label}: {element.Value}";
        return element switch
        {
            { Grounding: Grounding.Unconfirmed } => $"{head}\n    [unconfirmed: not found in the transcript]",
            { Quote.Length: > 0 } => $"{head}\n    \"{element.Quote}\"{Speaker(element)}",
            _ => head,
        };
    }

    private static string Speaker(MeddicElement element) =>
        (element.Speaker.Length > 0 ? $" – {element.Speaker}" : "")
        + (element.At is { } at ? FormattableString.Invariant($", {at.UtcDateTime:HH:mm:ss} UTC") : "");
}
