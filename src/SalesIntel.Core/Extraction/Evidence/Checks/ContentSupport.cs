namespace SalesIntel.Extraction;

/// <summary>What of a claim its passage bears out.</summary>
internal enum ContentSupport
{
    /// <summary>Nothing: the claim has no word with the quote in common.</summary>
    None,

    /// <summary>Some words: the quote is written in place of the claim.</summary>
    Quote,

    /// <summary>Its words: the claim is written.</summary>
    Words,
}
