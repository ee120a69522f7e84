using System.Text.Json.Nodes;

namespace SalesIntel.Crm;

/// <summary>What is left to write after a look at what the CRM holds.</summary>
/// <param name="LeadId">The CRM's id; empty when the CRM knows no such lead yet.</param>
/// <param name="Writes">The fields to write.</param>
/// <param name="Landed">Values of an earlier write without an answer that are in the CRM, by the CRM's names.</param>
/// <param name="Kept">The CRM's names of the fields in which a person has entered something else than we would write.</param>
/// <param name="Issues">What a person should know, without values.</param>
internal sealed record LeadComparison(
    string LeadId,
    IReadOnlyList<FieldWrite> Writes,
    IReadOnlyList<KeyValuePair<string, JsonNode?>> Landed,
    IReadOnlyList<string> Kept,
    IReadOnlyList<string> Issues);
