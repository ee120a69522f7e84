namespace SalesIntel.Leads;

/// <summary>A piece of a transcript as its form delimits it: a block, a cue, a turn, or the whole text.</summary>
/// <param name="Speaker">Who said it; empty when unknown.</param>
/// <param name="Text">What was said, clean text of several lines; never empty.</param>
/// <param name="Time">When it was said.</param>
internal readonly record struct TranscriptPart(SpeakerName Speaker, string Text, TranscriptTime Time);
