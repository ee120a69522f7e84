namespace SalesIntel.Zoho.Client;

/// <summary>New notes, https://www.zoho.com/crm/developer/docs/api/v8/create-notes.html, of which there may be two after a call whose answer
/// was lost was made again; or notes that are replaced, https://www.zoho.com/crm/developer/docs/api/v8/update-notes.html.</summary>
/// <typeparam name="TTarget">The record that gets a new note, or the id of the note that is replaced.</typeparam>
/// <param name="writer">Makes the calls.</param>
/// <param name="writeOf">The write of several.</param>
internal sealed class NoteKind<TTarget>(RecordWriter writer, Func<IReadOnlyList<(TTarget, ZohoNote)>, RecordWrite> writeOf)
    : IBatchKind<NoteRequest<TTarget>, ZohoRecordResult>
{
    public TimeSpan LongestHold => Holds.Late;

    public bool IsRepeatable => typeof(TTarget) == typeof(string);

    public string GroupOf(NoteRequest<TTarget> request) => "";

    public string? KeyOf(NoteRequest<TTarget> request) => request.Target as string;

    public int SizeOf(NoteRequest<TTarget> request) => request.Size;

    public Task<IReadOnlyList<ZohoRecordResult>> SendAsync(
        IReadOnlyList<NoteRequest<TTarget>> requests, ZohoPriority priority, CancellationToken cancellationToken) => writer.WriteAsync(
            writeOf([.. requests.Select(request => (request.Target, request.Note))]) with { Priority = priority }, cancellationToken);
}
