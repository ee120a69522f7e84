namespace SalesIntel.Leads;

/// <summary>How much a text looks like somebody's name.</summary>
internal enum NameLikeness
{
    /// <summary>It is none.</summary>
    None,

    /// <summary>It could be one, written carelessly; more must speak for it.</summary>
    Loose,

    /// <summary>It is written as names are.</summary>
    Strict,
}
