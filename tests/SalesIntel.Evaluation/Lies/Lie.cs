using SalesIntel.Evaluation.Extractors;

namespace SalesIntel.Evaluation.Lies;

/// <summary>A lie about one element or field.</summary>
/// <param name="Kind">How it lies.</param>
/// <param name="Claim">What the model says.</param>
/// <param name="Telltale">Words that only the lie has: it has reached the CRM when they are written. Empty: when anything is.</param>
internal sealed record Lie(LieKind Kind, SaidClaim Claim, string Telltale);
