namespace SalesIntel.Zoho.Client;

/// <summary>What a write did to a record.</summary>
public enum ZohoWriteAction
{
    /// <summary>Nothing: it was refused.</summary>
    None,

    /// <summary>It was created.</summary>
    Inserted,

    /// <summary>It was changed.</summary>
    Updated,

    /// <summary>It was deleted.</summary>
    Deleted,
}
