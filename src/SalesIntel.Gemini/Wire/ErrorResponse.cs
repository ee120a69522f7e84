namespace SalesIntel.Gemini.Wire;

/// <summary>Body of an error.</summary>
internal sealed record ErrorResponse
{
    /// <summary>The error.</summary>
    public WireError? Error { get; init; }
}
