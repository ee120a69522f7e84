namespace SalesIntel.Zoho.Client;

/// <summary>What may be done with a field over the API.</summary>
public sealed record ZohoFieldOperations
{
    /// <summary>Whether a new record may have it.</summary>
    [JsonPropertyName("api_create")]
    public bool? ApiCreate { get; init; }

    /// <summary>Whether an update may change it.</summary>
    [JsonPropertyName("api_update")]
    public bool? ApiUpdate { get; init; }
}
