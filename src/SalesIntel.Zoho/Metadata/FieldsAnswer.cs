using System.Text.Json.Serialization;

namespace SalesIntel.Zoho.Metadata;

/// <summary>Answer of <c>GET /settings/fields</c>, https://www.zoho.com/crm/developer/docs/api/v8/field-meta.html.</summary>
internal sealed record FieldsAnswer
{
    [JsonPropertyName("fields")]
    public FieldInfo[]? Fields { get; init; }
}
