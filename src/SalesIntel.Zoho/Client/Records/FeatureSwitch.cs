namespace SalesIntel.Zoho.Client;

/// <summary>A feature of Zoho that a write switches on or off.</summary>
/// <param name="Name">E.g. <c>cadences</c>.</param>
/// <param name="Action">The half of an upsert that it is about; null where there is one only.</param>
internal sealed record FeatureSwitch(
    [property: JsonPropertyName("name")] string Name, [property: JsonPropertyName("action")] string? Action);
