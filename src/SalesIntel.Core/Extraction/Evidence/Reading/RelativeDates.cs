namespace SalesIntel.Extraction;

/// <summary>Days that a text names from the day on which it is said: "tomorrow", "in two weeks", "next Tuesday".</summary>
internal static class RelativeDates
{
    /// <summary>The phrases with the unit and the count of units from today on.</summary>
    public static IEnumerable<(int First, int Last, string Unit, int Count)> In(ReadText text)
    {
        for (var i = 0; i < text.Tokens.Count; i++)
        {
            if (text.Language.Relative.At(text.Tokens, i, out var meaning) is > 0 and var length)
            {
                var parts = meaning.Split(' ');
                yield return (i, i + length - 1, parts[0], int.Parse(parts[1], CultureInfo.InvariantCulture));
                i += length - 1;
            }
            else if (AnyLanguage.Ahead.At(text.Tokens, i) is > 0 and var ahead
                && text.Quantities.FirstOrDefault(quantity => quantity.First == i + ahead) is { } quantity
                && quantity.Values[0] is >= 1 and <= 400 and var count && count % 1 == 0
                && quantity.Last + 1 < text.Tokens.Count
                && text.Language.Units.At(text.Tokens, quantity.Last + 1, out var unit) is > 0 and var words
                && unit is "day" or "week" or "month" or "year")
            {
                yield return (i, quantity.Last + words, unit, (int)count);
            }
        }
    }

    /// <summary>The days that a word names, e.g. 1 for "tomorrow": without those that are counted in days.</summary>
    public static IEnumerable<int> Named(ReadText text) => In(text)
        .Where(phrase => phrase is { Unit: "day", Count: not 0 } && AnyLanguage.Ahead.At(text.Tokens, phrase.First) == 0)
        .Select(phrase => phrase.Count);

    /// <summary>The text with the day that each of its phrases means behind it: <c>Quote by tomorrow (tomorrow: 2026-11-20)</c>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="today">The day on which it was said; null when unknown.</param>
    /// <param name="isPlan">True for what is to be done: then "today" is no "nowadays", "on Tuesday" the next one and "the end of the week" a day.</param>
    public static string WithDays(ReadText text, DateOnly? today, bool isPlan = false)
    {
        if (today is not { } from || text.Dates.Any(date => date.Day is not null))
        {
            return text.Text;
        }

        List<(string Phrase, DateOnly Day)> found = [];
        foreach (var (first, last, unit, count) in In(text))
        {
            // "Payment within thirty days" names no day.
            if (count > 0 && (unit == "day" || (unit == "week" && last > first + 1)) && !text.Tokens.Any(token => AnyLanguage.Terms.Contains(token.Text)))
            {
                found.Add((Phrase(text, first, last), from.AddDays(unit == "day" ? count : 7 * count)));
            }
        }

        if (isPlan)
        {
            found.AddRange(Ends(text, from));
        }

        foreach (var date in text.Dates.Where(date => date is { Weekday: not null, Month: null } && (IsAhead(text, date) || (isPlan && IsOne(text, date)))))
        {
            found.Add((Phrase(text, date.First, date.Last), from.AddDays(((date.Weekday!.Value - DateMention.WeekdayOf(from) + 6) % 7) + 1)));
        }

        // "A week from today" names another day.
        if (isPlan && found.Count == 0)
        {
            found.AddRange(In(text).Where(phrase => phrase is { Unit: "day", Count: 0 }).Select(phrase => (Phrase(text, phrase.First, phrase.Last), from)));
        }

        var known = found.DistinctBy(one => one.Day).ToArray();
        return known.Length is 0 or > 3
            ? text.Text
            : $"{text.Text} ({string.Join(", ", known.Select(one => $"{one.Phrase}: {one.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}"))})";
    }

    // "By the end of the week", "tonight".
    private static IEnumerable<(string Phrase, DateOnly Day)> Ends(ReadText text, DateOnly from)
    {
        for (var i = 0; i < text.Tokens.Count; i++)
        {
            if (text.Language.Due.At(text.Tokens, i, out var meaning) is > 0 and var length)
            {
                var parts = meaning.Split(' ');
                var end = EndOf(parts[0], int.Parse(parts[1], CultureInfo.InvariantCulture), from);
                if (end >= from)
                {
                    yield return (Phrase(text, i, i + length - 1), end);
                }

                i += length - 1;
            }
        }
    }

    // People work until Friday; at the weekend nobody knows which week ends.
    private static DateOnly EndOf(string unit, int count, DateOnly from) => unit switch
    {
        "day" => from.AddDays(count),
        "week" => from.AddDays(5 - DateMention.WeekdayOf(from) + (7 * count)),
        "month" => new DateOnly(from.Year, from.Month, 1).AddMonths(count + 1).AddDays(-1),
        "quarter" => new DateOnly(from.Year, (3 * ((from.Month - 1) / 3)) + 1, 1).AddMonths(3 * (count + 1)).AddDays(-1),
        _ => new DateOnly(from.Year + count, 12, 31),
    };

    // "Last Tuesday" and "every Tuesday" are not the next one, and "on Tuesday" may be any.
    private static bool IsAhead(ReadText text, DateMention date) =>
        (date.First > 0 && AnyLanguage.Coming.Contains(text.Tokens[date.First - 1].Text))
        || (date.Last + 1 < text.Tokens.Count && AnyLanguage.Coming.Contains(text.Tokens[date.Last + 1].Text));

    // What is to be done on a weekday is done on the next one, where neither is said that it was nor that it is each.
    private static bool IsOne(ReadText text, DateMention date) =>
        !text.Times.Any(time => time is { Kind: "weekday", Direction: < 0 })
        && !(date.First > 0 && text.Language.Universals.Contains(text.Tokens[date.First - 1].Text));

    private static string Phrase(ReadText text, int first, int last) => text.Text[text.Tokens[first].Start..text.Tokens[last].End];
}
