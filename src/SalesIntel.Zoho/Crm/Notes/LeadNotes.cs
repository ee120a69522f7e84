using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SalesIntel.Crm;
using SalesIntel.Text;
using SalesIntel.Zoho.Client;

namespace SalesIntel.Zoho.Crm;

/// <summary>Notes of a lead.</summary>
internal sealed class LeadNotes(
    ZohoCrmClient client, RelatedRecords related, IOptionsMonitor<ZohoOptions> options, ILogger<LeadNotes> logger)
{
    private const string Scopes = "ZohoCRM.modules.notes.ALL and ZohoCRM.modules.leads.READ";
    private static readonly string[] Fields = ["id", "Note_Title", "Note_Content", "Created_Time"];

    public Task<string?> FindAsync(string leadId, string marker, CancellationToken cancellationToken) =>
        related.FindAsync(leadId, "Notes", Fields, "Note_Content", marker, Scopes, cancellationToken);

    public async Task<string> CreateAsync(string leadId, CrmNote note, CancellationToken cancellationToken)
    {
        var parent = CrmRecord.Parse(leadId, options.CurrentValue.LeadsModule).Parent;
        var id = await client.AddNoteAsync(parent, NoteOf(note), cancellationToken).ConfigureAwait(false);
        Log.RelatedWritten(logger, "note", id, leadId);
        return id;
    }

    public Task<bool> UpdateAsync(string noteId, CrmNote note, CancellationToken cancellationToken) =>
        client.UpdateNoteAsync(noteId, NoteOf(note), cancellationToken);

    private static ZohoNote NoteOf(CrmNote note) => new()
    {
        Title = TextCleaner.Shorten(TextCleaner.Line(note.Title), ZohoNote.MaxTitle),
        Content = MarkedText.Shorten(note.Content, note.Marker, ZohoNote.MaxContent),
    };
}
