using SalesIntel.Zoho.Client;

namespace SalesIntel.Zoho.Crm;

/// <summary>The record of Zoho that stands for a lead. Its text is the CRM's id of the lead for everybody else: the id alone in the leads'
/// module, <c>Contacts/{id}</c> for somebody who has become a contact.</summary>
/// <param name="Module">API name of the module.</param>
/// <param name="Id">The record's id.</param>
internal sealed record CrmRecord(string Module, string Id)
{
    /// <summary>API name of the module of contacts.</summary>
    public const string Contacts = "Contacts";

    public bool IsContact => Module == Contacts;

    /// <summary>As the parent of notes and tasks.</summary>
    public ZohoParent Parent => new(Module, Id);

    /// <summary>Reads an id.</summary>
    /// <exception cref="ArgumentException">It is none.</exception>
    public static CrmRecord Parse(string text, string leadsModule) =>
        text is not null && text.StartsWith(Contacts + "/", StringComparison.Ordinal)
            ? new CrmRecord(Contacts, ApiPath.Id(text[(Contacts.Length + 1)..]))
            : new CrmRecord(leadsModule, ApiPath.Id(text!));

    /// <inheritdoc/>
    public override string ToString() => IsContact ? $"{Contacts}/{Id}" : Id;
}
