using SalesIntel.Leads;
using SalesIntel.Text;

namespace SalesIntel.Crm;

/// <summary>What a rep reads about a document of a consumer's own type, of which no more is known than what was read from it.</summary>
internal static class OwnNote
{
    /// <summary>Writes the content and returns the title.</summary>
    public static string Write(NoteBuilder note, LeadDocument document, LeadValues values, FieldCatalog catalog, ExtractionMethod readBy)
    {
        note.Line("When", TimeText.Describe("", document.At));
        var isTalk = document.Kind == DocumentKind.Conversation;
        _ = isTalk
            ? note.Qualification(values, catalog, readBy, [])
            : note.FormIntel(values, catalog, readBy);
        return NoteTitle.Of(TimeText.Day(document.At.ToUniversalTime()), isTalk ? "Conversation held" : "Form received", "");
    }
}
