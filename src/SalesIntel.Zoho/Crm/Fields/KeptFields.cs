using SalesIntel.Zoho.Client;

namespace SalesIntel.Zoho.Crm;

/// <summary>The fields of a module as processes share them.</summary>
internal sealed record KeptFields
{
    /// <summary>When Zoho was asked.</summary>
    [JsonPropertyName("read_at")]
    public required DateTimeOffset ReadAt { get; init; }

    /// <summary>What it said.</summary>
    [JsonPropertyName("fields")]
    public required IReadOnlyList<ZohoField> Fields { get; init; }
}
