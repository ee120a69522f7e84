using SalesIntel.Leads;

namespace SalesIntel.Evaluation.Cases;

/// <summary>What is to be found of one element or field of a corpus's document.</summary>
internal sealed record CorpusTruth
{
    /// <summary><c>found</c>, <c>ambiguous</c> or <c>absent</c>.</summary>
    public FieldStatus Status { get; set; }

    /// <summary>Words and numbers of which a right value holds at least one.</summary>
    public IReadOnlyList<string> Keys { get; set; } = [];

    /// <summary>Words and numbers that were corrected later.</summary>
    public IReadOnlyList<string> Wrong { get; set; } = [];

    /// <summary>The whole value in each form that is right.</summary>
    public IReadOnlyList<string> Exact { get; set; } = [];

    /// <summary>What is said of it, letter for letter: what rules learn from.</summary>
    public IReadOnlyList<string> Quotes { get; set; } = [];

    /// <summary>The third of the call in which it is said, 1 to 3.</summary>
    public int Third { get; set; }

    /// <summary>How it is said.</summary>
    public string How { get; set; } = "";

    /// <summary>True when people could disagree: not counted.</summary>
    public bool Open { get; set; }
}
