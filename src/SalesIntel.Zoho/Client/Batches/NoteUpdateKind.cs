namespace SalesIntel.Zoho.Client;

/// <summary>Notes that are replaced, https://www.zoho.com/crm/developer/docs/api/v8/update-notes.html.</summary>
internal sealed class NoteUpdateKind(RecordWriter writer) : IBatchKind<NoteRequest<string>, ZohoRecordResult>
{
    public TimeSpan LongestHold => Holds.Late;

    public bool IsRepeatable => true;

    public string GroupOf(NoteRequest<string> request) => "";

    public string? KeyOf(NoteRequest<string> request) => request.Target;

    public int SizeOf(NoteRequest<string> request) => request.Size;

    public Task<IReadOnlyList<ZohoRecordResult>> SendAsync(
        IReadOnlyList<NoteRequest<string>> requests, ZohoPriority priority, CancellationToken cancellationToken) => writer.WriteAsync(
            NoteWrites.Update([.. requests.Select(request => (request.Target, request.Note))]) with { Priority = priority }, cancellationToken);
}
