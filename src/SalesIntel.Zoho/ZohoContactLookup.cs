namespace SalesIntel.Zoho;

/// <summary>When contacts are searched for a person's address.</summary>
public enum ZohoContactLookup
{
    /// <summary>When Zoho names one: at a converted lead, or because its duplicate check preference covers contacts.</summary>
    WhenNamed,

    /// <summary>Whenever no lead has the address. Costs a call for each new person.</summary>
    Always,
}
