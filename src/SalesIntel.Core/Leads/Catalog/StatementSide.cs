namespace SalesIntel.Leads;

/// <summary>Whose statement counts for an element of a qualification framework.</summary>
public enum StatementSide
{
    /// <summary>The buyer's.</summary>
    Buyer,

    /// <summary>Anybody's, e.g. for steps that both sides agree on.</summary>
    Any,
}
