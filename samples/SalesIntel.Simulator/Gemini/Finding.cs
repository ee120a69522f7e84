namespace SalesIntel.Simulator;

/// <summary>A value and the words that support it.</summary>
/// <param name="Value">The value.</param>
/// <param name="Quote">Words that occur so in the prompt; a finding whose quote does not occur is left out.</param>
/// <param name="Speaker">Who said them.</param>
/// <param name="Turn">Number of the turn, filled in from the prompt.</param>
internal sealed record Finding(string Value, string? Quote = null, string? Speaker = null, int? Turn = null);
