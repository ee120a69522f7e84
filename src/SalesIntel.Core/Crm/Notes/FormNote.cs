using SalesIntel.Extraction;
using SalesIntel.Leads;

namespace SalesIntel.Crm;

/// <summary>What a rep reads about a form of an own source.</summary>
internal static class FormNote
{
    /// <summary>Writes the content and returns the title.</summary>
    public static string Write(
        NoteBuilder note, FormDocument form, LeadValues values, FieldCatalog catalog, ExtractionMethod readBy, NoteSetup setup)
    {
        note.Line("When", TimeText.Describe(form.TimeZone, form.SubmittedAt))
            .Line("From", NoteText.Short($"{form.Name} <{form.Email}>", 200))
            .Line("Phone", NoteText.Short(form.Phone, 100));
        CheatSheet.AddTo(note, values, catalog, FormGaps.Questions(catalog.Intel, values), readBy);
        note.Add(NotePart.Core, "Not written as it was", NoteText.Bullets(setup.Issues))
            .Add(NotePart.Raw, "Answers", AnswerText.ForNote(form.Answers));
        return NoteTitle.Of(TimeText.Day(TimeText.In(form.TimeZone, form.SubmittedAt)), "Form received", form.Title);
    }
}
