namespace SalesIntel.Zoho.Client;

/// <summary>New notes, https://www.zoho.com/crm/developer/docs/api/v8/create-notes.html. There may be two of them after a call whose answer
/// was lost was made again.</summary>
internal sealed class NoteInsertKind(RecordWriter writer) : IBatchKind<NoteRequest<ZohoParent>, ZohoRecordResult>
{
    public TimeSpan LongestHold => Holds.Late;

    public bool IsRepeatable => false;

    public string GroupOf(NoteRequest<ZohoParent> request) => "";

    public int SizeOf(NoteRequest<ZohoParent> request) => request.Size;

    public Task<IReadOnlyList<ZohoRecordResult>> SendAsync(
        IReadOnlyList<NoteRequest<ZohoParent>> requests, ZohoPriority priority, CancellationToken cancellationToken) => writer.WriteAsync(
            NoteWrites.Insert([.. requests.Select(request => (request.Target, request.Note))]) with { Priority = priority }, cancellationToken);
}
