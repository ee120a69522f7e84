using System.Text.Json.Nodes;

namespace SalesIntel.Simulator;

/// <summary>A task as the simulated CRM holds it.</summary>
/// <param name="Id">Record id.</param>
/// <param name="ParentModule">Module of the record it belongs to.</param>
/// <param name="ParentId">Id of that record, or <see langword="null"/>.</param>
/// <param name="Fields">Values by API name.</param>
/// <param name="Created">When it was inserted.</param>
/// <param name="Revision">1 after the insert, one more with each update.</param>
public sealed record SimulatedTask(
    string Id,
    string? ParentModule,
    string? ParentId,
    JsonObject Fields,
    DateTimeOffset Created,
    int Revision)
{
    /// <summary>The text of a field, or <see langword="null"/>.</summary>
    public string? this[string apiName] => Fields[apiName]?.ToString();
}
