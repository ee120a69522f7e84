namespace SalesIntel.Zoho.Client;

/// <summary>A part of a layout.</summary>
public sealed record ZohoLayoutSection
{
    /// <summary>Its name.</summary>
    [JsonPropertyName("api_name")]
    public string? ApiName { get; init; }

    /// <summary>The fields in it.</summary>
    [JsonPropertyName("fields")]
    public IReadOnlyList<ZohoLayoutField>? Fields { get; init; }
}
