namespace SalesIntel.Gemini.Wire;

/// <summary>A message.</summary>
internal sealed record WireContent
{
    /// <summary><c>user</c> or <c>model</c>; none for the system instruction.</summary>
    public string? Role { get; init; }

    /// <summary>Its parts; a candidate may have none.</summary>
    public IReadOnlyList<WirePart>? Parts { get; init; }
}
