namespace SalesIntel.Leads;

/// <summary>Bounds the length of a turn. Whoever reads a meeting works turn by turn, and what looks at a sentence and its turn takes time
/// by both: nobody speaks for half an hour without a break, and a transcript without line breaks is no turn at all.</summary>
internal static class LongTurns
{
    /// <summary>Characters of a turn at most: twenty minutes of speech.</summary>
    internal const int MostCharacters = 20_000;

    // Behind half of the room a sentence's end is a better place for a cut than a word's.
    private const int Earliest = MostCharacters / 2;

    /// <summary>The turns, each one that is too long as several of the same speaker and time.</summary>
    internal static IEnumerable<TranscriptTurn> Split(IEnumerable<TranscriptTurn> turns) => turns.SelectMany(
        turn => turn.Text.Length <= MostCharacters ? [turn] : Pieces(turn.Text).Select(piece => turn with { Text = piece }));

    private static IEnumerable<string> Pieces(string text)
    {
        for (var at = 0; at < text.Length;)
        {
            // One more than fits shows whether the cut would be inside a character.
            var window = text.Substring(at, Math.Min(MostCharacters + 1, text.Length - at));
            var length = window.Length <= MostCharacters ? window.Length : CutOf(window);
            if (window[..length].Trim() is { Length: > 0 } piece)
            {
                yield return piece;
            }

            at += length;
        }
    }

    private static int CutOf(string window)
    {
        var sentence = window.AsSpan(0, MostCharacters).LastIndexOfAny('.', '?', '!') is >= Earliest and var mark
            && char.IsWhiteSpace(window[mark + 1]) ? mark + 1 : 0;
        var line = window.LastIndexOf('\n', MostCharacters - 1);
        var word = window.LastIndexOf(' ', MostCharacters - 1);
        var cut = Math.Max(sentence, line) is >= Earliest and var better ? better : word >= Earliest ? word : MostCharacters;
        return cut < MostCharacters ? cut : TextBoundary.AtOrBefore(window, MostCharacters);
    }
}
