namespace SalesIntel.Extraction;

/// <summary>How much help a completion needed to be read as JSON, from none to much.</summary>
internal enum JsonLayer
{
    /// <summary>It could not be read.</summary>
    None,

    /// <summary>The whole text is one object.</summary>
    Strict,

    /// <summary>The object was in a fenced block.</summary>
    Fenced,

    /// <summary>The object was found between other text.</summary>
    Scanned,

    /// <summary>The text had to be mended.</summary>
    Repaired,
}
