namespace SalesIntel.Extraction;

/// <summary>A completion that was paid for.</summary>
/// <param name="Text">Its text.</param>
/// <param name="Model">The model that gave it.</param>
internal sealed record CachedCompletion(string Text, string Model);
