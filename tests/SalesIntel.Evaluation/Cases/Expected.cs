using SalesIntel.Leads;

namespace SalesIntel.Evaluation.Cases;

/// <summary>What is to be found of one element or field.</summary>
internal sealed record Expected
{
    /// <summary>Nothing is said about it.</summary>
    public static Expected Absent { get; } = new();

    /// <summary>Whether a value is stated.</summary>
    public FieldStatus Status { get; init; }

    /// <summary>Words and numbers of which a right value holds at least one.</summary>
    public IReadOnlyList<string> Keys { get; init; } = [];

    /// <summary>Words and numbers that a right value does not assert: what was corrected later.</summary>
    public IReadOnlyList<string> Wrong { get; init; } = [];

    /// <summary>The whole value in each form that is right; empty where holding a key is enough.</summary>
    public IReadOnlyList<string> Exact { get; init; } = [];

    /// <summary>What is said of it, letter for letter; empty when nobody noted it.</summary>
    public IReadOnlyList<string> Quotes { get; init; } = [];

    /// <summary>The third of the call in which it is said, 1 to 3; 0 when that is not known.</summary>
    public int Third { get; init; }

    /// <summary>How it is said, e.g. <c>clear</c>, <c>hedged</c>, <c>seller</c>; for reports only.</summary>
    public string How { get; init; } = "";

    /// <summary>True when people could disagree whether it is stated: it is not counted.</summary>
    public bool IsOpen { get; init; }
}
