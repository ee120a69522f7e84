namespace SalesIntel.Evaluation.Generating.Text;

/// <summary>Words that a right value holds, or that a wrong one does.</summary>
/// <param name="Element">The element that they are of; empty = that of the phrase.</param>
/// <param name="Text">The words.</param>
/// <param name="IsWrong">True for what was said first and corrected later.</param>
internal sealed record Key(string Element, string Text, bool IsWrong);
