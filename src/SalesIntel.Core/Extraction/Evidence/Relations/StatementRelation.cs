namespace SalesIntel.Extraction;

/// <summary>What a statement makes of an earlier one about the same element.</summary>
internal enum StatementRelation
{
    /// <summary>Both hold.</summary>
    None,

    /// <summary>Both can't hold, and which of them does is open.</summary>
    Contradicts,

    /// <summary>It takes the place of the earlier one.</summary>
    Corrects,
}
