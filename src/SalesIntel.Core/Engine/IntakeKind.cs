namespace SalesIntel.Engine;

/// <summary>What became of a received webhook.</summary>
public enum IntakeKind
{
    /// <summary>Stored and due.</summary>
    Accepted,

    /// <summary>Had been stored before.</summary>
    Duplicate,

    /// <summary>Stored, but not for us.</summary>
    Ignored,

    /// <summary>Rightly signed, not understood: stored, dead-lettered, alerted.</summary>
    Unreadable,

    /// <summary>Not genuine: nothing was stored.</summary>
    Unauthorized,

    /// <summary>Compressed in a way that is not taken: nothing was stored.</summary>
    UnsupportedEncoding,

    /// <summary>Longer than a body may be when unpacked: nothing was stored.</summary>
    TooLong,

    /// <summary>Nothing was stored, because the memory for bodies is used up; the sender should try again.</summary>
    Busy,
}
