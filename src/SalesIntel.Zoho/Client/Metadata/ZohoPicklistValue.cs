namespace SalesIntel.Zoho.Client;

/// <summary>One value of a picklist.</summary>
public sealed record ZohoPicklistValue
{
    /// <summary>What is sent.</summary>
    [JsonPropertyName("actual_value")]
    public string? ActualValue { get; init; }

    /// <summary>What people see.</summary>
    [JsonPropertyName("display_value")]
    public string? DisplayValue { get; init; }

    /// <summary><c>used</c>, or <c>unused</c> when it was taken off the list.</summary>
    [JsonPropertyName("type")]
    public string? Type { get; init; }

    /// <summary>False for a value that was taken off the list.</summary>
    public bool IsUsed => Type is null or "used";
}
