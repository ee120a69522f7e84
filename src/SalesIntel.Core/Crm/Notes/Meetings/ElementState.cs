namespace SalesIntel.Crm;

/// <summary>How much is known of an element.</summary>
internal enum ElementState
{
    /// <summary>It was said.</summary>
    Found,

    /// <summary>It was said hesitantly or in contradiction, or nothing bears it out.</summary>
    Unclear,

    /// <summary>Nothing was said about it.</summary>
    Open,
}
