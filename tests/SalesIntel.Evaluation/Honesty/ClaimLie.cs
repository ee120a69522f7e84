using SalesIntel.Evaluation.Lies;

namespace SalesIntel.Evaluation.Honesty;

/// <summary>A lie that was made from a true claim.</summary>
/// <param name="Kind">How it lies.</param>
/// <param name="Call">What is said in the call.</param>
/// <param name="Element">The element that is lied about.</param>
/// <param name="Quote">The quote; null = none.</param>
/// <param name="Text">The lie.</param>
/// <param name="Telltale">Words that only the lie has: it has reached the CRM when they are written. Empty: when anything is.</param>
internal sealed record ClaimLie(LieKind Kind, HonestClaim Call, string Element, string? Quote, string Text, string Telltale);
