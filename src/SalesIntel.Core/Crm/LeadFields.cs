using System.Text.Json.Nodes;

namespace SalesIntel.Crm;

/// <summary>A lead in the CRM's terms.</summary>
/// <param name="Values">All values to show, by API name.</param>
/// <param name="Yielding">Of these, the ones that give way to what a person has already entered.</param>
public sealed record LeadFields(JsonObject Values, IReadOnlySet<string> Yielding);
