namespace SalesIntel.Zoho.Client;

/// <summary>Records by their ids, https://www.zoho.com/crm/developer/docs/api/v8/get-records.html. A list cuts text with formats at 500
/// characters, and what is cut looks as if somebody had changed it: such text is read record by record.</summary>
internal sealed class ReadKind(RecordReader reader) : IBatchKind<ReadRequest, JsonObject?>
{
    // Zoho takes 1,024 characters.
    private const int MostCharacters = 1_000;

    /// <summary>Lists show no more characters of a text with formats.</summary>
    internal const int ListedText = 500;

    public int MostRequests => 50;

    public int MostSize => MostCharacters;

    public TimeSpan LongestHold => Holds.Soon;

    public bool IsRepeatable => true;

    public string GroupOf(ReadRequest request) => request.Module;

    public int SizeOf(ReadRequest request) => request.Id.Length + 1;

    public async Task<IReadOnlyList<JsonObject?>> SendAsync(
        IReadOnlyList<ReadRequest> requests, ZohoPriority priority, CancellationToken cancellationToken)
    {
        var module = requests[0].Module;
        string[] ids = [.. requests.Select(request => request.Id).Distinct()];
        if (ids.Length == 1)
        {
            string[] all = [.. requests.SelectMany(request => request.Columns.Concat(request.Long)).Distinct()];
            var record = await reader.GetAsync(module, ids[0], all, priority, cancellationToken).ConfigureAwait(false);
            return [.. requests.Select(_ => (JsonObject?)record?.DeepClone())];
        }

        string[] columns = [.. requests.SelectMany(request => request.Columns).Distinct()];
        var records = await reader.GetAsync(module, ids, columns.Length == 0 ? ["id"] : columns, priority, cancellationToken).ConfigureAwait(false);
        var byId = records.ToDictionary(record => record["id"]!.ToString(), StringComparer.Ordinal);
        return await Task.WhenAll(requests.Select(request => WholeAsync(request, byId.GetValueOrDefault(request.Id), priority, cancellationToken)))
            .ConfigureAwait(false);
    }

    private async Task<JsonObject?> WholeAsync(ReadRequest request, JsonObject? listed, ZohoPriority priority, CancellationToken cancellationToken)
    {
        var record = (JsonObject?)listed?.DeepClone();
        string[] cut = record is null ? [] : [.. request.Long, .. request.AreTypesKnown ? [] : record.Where(MayBeCut).Select(field => field.Key)];
        if (cut.Length == 0)
        {
            return record;
        }

        if (await reader.GetAsync(request.Module, request.Id, cut, priority, cancellationToken).ConfigureAwait(false) is not { } whole)
        {
            return null;
        }

        foreach (var (name, value) in whole)
        {
            record![name] = value?.DeepClone();
        }

        return record;
    }

    private static bool MayBeCut(KeyValuePair<string, JsonNode?> field) =>
        field.Value is JsonValue value && value.TryGetValue<string>(out var text) && text.Length >= ListedText;
}
