namespace SalesIntel.Crm;

/// <summary>A lead as the CRM holds it.</summary>
/// <param name="Id">The CRM's id.</param>
/// <param name="Email">Its e-mail address, lower case.</param>
/// <param name="Fields">The fields that were asked for, by the CRM's names and in its forms.</param>
/// <param name="IsConverted">True when it has become a contact and can't be written any more.</param>
public sealed record CrmLead(string Id, string Email, JsonObject Fields, bool IsConverted)
{
    /// <summary>The CRM's id under which a converted lead goes on: its fields, notes and tasks are read and written there. Filled at
    /// least when the lead is read by its id; null when the CRM does not say.</summary>
    public string? ContinuesAs { get; init; }
}
