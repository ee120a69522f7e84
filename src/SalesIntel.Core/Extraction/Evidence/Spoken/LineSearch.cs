namespace SalesIntel.Extraction;

/// <summary>Looks for the place of a transcript, or the item of a report's list, that bears out a line without a quote.</summary>
internal sealed class LineSearch(SpokenTurns turns, IReadOnlyList<string> listed)
{
    private const int Reach = 2;
    private const int Tried = 5;

    private readonly IReadOnlyList<ReadText> items =
        [.. listed.Where(item => !WordsForSoftware.AreIn(item)).Select(item => new ReadText(item, turns.Language))];

    /// <summary>True when one place has the line's words, numbers, names and negations.</summary>
    public bool IsBorneOut(string line)
    {
        var text = new ReadText(line, turns.Language);
        if (items.Any(item => Holds(text, new Passage(item, [], turns.Names) { Day = turns.Day })))
        {
            return true;
        }

        var words = text.Content.Select(token => token.Text).Distinct(StringComparer.Ordinal).ToArray();
        return Enumerable.Range(0, turns.Count)
            .Select(index => (index, Count: words.Count(word => turns.Said(index).Tokens.Any(token => Stems.AreSame(token.Text, word)))))
            .Where(place => place.Count > 0)
            .OrderByDescending(place => place.Count).ThenByDescending(place => place.index)
            .Take(Tried)
            .Any(place => Holds(text, PassageAt(place.index)));
    }

    private Passage PassageAt(int index)
    {
        int[] around = [.. Enumerable.Range(index - Reach, (2 * Reach) + 1).Where(other => other >= 0 && other < turns.Count
            && other != index)];
        return new Passage(turns.Said(index), [turns.Said(index), .. around.Select(turns.Said)], turns.Names)
        {
            Speaker = turns.SpeakerOf(index),
            OtherSpeakers = [.. around.SelectMany(turns.SpeakerOf)],
            Day = turns.Day,
        };
    }

    private static bool Holds(ReadText line, Passage passage) =>
        LanguageCheck.Holds(line, passage.Quote) && NumberCheck.Holds(line, passage) && NameCheck.Of(line, passage) == Agreement.Agrees
        && NegationCheck.Of(line, passage) == Agreement.Agrees && TimeCheck.Of(line, passage) == Agreement.Agrees
        && ScopeCheck.Of(line, passage) == Agreement.Agrees
        && ContentCheck.Of(line, passage) == ContentSupport.Words && !SubstitutionCheck.IsIn(line, passage);
}
