using SalesIntel.Extraction;

namespace SalesIntel.Evaluation.Learning;

/// <summary>A sentence to learn from.</summary>
/// <param name="Phrase">The phrase that it is of.</param>
/// <param name="Cues">Its cues.</param>
/// <param name="Labels">For each element: 1 = speaks about it, -1 = does not, 0 = can be disputed.</param>
/// <param name="Bag">Sentences of one number: at least one of them speaks about the element of which their label is 2; 0 for none.</param>
internal sealed record LabelledSentence(string Phrase, SentenceCue[] Cues, int[] Labels, int Bag);
