namespace SalesIntel.Gemini.Wire;

/// <summary>Body of an error.</summary>
internal sealed record ErrorResponse
{
    public WireError? Error { get; init; }
}
