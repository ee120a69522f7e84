namespace SalesIntel.Leads;

/// <summary>What a value of a field must rest on.</summary>
public enum EvidenceRule
{
    /// <summary>Words of the document must support it.</summary>
    Stated,

    /// <summary>Derived from facts that are named beside the value; notes say so, the value itself never does.</summary>
    Inferred,

    /// <summary>Computed by SalesIntel; a model is never asked for it.</summary>
    Computed,

    /// <summary>A suggestion to the sales rep; shown as advice and in advice fields only.</summary>
    Advice,
}
