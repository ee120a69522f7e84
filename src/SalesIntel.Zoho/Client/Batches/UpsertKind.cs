namespace SalesIntel.Zoho.Client;

/// <summary>Records that are created, or changed where they are found by a unique value,
/// https://www.zoho.com/crm/developer/docs/api/v8/upsert-records.html. What Zoho does with two of the same value in one call is not
/// documented.</summary>
internal sealed class UpsertKind(RecordWriter writer) : IBatchKind<WriteRequest, ZohoRecordResult>
{
    public TimeSpan LongestHold => Holds.Soon;

    public bool IsRepeatable => true;

    public string GroupOf(WriteRequest request) => request.Group;

    public string? KeyOf(WriteRequest request) => request.MatchedBy is { } value ? $"{request.Module}\n{value}" : null;

    public int SizeOf(WriteRequest request) => request.Size;

    public Task<IReadOnlyList<ZohoRecordResult>> SendAsync(
        IReadOnlyList<WriteRequest> requests, ZohoPriority priority, CancellationToken cancellationToken) => writer.WriteAsync(
            RecordWrites.Upsert(requests[0].Module, [.. requests.Select(request => request.Record)], requests[0].Settings), cancellationToken);
}
