namespace SalesIntel.Evaluation.Honesty;

/// <summary>A true claim: what a careful person would write down about what was said.</summary>
/// <param name="Language">The language, ISO 639-1.</param>
/// <param name="Element">The element.</param>
/// <param name="Turns">What was said: S sells, B and C buy.</param>
/// <param name="QuotedTurn">The turn that is quoted, from 0.</param>
/// <param name="Quote">The words that are quoted.</param>
/// <param name="Claim">What is claimed.</param>
/// <param name="NotAbout">The elements that it says nothing about; null where the author does not say so.</param>
internal sealed record HonestClaim(
    string Language, string Element, IReadOnlyList<(char Speaker, string Text)> Turns, int QuotedTurn, string Quote, string Claim,
    IReadOnlyList<string>? NotAbout = null);
