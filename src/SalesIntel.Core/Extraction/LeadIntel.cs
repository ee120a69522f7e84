using System.Text.Json.Serialization;

namespace SalesIntel.Extraction;

/// <summary>What a booking's answers tell about the lead. All text, empty when not known.</summary>
public sealed record LeadIntel
{
    /// <summary>First name.</summary>
    [JsonPropertyName("first_name")] public string FirstName { get; init; } = "";
}
