namespace SalesIntel.Extraction;

/// <summary>A sentence of the customer's side, with its place.</summary>
/// <param name="Text">The words, verbatim on one line.</param>
/// <param name="Speaker">Who said it; empty in a report.</param>
/// <param name="Turn">Number of the turn, from 1; 0 in a report.</param>
/// <param name="At">When it was said, UTC.</param>
/// <param name="Question">What the other side asked last; may be empty.</param>
/// <param name="TurnText">The whole utterance.</param>
/// <param name="Position">Place in the meeting, 0 to 1.</param>
internal sealed record SpokenSentence(
    string Text, string Speaker, int Turn, DateTimeOffset? At, string Question, string TurnText, double Position);
