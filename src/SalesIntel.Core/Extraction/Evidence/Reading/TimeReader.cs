namespace SalesIntel.Extraction;

/// <summary>Finds the times that a text names: "next Friday", "the end of Q2", "last summer", "by the second quarter".</summary>
internal static class TimeReader
{
    private const int Beside = 2;
    private const int Before = 4;

    /// <summary>The times in their order.</summary>
    public static IReadOnlyList<TimeMention> Read(ReadText text)
    {
        var found = new List<TimeMention>();
        for (var i = 0; i < text.Tokens.Count; i++)
        {
            if (At(text, i) is var (kind, name, last))
            {
                found.Add(new TimeMention(kind, name, Direction(text, i, last),
                    Near(text, text.Language.Edges, i, last, Before - 1, 1), Bound(text, i, last), i));
                i = last;
            }
        }

        return found;
    }

    private static (string Kind, string Name, int Last)? At(ReadText text, int i)
    {
        if (Quarter(text, i) is var (quarter, end))
        {
            return ("quarter", quarter.ToString(CultureInfo.InvariantCulture), end);
        }

        if (DateAt(text, i) is { } date)
        {
            return date.Month is { } month ? ("month", month.ToString(CultureInfo.InvariantCulture), date.Last)
                : date.Weekday is { } weekday ? ("weekday", weekday.ToString(CultureInfo.InvariantCulture), date.Last)
                : null;
        }

        if (text.Language.Periods.At(text.Tokens, i, out var period) is > 0 and var length)
        {
            var parts = period.Split(' ');
            return (parts[0], parts[1], i + length - 1);
        }

        return text.Language.Units.At(text.Tokens, i, out var unit) is > 0 and var words && unit is "week" or "month" or "quarter" or "year"
            ? ("unit", unit, i + words - 1)
            : null;
    }

    private static DateMention? DateAt(ReadText text, int first)
    {
        for (var i = 0; i < text.Dates.Count; i++)
        {
            if (text.Dates[i].First == first)
            {
                return text.Dates[i];
            }
        }

        return null;
    }

    // "Q2", "T2", "2T", "the second quarter", "2. Quartal"
    private static (int Number, int Last)? Quarter(ReadText text, int i)
    {
        if (text.Tokens[i].Text is ['q' or 't', >= '1' and <= '4' and var behind])
        {
            return (behind - '0', i);
        }

        if (text.Tokens[i].Text is [>= '1' and <= '4' and var ahead, 't' or 'q'])
        {
            return (ahead - '0', i);
        }

        var isNumber = text.Language.Ordinals.At(text.Tokens, i, out var ordinal) > 0;
        var number = isNumber ? int.Parse(ordinal, CultureInfo.InvariantCulture)
            : text.Tokens[i].Text is [>= '1' and <= '4' and var digit] && text.Tokens[i].End < text.Text.Length
                && text.Text[text.Tokens[i].End] == '.' ? digit - '0'
            : 0;
        return number > 0 && i + 1 < text.Tokens.Count && text.Language.Units.At(text.Tokens, i + 1, out var unit) > 0 && unit == "quarter"
            ? (number, i + 1)
            : null;
    }

    private static int Direction(ReadText text, int first, int last) =>
        Near(text, text.Language.Directions, first, last, Beside, Beside) is { Length: > 0 } direction
            ? int.Parse(direction, CultureInfo.InvariantCulture)
            : 0;

    // "Not before May" is from May on.
    private static string Bound(ReadText text, int first, int last)
    {
        var bound = Near(text, text.Language.Bounds, first, last, Before, 0, out var place);
        return bound.Length == 0 ? Near(text, text.Language.BoundsBehind, first, last, 0, Beside, out _)
            : text.Polarities[place] != Polarity.Negative ? bound
            : bound == "until" ? "from" : "until";
    }

    private static string Near(ReadText text, PhraseMap words, int first, int last, int before, int behind) =>
        Near(text, words, first, last, before, behind, out _);

    // What a word beside the time means; the nearest one counts.
    private static string Near(ReadText text, PhraseMap words, int first, int last, int before, int behind, out int place)
    {
        for (place = first - 1; place >= 0 && place >= first - before && text.Tokens[place].Clause == text.Tokens[first].Clause; place--)
        {
            if (words.At(text.Tokens, place, out var meaning) > 0)
            {
                return meaning;
            }
        }

        for (place = last + 1; place < text.Tokens.Count && place <= last + behind
            && text.Tokens[place].Clause == text.Tokens[last].Clause; place++)
        {
            if (words.At(text.Tokens, place, out var meaning) > 0)
            {
                return meaning;
            }
        }

        return "";
    }
}
