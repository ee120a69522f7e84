using System.Text.Json.Serialization;

namespace SalesIntel.Zoho.Metadata;

/// <summary>One value of a picklist.</summary>
internal sealed record PicklistValue
{
    [JsonPropertyName("actual_value")]
    public string? ActualValue { get; init; }

    [JsonPropertyName("display_value")]
    public string? DisplayValue { get; init; }

    [JsonPropertyName("type")]
    public string? Type { get; init; }

    /// <summary>False for a value that was taken off the list.</summary>
    public bool IsUsed => Type is null or "used";
}
