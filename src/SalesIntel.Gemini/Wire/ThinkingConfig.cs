namespace SalesIntel.Gemini.Wire;

/// <summary>How much to think.</summary>
internal sealed record ThinkingConfig
{
    /// <summary><c>minimal</c>, <c>low</c>, <c>medium</c>, <c>high</c>; which of them depends on the model.</summary>
    public string? ThinkingLevel { get; init; }
}
