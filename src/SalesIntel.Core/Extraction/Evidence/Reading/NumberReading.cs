namespace SalesIntel.Extraction;

/// <summary>A number at a place of a text.</summary>
/// <param name="Values">What it can be read as.</param>
/// <param name="Length">How many tokens it has.</param>
/// <param name="IsLiteral">Written in digits.</param>
/// <param name="Scale">The thousand, million or the like with which it ends; 1 without.</param>
internal readonly record struct NumberReading(IReadOnlyList<double> Values, int Length, bool IsLiteral, double Scale);
