namespace SalesIntel.Hosting.Endpoints;

/// <summary>How the reading of a body has ended.</summary>
internal enum BodyReading
{
    /// <summary>It is there.</summary>
    Whole,

    /// <summary>It is longer than a body may be.</summary>
    TooLong,

    /// <summary>It did not come whole in time.</summary>
    TooSlow,

    /// <summary>There is no memory for it at the moment.</summary>
    NoRoom,
}
