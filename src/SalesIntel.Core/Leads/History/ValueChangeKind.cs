namespace SalesIntel.Leads;

/// <summary>What a conversation makes of what the ones before it told.</summary>
internal enum ValueChangeKind
{
    /// <summary>Nothing was known before.</summary>
    New,

    /// <summary>The same was said before.</summary>
    Confirmed,

    /// <summary>More or something else is said now, and what was said before does not stand against it or was corrected.</summary>
    Changed,

    /// <summary>What is said now and what was said before can't both hold, and nobody took anything back.</summary>
    Contradicted,
}
