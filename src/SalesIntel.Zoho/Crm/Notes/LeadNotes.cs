using SalesIntel.Crm;
using SalesIntel.Zoho.Client;

namespace SalesIntel.Zoho.Crm;

/// <summary>Notes of a lead.</summary>
internal sealed class LeadNotes(
    ZohoCrmClient client,
    RelatedRecords related,
    ListedTexts listed,
    IOptionsMonitor<ZohoOptions> options,
    ILogger<LeadNotes> logger)
{
    private static readonly RelatedList List = new("Notes", NoteReads.Fields, "Note_Content", NoteWrites.Scopes);

    public async Task<string?> FindAsync(string leadId, string marker, ZohoPriority priority, CancellationToken cancellationToken)
    {
        var found = await related.FindAsync(
            List, leadId, marker, (id, token) => ReadAsync(id, priority, token), priority, cancellationToken).ConfigureAwait(false);
        if (found is not null)
        {
            listed.Keep(found.Id, found.Text);
        }

        return found?.Id;
    }

    public async Task<string> CreateAsync(string leadId, CrmNote note, ZohoPriority priority, CancellationToken cancellationToken)
    {
        var parent = CrmRecord.Parse(leadId, options.CurrentValue.LeadsModule).Parent;
        var id = await HelpedAsync(note, written => client.AddNoteAsync(parent, written, priority, cancellationToken)).ConfigureAwait(false);
        Log.RelatedWritten(logger, "note", id, leadId);
        return id;
    }

    public Task<bool> UpdateAsync(string noteId, CrmNote note, ZohoPriority priority, CancellationToken cancellationToken) =>
        HelpedAsync(note, written => client.UpdateNoteAsync(noteId, written, priority, cancellationToken));

    /// <summary>A note's text; null when there is no such note. A person may have left the title alone: that is an empty text.</summary>
    public async Task<string?> TextAsync(string noteId, ZohoPriority priority, CancellationToken cancellationToken) =>
        listed.Take(noteId) ?? await ReadAsync(noteId, priority, cancellationToken).ConfigureAwait(false);

    private async Task<string?> ReadAsync(string noteId, ZohoPriority priority, CancellationToken cancellationToken) =>
        await client.GetNoteAsync(noteId, priority, cancellationToken).ConfigureAwait(false) is { } note ? note.Content ?? "" : null;

    // What is refused was not written, so that it can be sent again in another form; Zoho may tell of title and text one after the other.
    private static async Task<T> HelpedAsync<T>(CrmNote note, Func<ZohoNote, Task<T>> send)
    {
        var written = NoteOf(note);
        while (true)
        {
            try
            {
                return await send(written).ConfigureAwait(false);
            }
            catch (ZohoCrmException refused) when (RefusedNote.Helped(written, note.Marker, refused.Problems) is { } helped)
            {
                written = helped;
            }
        }
    }

    private static ZohoNote NoteOf(CrmNote note) => new()
    {
        Title = TextCleaner.Shorten(TextCleaner.Line(note.Title), ZohoNote.MaxTitle),
        Content = MarkedText.Shorten(note.Content, note.Marker, ZohoNote.MaxContent),
    };
}
