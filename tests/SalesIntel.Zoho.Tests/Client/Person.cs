using System.Text.Json.Serialization;

namespace SalesIntel.Zoho.Tests.Client;

/// <summary>A record type of somebody who uses the client.</summary>
internal sealed record Person
{
    [JsonPropertyName("id")]
    public string? Id { get; init; }

    [JsonPropertyName("Last_Name")]
    public string? LastName { get; init; }

    [JsonPropertyName("Email")]
    public string? Email { get; init; }
}
