namespace SalesIntel.Gemini.Wire;

/// <summary>Feedback on the prompt.</summary>
internal sealed record PromptFeedback
{
    /// <summary>Why it was refused: an open list of names.</summary>
    public string? BlockReason { get; init; }
}
