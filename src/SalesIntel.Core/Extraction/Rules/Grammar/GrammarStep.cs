namespace SalesIntel.Extraction;

/// <summary>One item of a phrase: a word or a concept, with the words that may stand before it.</summary>
/// <param name="Word">Number of the word; -1 when it is a concept.</param>
/// <param name="Concept">Number of the concept; -1 when it is a word.</param>
/// <param name="Gap">Words of any kind that may stand before it, at most.</param>
internal readonly record struct GrammarStep(int Word, int Concept, int Gap);
