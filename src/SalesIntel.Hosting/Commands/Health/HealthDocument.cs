namespace SalesIntel.Hosting.Commands.Health;

/// <summary>What <c>health --json</c> prints.</summary>
/// <param name="Url">What was asked.</param>
/// <param name="Healthy">True when it answered that all is well.</param>
internal sealed record HealthDocument(Uri Url, bool Healthy)
{
    /// <summary>The status of the answer; null when there was none.</summary>
    public int? HttpStatus { get; init; }

    /// <summary>What it answered; null when it did not.</summary>
    public JsonNode? Answer { get; init; }

    /// <summary>Why there was no answer; null when there was one.</summary>
    public string? Error { get; init; }

    public string ToJson() => JsonSerializer.Serialize(this, HealthJson.Readable.HealthDocument);
}
