namespace SalesIntel.Gemini.Wire;

/// <summary>One answer.</summary>
internal sealed record Candidate
{
    /// <summary>The message; may be missing.</summary>
    public WireContent? Content { get; init; }

    /// <summary>Why it ended: an open list of names.</summary>
    public string? FinishReason { get; init; }
}
