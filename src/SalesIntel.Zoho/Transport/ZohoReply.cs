using System.Text.Json;

namespace SalesIntel.Zoho.Transport;

/// <summary>What Zoho answered. The status alone says little: a single refused record comes with 400, 207 or 202.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Body">The JSON object; null when there was none.</param>
internal sealed record ZohoReply(int Status, JsonElement? Body)
{
    /// <summary>True when nothing was found.</summary>
    public bool IsEmpty => Status is 204 or 304;

    /// <summary>The rows of a read; none when nothing was found.</summary>
    public IEnumerable<JsonElement> Rows =>
        Body is { } body && body.TryGetProperty("data", out var data) && data.ValueKind == JsonValueKind.Array
            ? data.EnumerateArray().Where(r => r.ValueKind == JsonValueKind.Object)
            : [];

    /// <summary>True when a read has another page.</summary>
    public bool HasMore =>
        Body is { } body && body.TryGetProperty("info", out var info) && info.ValueKind == JsonValueKind.Object
        && info.TryGetProperty("more_records", out var more) && more.ValueKind == JsonValueKind.True;

    /// <summary>The result of a write of one record, or the error, in either of Zoho's two shapes.</summary>
    public ZohoResult? Result => Body is not { } body ? null
        : Rows.FirstOrDefault() is { ValueKind: JsonValueKind.Object } row && ZohoResult.Read(row) is { } perRecord ? perRecord
        : ZohoResult.Read(body);
}
