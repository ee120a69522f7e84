namespace SalesIntel.Evaluation.Extractors;

/// <summary>One claim of a scripted completion.</summary>
/// <param name="Name">The element or field.</param>
/// <param name="Quote">The words that are said to support it; null when there are none.</param>
/// <param name="Turn">The turn of a transcript, from 1.</param>
/// <param name="Question">The question of a form.</param>
/// <param name="Text">What is claimed.</param>
internal sealed record SaidClaim(string Name, string? Quote, int? Turn, string? Question, string Text);
