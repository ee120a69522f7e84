namespace SalesIntel.Extraction;

/// <summary>What a reader says that a form tells about a field. Nothing of it is believed before it is checked.</summary>
/// <param name="Question">The question whose answer is said to tell it; may be empty.</param>
/// <param name="Quote">The words of the answer that are said to support it; may be empty.</param>
/// <param name="Text">The value.</param>
internal sealed record AnswerClaim(string Question, string Quote, string Text);
