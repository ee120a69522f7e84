namespace SalesIntel.Zoho.Client;

/// <summary>Whether a search sees leads that have become contacts.</summary>
public enum ZohoConverted
{
    /// <summary>It sees only leads that have not; what Zoho does when it is not told.</summary>
    No,

    /// <summary>It sees only leads that have.</summary>
    Only,

    /// <summary>It sees both.</summary>
    Both,
}
