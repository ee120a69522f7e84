using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace SalesIntel.Zoho.Transport;

/// <summary>The body of an insert, update or upsert of one record.</summary>
internal sealed record WriteBody
{
    [JsonPropertyName("data")]
    public required JsonObject[] Data { get; init; }

    [JsonPropertyName("duplicate_check_fields")]
    public string[]? DuplicateCheckFields { get; init; }

    [JsonPropertyName("trigger")]
    public string[]? Trigger { get; init; }

    /// <summary>As it goes over the wire.</summary>
    public byte[] ToUtf8() => JsonSerializer.SerializeToUtf8Bytes(this, ZohoJson.Wire.WriteBody);
}
