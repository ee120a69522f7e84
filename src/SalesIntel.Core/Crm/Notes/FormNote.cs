using SalesIntel.Leads;
using SalesIntel.Text;

namespace SalesIntel.Crm;

/// <summary>What a rep reads about a form of an own source.</summary>
internal static class FormNote
{
    /// <summary>Writes the content and returns the title.</summary>
    public static string Write(NoteBuilder note, FormDocument form, LeadValues values, FieldCatalog catalog, ExtractionMethod readBy)
    {
        note.Line("When", TimeText.Describe(form.TimeZone, form.SubmittedAt))
            .Line("From", $"{form.Name} <{form.Email}>".TrimStart())
            .Line("Phone", form.Phone)
            .Section("Answers", AnswerText.Of(form.Answers))
            .FormIntel(values, catalog, readBy);
        return NoteTitle.Of(TimeText.Day(TimeText.In(form.TimeZone, form.SubmittedAt)), "Form received", form.Title);
    }
}
