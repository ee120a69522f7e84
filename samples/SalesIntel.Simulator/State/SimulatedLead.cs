using System.Text.Json.Nodes;

namespace SalesIntel.Simulator;

/// <summary>A lead as the simulated CRM holds it; a copy.</summary>
/// <param name="Id">Record id, 19 digits.</param>
/// <param name="Fields">Values by API name; a field that was never written is missing.</param>
/// <param name="Created">When it was inserted.</param>
/// <param name="Modified">When it was last written.</param>
/// <param name="Revision">1 after the insert, one more with each write.</param>
/// <param name="Converted">Whether it was converted to a contact.</param>
/// <param name="SearchableAt">When search sees the last write.</param>
public sealed record SimulatedLead(
    string Id,
    JsonObject Fields,
    DateTimeOffset Created,
    DateTimeOffset Modified,
    int Revision,
    bool Converted,
    DateTimeOffset SearchableAt)
{
    /// <summary>The text of a field, or <see langword="null"/> when it is empty or unknown.</summary>
    public string? this[string apiName] => Fields[apiName]?.ToString();
}
