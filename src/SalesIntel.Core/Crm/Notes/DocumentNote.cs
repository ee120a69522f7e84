using SalesIntel.Leads;

namespace SalesIntel.Crm;

/// <summary>The note that a rep reads about a booking, a meeting or a form. It depends on the document, on what was read from it and, for a
/// meeting, on the call before it, and on nothing else that is known of the lead, so that it is the same in whatever order the events came.
/// </summary>
internal static class DocumentNote
{
    /// <summary>What the note is about, as it stands in the lead's references.</summary>
    public static string Subject(LeadDocument document) => Subject(document.Key);

    /// <summary>What the note about a document with this key is about.</summary>
    public static string Subject(string key) => $"note:{key}";

    /// <summary>Writes the note.</summary>
    /// <param name="document">The document.</param>
    /// <param name="values">What was read from it; empty when nobody has read it.</param>
    /// <param name="catalog">The fields to show, with their labels.</param>
    /// <param name="readBy">Who read it.</param>
    /// <param name="setup">What else it is written with; null = the defaults.</param>
    public static CrmNote Write(
        LeadDocument document, LeadValues values, FieldCatalog catalog, ExtractionMethod readBy, NoteSetup? setup = null)
    {
        setup ??= new NoteSetup();
        var note = new NoteBuilder();
        var title = document switch
        {
            BookingDocument { Booking: var booking } => BookingNote.Write(note, booking, values, catalog, readBy, setup),
            MeetingDocument { Meeting: var meeting } => MeetingNote.Write(note, meeting, values, catalog, readBy, setup),
            FormDocument form => FormNote.Write(note, form, values, catalog, readBy, setup),
            _ => OwnNote.Write(note, document, values, catalog, readBy, setup),
        };
        var marker = Marker.Of(Subject(document));
        return new CrmNote(title, note.Close(marker, setup.MaxLength), marker);
    }

    /// <summary>What stands in the place of a note about a document that turned out to belong to another lead.</summary>
    internal static CrmNote Withdrawn(LeadDocument document)
    {
        var marker = Marker.Of(Subject(document));
        var note = new NoteBuilder().Line("Withdrawn", "this belongs to another lead, where its note is now");
        return new CrmNote("Withdrawn: belongs to another lead", note.Close(marker), marker);
    }
}
