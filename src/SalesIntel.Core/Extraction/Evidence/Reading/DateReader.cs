namespace SalesIntel.Extraction;

/// <summary>Finds the dates that a text names: "Tuesday the 24th of November", "14. Januar 2027", "2027-01-14", "in March".</summary>
internal static class DateReader
{
    private const int Reach = 3;

    /// <summary>The dates in their order.</summary>
    public static IReadOnlyList<DateMention> Read(string text, TokenList tokens, IReadOnlyList<Quantity> quantities,
        LanguageWords language)
    {
        var found = new List<DateMention>();
        for (var i = 0; i < tokens.Count; i++)
        {
            var mention = Iso(text, tokens, i) ?? OfMonth(tokens, i, quantities, language) ?? OfWeekday(tokens, i, language);
            if (mention is not null)
            {
                found.Add(mention);
                i = Math.Max(i, mention.Last);
            }
        }

        return found;
    }

    // 2027-01-14; 14.01.2027 and 14/01/2027, whose parts have no order for sure, are numbers.
    private static DateMention? Iso(string text, TokenList tokens, int i) =>
        i + 2 < tokens.Count && tokens[i].Text.Length == 4 && tokens[i + 2].End - tokens[i].Start == 10
        && DateOnly.TryParseExact(
            text.AsSpan(tokens[i].Start, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? new DateMention(date.Day, date.Month, date.Year, null, i, i + 2)
            : null;

    private static DateMention? OfMonth(TokenList tokens, int i, IReadOnlyList<Quantity> quantities, LanguageWords language)
    {
        if (!language.Months.TryGetValue(tokens[i].Text, out var month) || !IsMonth(tokens, i, quantities))
        {
            return null;
        }

        var (day, first) = Before(quantities, i);
        var last = i;
        if (day is null && Behind(quantities, i, 1) is { } after && IsDay(after.Values[0]))
        {
            (day, last) = ((int)after.Values[0], after.Last);
        }

        int? year = null;
        if (Behind(quantities, last, 2) is { } number && number.Values.FirstOrDefault(IsYear) is > 0 and var said)
        {
            (year, last) = ((int)said, number.Last);
        }

        return new DateMention(day, month, year, null, first, last);
    }

    // "may" and "march" are verbs too, "mar" and "mars" other words: they must be written like a name, or have a day beside them or a word
    // before them that tells a month ("in may", "en mars", "fin mai").
    private static bool IsMonth(TokenList tokens, int i, IReadOnlyList<Quantity> quantities) =>
        !AnyLanguage.MonthOrWord.Contains(tokens[i].Text) || (i > 0 && AnyLanguage.BeforeMonths.Contains(tokens[i - 1].Text))
        || (tokens[i].IsCapital && !tokens[i].IsFirst) || Before(quantities, i).Day is not null || Behind(quantities, i, 1) is not null;

    private static (int? Day, int First) Before(IReadOnlyList<Quantity> quantities, int month)
    {
        var number = quantities.LastOrDefault(quantity => quantity.Last < month && month - quantity.Last <= Reach
            && IsDay(quantity.Values[0])
            && quantity.Unit.Length == 0);
        return number is null ? (null, month) : ((int)number.Values[0], number.First);
    }

    private static Quantity? Behind(IReadOnlyList<Quantity> quantities, int index, int reach) =>
        quantities.FirstOrDefault(quantity => quantity.First > index && quantity.First - index <= reach);

    private static DateMention? OfWeekday(TokenList tokens, int i, LanguageWords language) =>
        language.Days.At(tokens, i, out var day) is > 0 and var length && (tokens[i].Text.Length > 3 || tokens[i].IsCapital)
            ? new DateMention(null, null, null, int.Parse(day, CultureInfo.InvariantCulture), i, i + length - 1)
            : null;

    private static bool IsDay(double value) => value is >= 1 and <= 31 && value % 1 == 0;

    private static bool IsYear(double value) => value is >= 1990 and <= 2100;
}
