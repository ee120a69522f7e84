namespace SalesIntel.Gemini.Wire;

/// <summary>An error.</summary>
internal sealed record WireError
{
    /// <summary>The HTTP status.</summary>
    public int? Code { get; init; }

    /// <summary>Text for people; may quote the request.</summary>
    public string? Message { get; init; }

    /// <summary>Name of the error.</summary>
    public string? Status { get; init; }

    /// <summary>Typed details: of many kinds, so they are read one by one.</summary>
    public IReadOnlyList<JsonElement>? Details { get; init; }
}
