namespace SalesIntel.Webhooks;

/// <summary>What became of a compressed body.</summary>
internal enum UnpackResult
{
    /// <summary>It was unpacked.</summary>
    Unpacked,

    /// <summary>Unpacked, it is longer than a body may be.</summary>
    TooLong,

    /// <summary>It is cut off, or not what its first bytes say.</summary>
    Damaged,

    /// <summary>There is no memory for it at the moment.</summary>
    NoRoom,
}
