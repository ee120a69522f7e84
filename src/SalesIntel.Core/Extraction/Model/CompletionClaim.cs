namespace SalesIntel.Extraction;

/// <summary>A claim as it stands in a completion.</summary>
/// <param name="Element">The name of the element or field.</param>
/// <param name="Question">The question of a form whose answer tells it; may be empty.</param>
/// <param name="Quote">The words that are said to support it; may be empty.</param>
/// <param name="Turn">The number of the turn that is said to hold them, from 1; null when not named.</param>
/// <param name="Text">What it says; empty when the quote itself is the value.</param>
internal sealed record CompletionClaim(string Element, string Question, string Quote, int? Turn, string Text);
