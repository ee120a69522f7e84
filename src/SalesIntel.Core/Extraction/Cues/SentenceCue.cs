namespace SalesIntel.Extraction;

/// <summary>Something of a sentence that speaks for or against an element: a word, words in a row, a concept, a word of the question that it
/// answers.</summary>
/// <param name="Kind">Which kind: see <see cref="SentenceCues"/>.</param>
/// <param name="First">The word or the concept.</param>
/// <param name="Second">The second word of a pair; empty for what is no pair.</param>
internal readonly record struct SentenceCue(char Kind, string First, string Second);
