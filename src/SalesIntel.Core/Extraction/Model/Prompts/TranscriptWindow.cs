namespace SalesIntel.Extraction;

/// <summary>Turns of a transcript that are sent in one call.</summary>
/// <param name="Text">The turns, one line each, with the numbers that they have in the whole transcript.</param>
/// <param name="First">The first turn, from 0.</param>
/// <param name="Count">How many turns.</param>
internal sealed record TranscriptWindow(string Text, int First, int Count);
