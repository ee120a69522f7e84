namespace SalesIntel.Zoho.Client;

/// <summary>A field of a layout.</summary>
public sealed record ZohoLayoutField
{
    /// <summary>The name by which records have it.</summary>
    [JsonPropertyName("api_name")]
    public string? ApiName { get; init; }

    /// <summary>True when people who use this layout must fill it.</summary>
    [JsonPropertyName("required")]
    public bool? IsRequired { get; init; }
}
