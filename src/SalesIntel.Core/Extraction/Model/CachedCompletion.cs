namespace SalesIntel.Extraction;

/// <summary>A completion that was paid for.</summary>
/// <param name="Text">Its text.</param>
/// <param name="Model">The model that gave it.</param>
/// <param name="Use">What it cost, as long as no event's ledger says so; else null.</param>
internal sealed record CachedCompletion(string Text, string Model, ModelUse? Use = null);
