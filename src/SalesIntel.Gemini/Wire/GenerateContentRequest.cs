namespace SalesIntel.Gemini.Wire;

/// <summary>Body of a <c>generateContent</c> call.</summary>
internal sealed record GenerateContentRequest
{
    /// <summary>What holds for the whole call.</summary>
    public WireContent? SystemInstruction { get; init; }

    /// <summary>The messages, in order.</summary>
    public required IReadOnlyList<WireContent> Contents { get; init; }

    /// <summary>How to answer.</summary>
    public GenerationConfig? GenerationConfig { get; init; }
}
