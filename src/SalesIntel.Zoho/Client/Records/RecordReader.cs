using System.Runtime.CompilerServices;

namespace SalesIntel.Zoho.Client;

/// <summary>Reads records by id and in pages, within Zoho's limits for one call.</summary>
internal sealed class RecordReader(ZohoTransport transport)
{
    /// <summary>Columns that one read takes.</summary>
    public const int MaxFields = 50;

    /// <summary>Rows that one page has.</summary>
    public const int PageSize = 200;

    /// <summary>Zoho's limit for the text of <c>fields</c> and of <c>ids</c>.</summary>
    public const int MaxText = 1_024;

    /// <summary>One record from the database itself; null when there is none.</summary>
    /// <param name="module">API name of the module.</param>
    /// <param name="id">The record's id.</param>
    /// <param name="fields">The fields to read, any number; null = all.</param>
    /// <param name="priority">Who goes first.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task<JsonObject?> GetAsync(
        string module, string id, IReadOnlyCollection<string>? fields, ZohoPriority priority, CancellationToken cancellationToken)
    {
        JsonObject? record = null;
        var reads = fields is null ? Enumerable.Repeat<IReadOnlyList<string>?>(null, 1) : Columns(fields, MaxFields);
        foreach (var columns in reads)
        {
            var call = new ZohoCall
            {
                Method = HttpMethod.Get,
                Path = $"{ApiPath.Module(module)}/{ApiPath.Id(id)}{(columns is null ? "" : "?fields=" + ApiPath.Fields(columns))}",
                Operation = $"read a record of {module}",
                Scopes = $"ZohoCRM.modules.{module.ToLowerInvariant()}.READ",
                Priority = priority,
            };
            var answer = await transport.SendAsync(call, cancellationToken).ConfigureAwait(false);
            if (answer.IsEmpty || answer is { Status: 404, Body: null } || IsNoRecord(answer.Result))
            {
                return null;
            }

            if (answer.Status >= 400)
            {
                throw ZohoErrors.Refused(call, answer, answer.Result);
            }

            var row = answer.Rows.FirstOrDefault();
            if (row.ValueKind != JsonValueKind.Object)
            {
                throw ZohoErrors.Unreadable(call, answer.Status);
            }

            if (ZohoElement.Text(row, "id") is { } named && named != id)
            {
                // Whatever has come, it is not this one: merged with another maybe, whose values are not these.
                return null;
            }

            record = Join(record, row);
        }

        return record;
    }

    /// <summary>Records by their ids, converted ones included; those that are not there are not in the result.</summary>
    public async Task<IReadOnlyList<JsonObject>> GetAsync(
        string module,
        IReadOnlyCollection<string> ids,
        IReadOnlyCollection<string> fields,
        ZohoPriority priority,
        CancellationToken cancellationToken)
    {
        var records = new Dictionary<string, JsonObject>(StringComparer.Ordinal);
        foreach (var some in Columns(ids.Select(ApiPath.Id).Distinct(), MaxFields))
        {
            foreach (var columns in Columns(fields, MaxFields))
            {
                // Only leads can be converted: other modules need not know the parameter.
                var path = $"{ApiPath.Module(module)}?ids={string.Join(',', some)}&fields={ApiPath.Fields(columns)}"
                    + (module == "Leads" ? "&converted=both" : "");
                await foreach (var row in RowsAsync(page => Read(module, "read records of", $"{path}&{page}") with { Priority = priority }, int.MaxValue, cancellationToken)
                    .ConfigureAwait(false))
                {
                    if (ZohoElement.Text(row, "id") is { } id)
                    {
                        records[id] = Join(records.GetValueOrDefault(id), row);
                    }
                }
            }
        }

        return [.. ids.Distinct().Where(records.ContainsKey).Select(id => records[id])];
    }

    /// <summary>The rows of all pages.</summary>
    /// <param name="callOf">Makes the call for a page, which is given as a part of the query string.</param>
    /// <param name="mostPages">Where to stop.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    public async IAsyncEnumerable<JsonElement> RowsAsync(
        Func<string, ZohoCall> callOf, int mostPages, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var page = $"page=1&per_page={PageSize}";
        for (var number = 1; number <= mostPages; number++)
        {
            var call = callOf(page);
            var answer = await transport.SendAsync(call, cancellationToken).ConfigureAwait(false);
            if (!ZohoErrors.HasRows(call, answer))
            {
                yield break;
            }

            foreach (var row in answer.Rows)
            {
                yield return row;
            }

            // A page without rows is the last one, whatever it says: the next would be as empty.
            if (!answer.HasMore || answer.Elements.Count == 0)
            {
                yield break;
            }

            // Numbers end at 2,000 records; lists go on by the token.
            page = answer.NextPage is { } next
                ? $"page_token={Uri.EscapeDataString(next)}&per_page={PageSize}"
                : $"page={number + 1}&per_page={PageSize}";
        }
    }

    public static ZohoCall Read(string module, string does, string path, string scopes = "") => new()
    {
        Method = HttpMethod.Get,
        Path = path,
        Operation = $"{does} {module}",
        Scopes = $"ZohoCRM.modules.{module.ToLowerInvariant()}.READ{scopes}",
    };

    /// <summary>Names in groups that one read takes.</summary>
    public static IEnumerable<IReadOnlyList<string>> Columns(IEnumerable<string> names, int most)
    {
        var group = new List<string>();
        var length = 0;
        foreach (var name in names)
        {
            if (group.Count == most || (group.Count > 0 && length + name.Length > MaxText))
            {
                yield return group;
                group = [];
                length = 0;
            }

            group.Add(name);
            length += name.Length + 1;
        }

        if (group.Count > 0)
        {
            yield return group;
        }
    }

    // A parameter that is refused (a field that the module does not have) says nothing about the record.
    private static bool IsNoRecord(ZohoElement? element) => element is { IsNoRecord: true }
        or { Code: "INVALID_DATA", Field: null or "id", Parameter: null };

    private static JsonObject Join(JsonObject? record, JsonElement row)
    {
        var read = JsonObject.Create(row)!;
        if (record is null)
        {
            return read;
        }

        foreach (var (name, value) in read)
        {
            record[name] = value?.DeepClone();
        }

        return record;
    }
}
