namespace SalesIntel.Extraction;

/// <summary>What a model finds of a claim in the words around its quote.</summary>
internal enum Verdict
{
    /// <summary>They say it.</summary>
    Supported,

    /// <summary>They say something else.</summary>
    Contradicted,

    /// <summary>They do not say it.</summary>
    NotStated,
}
