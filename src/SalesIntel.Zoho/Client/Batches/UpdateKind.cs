namespace SalesIntel.Zoho.Client;

/// <summary>Records that are changed by their ids, https://www.zoho.com/crm/developer/docs/api/v8/update-records.html.</summary>
internal sealed class UpdateKind(RecordWriter writer) : IBatchKind<WriteRequest, ZohoRecordResult>
{
    public TimeSpan LongestHold => Holds.Late;

    public bool IsRepeatable => true;

    public string GroupOf(WriteRequest request) => request.Group;

    public string? KeyOf(WriteRequest request) => request.Id;

    public int SizeOf(WriteRequest request) => request.Size;

    public Task<IReadOnlyList<ZohoRecordResult>> SendAsync(
        IReadOnlyList<WriteRequest> requests, ZohoPriority priority, CancellationToken cancellationToken)
    {
        var (module, settings) = (requests[0].Module, requests[0].Settings);
        return writer.WriteAsync(
            requests.Count == 1
                ? RecordWrites.Update(module, requests[0].Id!, requests[0].Record, settings)
                : RecordWrites.Update(module, [.. requests.Select(WithId)], settings),
            cancellationToken);
    }

    private static JsonObject WithId(WriteRequest request)
    {
        var record = (JsonObject)request.Record.DeepClone();
        record["id"] = ApiPath.Id(request.Id!);
        return record;
    }
}
