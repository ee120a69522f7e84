namespace SalesIntel.Extraction;

/// <summary>Whether a word is negated where it stands.</summary>
internal enum Polarity
{
    /// <summary>It is not.</summary>
    Positive,

    /// <summary>It is.</summary>
    Negative,

    /// <summary>It precedes the negation of its clause: "the budget is not approved" negates what follows.</summary>
    Subject,

    /// <summary>Two negations, or an exception from one: what it means is not told by counting words.</summary>
    Open,
}
