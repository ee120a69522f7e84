using SalesIntel.Leads;

namespace SalesIntel.Evaluation.Cases;

/// <summary>What is to be found of one element or field of a corpus's document.</summary>
internal sealed record CorpusTruth
{
    /// <summary><c>found</c>, <c>ambiguous</c> or <c>absent</c>.</summary>
    public FieldStatus Status { get; init; }

    /// <summary>Words and numbers of which a right value holds at least one.</summary>
    public IReadOnlyList<string> Keys { get; init; } = [];

    /// <summary>Words and numbers that were corrected later.</summary>
    public IReadOnlyList<string> Wrong { get; init; } = [];

    /// <summary>The whole value in each form that is right.</summary>
    public IReadOnlyList<string> Exact { get; init; } = [];

    /// <summary>The third of the call in which it is said, 1 to 3.</summary>
    public int Third { get; init; }

    /// <summary>How it is said.</summary>
    public string How { get; init; } = "";

    /// <summary>True when people could disagree: not counted.</summary>
    public bool Open { get; init; }
}
