namespace SalesIntel.Gemini.Wire;

/// <summary>Stage of life of a model.</summary>
internal sealed record ModelStatus
{
    public string? ModelStage { get; init; }

    /// <summary>When it will be shut down; a time as text.</summary>
    public string? RetirementTime { get; init; }
}
