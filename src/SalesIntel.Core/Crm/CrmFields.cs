using System.Text.Json.Nodes;

namespace SalesIntel.Crm;

/// <summary>A lead in the CRM's terms.</summary>
/// <param name="Values">All values to show, by API name.</param>
/// <param name="Yielding">The ones that give way to what a person has already entered.</param>
/// <param name="Clearable">The ones that are cleared when they have no value (any more) and hold one that we wrote.</param>
public sealed record CrmFields(JsonObject Values, IReadOnlySet<string> Yielding, IReadOnlySet<string> Clearable);
