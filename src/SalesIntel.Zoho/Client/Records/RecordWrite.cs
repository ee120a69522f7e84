namespace SalesIntel.Zoho.Client;

/// <summary>A write of up to 100 records with one call.</summary>
internal sealed record RecordWrite
{
    /// <summary>POST, PUT or DELETE.</summary>
    public required HttpMethod Method { get; init; }

    /// <summary>Address below <c>/crm/v8/</c>.</summary>
    public required string Path { get; init; }

    /// <summary>What it does, for messages and logs.</summary>
    public required string Operation { get; init; }

    /// <summary>The OAuth scopes that it needs.</summary>
    public required string Scopes { get; init; }

    /// <summary>The records; for a deletion objects with an <c>id</c>.</summary>
    public required IReadOnlyList<JsonNode> Records { get; init; }

    /// <summary>The id that the address names; null where the records name theirs.</summary>
    public string? Id { get; init; }

    /// <summary>What Zoho is to do besides.</summary>
    public ZohoWriteSettings? Settings { get; init; }

    /// <summary>Who goes first, where the settings do not say.</summary>
    public ZohoPriority Priority { get; init; }

    /// <summary>What a success without an <c>action</c> has done.</summary>
    public required ZohoWriteAction Action { get; init; }

    /// <summary>True when a record may be sent twice and is there once all the same.</summary>
    public required bool IsRepeatable { get; init; }

    public bool IsUpsert { get; init; }

    /// <summary>API name of the module.</summary>
    public string Module => Path.Split('/')[0];

    /// <summary>The same for some of the records.</summary>
    public RecordWrite Only(IEnumerable<JsonNode> records) => this with { Records = [.. records] };

    /// <summary>The call for all the records or some of them.</summary>
    public ZohoCall ToCall(IReadOnlyList<JsonNode> records) => new()
    {
        Method = Method,
        Path = Method == HttpMethod.Delete
            ? $"{Path}?ids={string.Join(',', records.Select(record => (string?)record["id"]))}"
            : Path,
        Operation = Operation,
        Scopes = Scopes,
        Records = records.Count,
        Priority = Settings?.Priority ?? Priority,
        Body = Method == HttpMethod.Delete ? null : WriteBody.Of(records, Settings, IsUpsert),
    };
}
