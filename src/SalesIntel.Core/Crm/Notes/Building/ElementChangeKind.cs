namespace SalesIntel.Crm;

/// <summary>What can become of an element from one call to the next.</summary>
internal enum ElementChangeKind
{
    /// <summary>It was not known in the call before.</summary>
    New,

    /// <summary>The same was said again.</summary>
    Confirmed,

    /// <summary>Something else is said, which takes the place of what was said before.</summary>
    Changed,

    /// <summary>What is said goes against what was said before, and neither is certain.</summary>
    Contradicted,
}
