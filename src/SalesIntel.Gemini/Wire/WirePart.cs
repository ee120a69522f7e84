namespace SalesIntel.Gemini.Wire;

/// <summary>A part of a message.</summary>
internal sealed record WirePart
{
    public string? Text { get; init; }

    /// <summary>True for the model's thinking, which is no part of the answer.</summary>
    public bool? Thought { get; init; }
}
