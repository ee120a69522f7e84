namespace SalesIntel.Gemini.Wire;

/// <summary>Answer of a <c>generateContent</c> call.</summary>
internal sealed record GenerateContentResponse
{
    /// <summary>The answers; none when the prompt was refused.</summary>
    public IReadOnlyList<Candidate>? Candidates { get; init; }

    /// <summary>Why the prompt was refused.</summary>
    public PromptFeedback? PromptFeedback { get; init; }

    /// <summary>Tokens.</summary>
    public UsageMetadata? UsageMetadata { get; init; }

    /// <summary>The model that answered.</summary>
    public string? ModelVersion { get; init; }

    /// <summary>Its stage of life.</summary>
    public ModelStatus? ModelStatus { get; init; }

    /// <summary>The answer's id.</summary>
    public string? ResponseId { get; init; }

    /// <summary>An error that came with a success status, from a proxy.</summary>
    public WireError? Error { get; init; }
}
