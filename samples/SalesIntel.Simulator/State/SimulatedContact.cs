using System.Text.Json.Nodes;

namespace SalesIntel.Simulator;

/// <summary>A contact as the simulated CRM holds it.</summary>
/// <param name="Id">Record id.</param>
/// <param name="Fields">Values by API name.</param>
public sealed record SimulatedContact(string Id, JsonObject Fields)
{
    /// <summary>The text of a field, or <see langword="null"/>.</summary>
    public string? this[string apiName] => Fields[apiName]?.ToString();
}
