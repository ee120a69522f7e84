namespace SalesIntel.Gemini.Wire;

/// <summary>How to answer.</summary>
internal sealed record GenerationConfig
{
    /// <summary><c>application/json</c> for JSON.</summary>
    public string? ResponseMimeType { get; init; }

    /// <summary>The JSON Schema of the answer.</summary>
    public JsonElement? ResponseJsonSchema { get; init; }

    /// <summary>Limit of the output, thinking included.</summary>
    public int? MaxOutputTokens { get; init; }

    /// <summary>Left to the model unless the caller sets it: 3.x models degrade below 1.</summary>
    public float? Temperature { get; init; }

    /// <summary>Nucleus sampling.</summary>
    public float? TopP { get; init; }

    /// <summary>How many candidates each token is sampled from.</summary>
    public int? TopK { get; init; }

    /// <summary>Best effort.</summary>
    public long? Seed { get; init; }

    /// <summary>Where to stop.</summary>
    public IReadOnlyList<string>? StopSequences { get; init; }

    /// <summary>How much to think.</summary>
    public ThinkingConfig? ThinkingConfig { get; init; }
}
