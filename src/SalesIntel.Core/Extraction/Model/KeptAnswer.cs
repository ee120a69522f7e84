namespace SalesIntel.Extraction;

/// <summary>An answer of the model that was paid for.</summary>
/// <param name="Text">Its text.</param>
/// <param name="Model">The model that gave it.</param>
internal sealed record KeptAnswer(string Text, string Model);
