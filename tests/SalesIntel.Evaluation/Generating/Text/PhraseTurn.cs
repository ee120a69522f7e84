namespace SalesIntel.Evaluation.Generating.Text;

/// <summary>One turn of a phrase.</summary>
/// <param name="Speaker">S or T sells, B or C buys, X is anybody.</param>
/// <param name="Text">What is said, with choices, slots and marks.</param>
internal sealed record PhraseTurn(char Speaker, string Text);
