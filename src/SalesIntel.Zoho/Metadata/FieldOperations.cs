using System.Text.Json.Serialization;

namespace SalesIntel.Zoho.Metadata;

/// <summary>What may be done with a field over the API.</summary>
internal sealed record FieldOperations
{
    [JsonPropertyName("api_create")]
    public bool? ApiCreate { get; init; }

    [JsonPropertyName("api_update")]
    public bool? ApiUpdate { get; init; }
}
