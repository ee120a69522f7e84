namespace SalesIntel.Evaluation.Written;

/// <summary>Words of a buyer that say something of an element.</summary>
/// <param name="Turn">The turn, from 0.</param>
/// <param name="At">Where in the turn's text they begin.</param>
/// <param name="Text">The words that a right value holds.</param>
/// <param name="Element">The element's name.</param>
/// <param name="Meaning">How they are meant.</param>
internal sealed record WrittenMark(int Turn, int At, string Text, string Element, MarkMeaning Meaning);
