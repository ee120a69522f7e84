namespace SalesIntel.Leads;

/// <summary>On which side of a sales meeting somebody sits.</summary>
internal enum MeetingSide
{
    /// <summary>Nothing tells.</summary>
    Unknown,

    /// <summary>The team that sells.</summary>
    Seller,

    /// <summary>The customer, or whoever may become one.</summary>
    Buyer,
}
