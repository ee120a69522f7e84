namespace SalesIntel.Evaluation.Written;

/// <summary>How words of a call that somebody wrote are meant.</summary>
internal enum MarkMeaning
{
    /// <summary>They state something.</summary>
    Stated,

    /// <summary>They state something that a buyer corrects later.</summary>
    Corrected,

    /// <summary>Who says them is not sure.</summary>
    Hedged,

    /// <summary>Another statement contradicts them, and nobody resolves it.</summary>
    Contradicted,
}
