namespace SalesIntel.Zoho.Client;

/// <summary>What Zoho answered. The status alone says little: a single refused record comes with 400, 207 or 202.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Body">The JSON object; null when there was none.</param>
/// <param name="IsForeign">True when something else than a JSON object came: a page of a gateway, JSON that is cut off.</param>
internal sealed record ZohoAnswer(int Status, JsonElement? Body, bool IsForeign = false)
{
    /// <summary>True when nothing was found.</summary>
    public bool IsEmpty => Status is 204 or 304;

    /// <summary>True when too much was asked for at a time, whatever the status; of a list of results others may have been written.</summary>
    public bool IsThrottled => Status == 429 || (Elements.Count == 0 && Result?.Code is "TOO_MANY_REQUESTS" or "RATE_LIMIT_EXCEEDED");

    /// <summary>The rows of a read; none when nothing was found.</summary>
    public IEnumerable<JsonElement> Rows => Elements.Where(row => row.ValueKind == JsonValueKind.Object);

    /// <summary>The list <c>data</c> as it came, with whatever stands in the place of a record.</summary>
    public IReadOnlyList<JsonElement> Elements => List("data");

    /// <summary>True when there is a list <c>data</c>, be it empty.</summary>
    public bool HasList => Body is { } body && body.TryGetProperty("data", out var list) && list.ValueKind == JsonValueKind.Array;

    /// <summary>True when a read has another page.</summary>
    public bool HasMore => Info is { } info && info.TryGetProperty("more_records", out var more) && more.ValueKind == JsonValueKind.True;

    /// <summary>What asks for the next page of a list; null when Zoho goes by numbers.</summary>
    public string? NextPage => Info is { } info ? ZohoElement.Text(info, "next_page_token") : null;

    /// <summary>The result of a write of one record, or the error, in either of Zoho's two shapes.</summary>
    public ZohoElement? Result => Body is not { } body ? null
        : Rows.FirstOrDefault() is { ValueKind: JsonValueKind.Object } row && ZohoElement.Read(row) is { } perRecord ? perRecord
        : ZohoElement.Read(body);

    private JsonElement? Info =>
        Body is { } body && body.TryGetProperty("info", out var info) && info.ValueKind == JsonValueKind.Object ? info : null;

    /// <summary>A list of the answer; empty where there is none.</summary>
    public IReadOnlyList<JsonElement> List(string name) => [.. ZohoElement.List(Body ?? default, name)];
}
