using SalesIntel.Extraction;

namespace SalesIntel.Evaluation.Learning;

/// <summary>A sentence to learn from.</summary>
/// <param name="Author">The part that it is of.</param>
/// <param name="Phrase">The phrase that it is of.</param>
/// <param name="Cues">The numbers of its cues.</param>
/// <param name="Scale">What each weight is multiplied by: that of all cues that were heard, whether something is learned of them or not.</param>
/// <param name="Labels">For each element: 1 = speaks about it, -1 = does not, 0 = can be disputed.</param>
/// <param name="Bag">Sentences of one number: at least one of them speaks about the element of which their label is 2; 0 for none.</param>
/// <param name="IsSale">True when something is sold where it is said.</param>
internal sealed record LabelledSentence(string Author, string Phrase, int[] Cues, float Scale, int[] Labels, int Bag, bool IsSale)
{
    /// <summary>What is said, in a whole call; null elsewhere.</summary>
    public SpokenSentence? Spoken { get; init; }

    /// <summary>The sentences of the turn before, in a whole call; null where there is none.</summary>
    public IReadOnlyList<SpokenSentence>? TurnBefore { get; init; }
}
