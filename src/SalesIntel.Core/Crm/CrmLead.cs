using System.Text.Json.Nodes;

namespace SalesIntel.Crm;

/// <summary>A lead as the CRM holds it.</summary>
/// <param name="Id">The CRM's id.</param>
/// <param name="Email">Its e-mail address, lower case.</param>
/// <param name="Fields">The fields that were asked for, by the CRM's names and in its forms.</param>
/// <param name="IsConverted">True when it has become a contact and can't be written any more.</param>
public sealed record CrmLead(string Id, string Email, JsonObject Fields, bool IsConverted);
