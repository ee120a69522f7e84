namespace SalesIntel.Evaluation.Extractors;

/// <summary>What reads the documents.</summary>
internal enum ExtractorKind
{
    /// <summary>The rules.</summary>
    Rules,

    /// <summary>A model whose completions were written by hand.</summary>
    Recorded,

    /// <summary>Gemini, with a key.</summary>
    Gemini,

    /// <summary>A model that lies, and one that tells the truth in other words.</summary>
    Lying,
}
