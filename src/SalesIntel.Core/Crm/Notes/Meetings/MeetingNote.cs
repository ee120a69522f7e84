using SalesIntel.Leads;

namespace SalesIntel.Crm;

/// <summary>What a rep reads after a demo.</summary>
internal static class MeetingNote
{
    /// <summary>Writes the content and returns the title.</summary>
    public static string Write(
        NoteBuilder note, Meeting meeting, LeadValues values, FieldCatalog catalog, ExtractionMethod readBy, NoteSetup setup)
    {
        var head = new MeetingHead(meeting, values, catalog, readBy, setup);
        head.AddTo(note);
        var summary = head.RestOfSummary();

        // What could not be read has not left anything unsaid.
        var since = setup is { Unread: not null, Since.Changes.Count: 0 } ? null : setup.Since;
        note.Add(NotePart.Core, SinceText.Heading(since), SinceText.Body(since, catalog));
        QualificationText.AddTo(note, values, setup.Since?.Known ?? LeadValues.Empty, catalog, readBy, new ClaimText(meeting.Start),
            setup.Unread is null ? meeting.Transcript : []);
        note.Add(NotePart.Core, "Recording", NoteText.Indented(meeting.RecordingUrl))
            .Add(NotePart.Core, "Not written as it was", NoteText.Bullets(setup.Issues));
        Attendees(note, meeting, new MeetingSides(meeting, setup.Team))
            .Add(NotePart.Raw, summary.Heading, summary.Body)
            .Add(NotePart.Raw, "Action items by the recorder, not checked", head.HasOwnNextSteps ? NoteText.Bullets(meeting.ActionItems) : "")
            .Add(NotePart.Raw, "Key questions by the recorder, not checked", NoteText.Bullets(meeting.KeyQuestions));
        var at = meeting.Start ?? meeting.End;
        var day = at is { } start ? TimeText.Day(TimeText.In(HostZone.Of(meeting, setup.Team), start)) : "";
        return NoteTitle.Of(day, "Demo held", meeting.Title);
    }

    // One list where nobody is known to sell: "customer" would then say more than is known.
    private static NoteBuilder Attendees(NoteBuilder note, Meeting meeting, MeetingSides sides)
    {
        var bySide = meeting.Attendees.ToLookup(sides.Of, Attendee);
        return bySide.Contains(MeetingSide.Seller)
            ? note.Add(NotePart.Tail, "Customer", NoteText.Bullets(bySide[MeetingSide.Buyer]))
                .Add(NotePart.Tail, "Our team", NoteText.Bullets(bySide[MeetingSide.Seller]))
                .Add(NotePart.Tail, "Other attendees", NoteText.Bullets(bySide[MeetingSide.Unknown]))
            : note.Add(NotePart.Tail, "Attendees", NoteText.Bullets(meeting.Attendees.Select(Attendee)));
    }

    private static string Attendee(MeetingAttendee attendee) =>
        attendee.Email is { } email ? $"{attendee.Name} <{email}>".TrimStart() : attendee.Name;
}
