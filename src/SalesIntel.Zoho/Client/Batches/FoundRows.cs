namespace SalesIntel.Zoho.Client;

/// <summary>The rows of one call for several addresses, given to the requests that asked for them. Only exact addresses count, in any case.
/// </summary>
internal sealed class FoundRows
{
    private readonly Dictionary<string, JsonObject> byId = new(StringComparer.Ordinal);

    /// <summary>All columns that any request asks for.</summary>
    public static IReadOnlyList<string> ColumnsOf(IEnumerable<FindRequest> requests) =>
        [.. requests.SelectMany(request => request.Columns).Append("Email").Where(name => name != "id").Distinct()];

    /// <summary>Takes a row; the same record may have been read before with other columns.</summary>
    public void Add(JsonElement row)
    {
        if (ZohoElement.Text(row, "id") is not { } id)
        {
            return;
        }

        var read = JsonObject.Create(row)!;
        foreach (var (name, value) in byId.GetValueOrDefault(id) ?? [])
        {
            read[name] ??= value?.DeepClone();
        }

        byId[id] = read;
    }

    public IReadOnlyList<IReadOnlyList<JsonObject>> For(IReadOnlyList<FindRequest> requests)
    {
        var byAddress = byId.Values.ToLookup(row => AddressOf(row), StringComparer.Ordinal);
        return [.. requests.Select(request => (IReadOnlyList<JsonObject>)[.. byAddress[request.Email].Select(row => (JsonObject)row.DeepClone())])];
    }

    private static string AddressOf(JsonObject row) =>
        row["Email"] is JsonValue value && value.TryGetValue<string>(out var text) && EmailAddress.TryParse(text, out var address)
            ? address.Value
            : "";
}
