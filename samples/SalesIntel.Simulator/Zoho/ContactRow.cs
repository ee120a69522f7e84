using System.Text.Json.Nodes;

namespace SalesIntel.Simulator;

/// <summary>A contact in the simulated CRM.</summary>
/// <param name="Id">Record id.</param>
/// <param name="Fields">Values by API name.</param>
internal sealed record ContactRow(string Id, JsonObject Fields)
{
    public string? Email => Wire.Text(Fields[FieldCatalog.Email]);
}
