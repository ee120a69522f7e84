namespace SalesIntel.Extraction;

/// <summary>What words tell of the time of what they say.</summary>
[Flags]
internal enum Tense
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>It is meant to be: "we plan to", "will", "soll".</summary>
    Plan = 1,

    /// <summary>It was, or has been: "decided", "have seen".</summary>
    Past = 2,

    /// <summary>It was and is no more: "we used to".</summary>
    Over = 4,

    /// <summary>It is: "they have", "sie sind".</summary>
    Present = 8,

    /// <summary>Somebody does it, at whatever time: "they", "trabajan".</summary>
    Act = 16,
}
