namespace SalesIntel.Gemini.Wire;

/// <summary>Tokens of a call.</summary>
internal sealed record UsageMetadata
{
    /// <summary>Read, cached ones included.</summary>
    public long? PromptTokenCount { get; init; }

    /// <summary>Read from a cache.</summary>
    public long? CachedContentTokenCount { get; init; }

    /// <summary>Written, without thinking.</summary>
    public long? CandidatesTokenCount { get; init; }

    /// <summary>Thought.</summary>
    public long? ThoughtsTokenCount { get; init; }

    /// <summary>All of them.</summary>
    public long? TotalTokenCount { get; init; }
}
