namespace SalesIntel.Zoho.Client;

/// <summary>A layout of a module, https://www.zoho.com/crm/developer/docs/api/v8/layouts-meta.html.</summary>
public sealed record ZohoLayout
{
    /// <summary>The layout's id.</summary>
    [JsonPropertyName("id")]
    public string? Id { get; init; }

    /// <summary>What people call it.</summary>
    [JsonPropertyName("name")]
    public string? Name { get; init; }

    /// <summary>Its parts.</summary>
    [JsonPropertyName("sections")]
    public IReadOnlyList<ZohoLayoutSection>? Sections { get; init; }
}
