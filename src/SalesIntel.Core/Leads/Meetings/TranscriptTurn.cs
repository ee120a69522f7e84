namespace SalesIntel.Leads;

/// <summary>One utterance of a transcript.</summary>
/// <param name="Speaker">The speaker's name, without brackets, markdown, company and role; empty when unknown.</param>
/// <param name="Text">What was said, untrusted text.</param>
/// <param name="At">When it was said, UTC; null when that is not known.</param>
public sealed record TranscriptTurn(string Speaker, string Text, DateTimeOffset? At);
