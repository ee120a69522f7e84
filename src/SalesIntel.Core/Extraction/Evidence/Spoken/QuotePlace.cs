namespace SalesIntel.Extraction;

/// <summary>Where a quote was found.</summary>
/// <param name="Turn">Number of the turn, from 1.</param>
/// <param name="Speaker">Who said it.</param>
/// <param name="Text">The transcript's own words.</param>
/// <param name="At">When it was said, UTC.</param>
/// <param name="Start">Index of the first character in the turn's text.</param>
/// <param name="End">Index after the last character.</param>
internal sealed record QuotePlace(int Turn, string Speaker, string Text, DateTimeOffset? At, int Start, int End);
