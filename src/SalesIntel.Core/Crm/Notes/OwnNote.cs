using SalesIntel.Extraction;
using SalesIntel.Leads;

namespace SalesIntel.Crm;

/// <summary>What a rep reads about a document of a consumer's own type, of which no more is known than what was read from it.</summary>
internal static class OwnNote
{
    /// <summary>Writes the content and returns the title.</summary>
    public static string Write(
        NoteBuilder note, LeadDocument document, LeadValues values, FieldCatalog catalog, ExtractionMethod readBy, NoteSetup setup)
    {
        note.Line("When", TimeText.Describe("", document.At));
        var isTalk = document.Kind == DocumentKind.Conversation;
        if (isTalk)
        {
            QualificationText.AddTo(note, values, LeadValues.Empty, catalog, readBy, new ClaimText(null), []);
        }
        else
        {
            CheatSheet.AddTo(note, values, catalog, FormGaps.Questions(catalog.Intel, values), readBy);
        }

        note.Add(NotePart.Core, "Not written as it was", NoteText.Bullets(setup.Issues));
        return NoteTitle.Of(TimeText.Day(document.At.ToUniversalTime()), isTalk ? "Conversation held" : "Form received", "");
    }
}
