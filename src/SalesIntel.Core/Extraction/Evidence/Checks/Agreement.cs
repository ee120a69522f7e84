namespace SalesIntel.Extraction;

/// <summary>Whether a claim and its passage negate the same.</summary>
internal enum Agreement
{
    /// <summary>They contradict each other.</summary>
    Differs,

    /// <summary>Words do not tell: the claim is somebody's reading.</summary>
    Open,

    /// <summary>They agree.</summary>
    Agrees,
}
