using SalesIntel.Leads;

namespace SalesIntel.Extraction;

/// <summary>A sentence of a meeting, or of one without end a part of it, with its place.</summary>
/// <param name="Text">The words, verbatim.</param>
/// <param name="Words">The words as rules know them; at most <see cref="SentenceMatch.MostWords"/>.</param>
/// <param name="Speaker">Who said it.</param>
/// <param name="Side">On which side the speaker sits.</param>
/// <param name="Turn">Number of the turn, from 1.</param>
/// <param name="Index">Place in the turn, from 0.</param>
internal sealed record SpokenSentence(
    string Text, IReadOnlyList<SpokenWord> Words, string Speaker, MeetingSide Side, int Turn, int Index)
{
    public bool IsQuestion => Text.EndsWith('?');
}
