namespace SalesIntel.Extraction;

/// <summary>Each number, amount and date of a claim stands in its passage: "nineteen" is 19, "30k" 30,000.</summary>
internal static class NumberCheck
{
    private const int NounDistance = 2;

    /// <summary>True when the claim has no number of its own, and gives none to something else.</summary>
    public static bool Holds(ReadText claim, Passage passage) => Of(claim, passage) == Agreement.Agrees;

    /// <summary>Whether the numbers are the passage's; open where the quote has a number, and words alone do not tell of what.</summary>
    public static Agreement Of(ReadText claim, Passage passage)
    {
        var (claimed, codes) = claim.Claimed;
        return claimed.Length + codes.Length + claim.Dates.Count > 0 ? Of(claim, claimed, codes, passage)
            : HalvesOther(claim, passage) ? Agreement.Open
            : Agreement.Agrees;
    }

    /// <summary>True when the claim has a number more often than the passage: then one of them stands in another one's place.</summary>
    public static bool Repeats(ReadText claim, Passage passage)
    {
        var ours = claim.Quantities.Where(quantity => !quantity.IsWeak).ToArray();
        var theirs = passage.Around.SelectMany(text => text.Quantities).ToArray();
        return ours.Any(quantity => ours.Count(quantity.HasValueOf) is > 1 and var times && theirs.Count(quantity.HasValueOf) < times);
    }

    private static Agreement Of(ReadText claim, Quantity[] claimed, Token[] codes, Passage passage)
    {
        var said = passage.Quantities;
        if (!claim.Dates.All(date => passage.Dates.Mean(date) || IsSaidApart(date, said, passage))
            || !Array.TrueForAll(codes, code => IsPeriod(code) || IsCode(code, passage, said)))
        {
            return Agreement.Differs;
        }

        var isOpen = HasOtherPeriod(claim, passage) || HalvesOther(claim, passage) || claim.Dates.Any(date => IsNoSuchDay(date, claim.Dates));
        foreach (var quantity in claimed)
        {
            if (quantity.Values.Any(IsYear)
                && quantity.Values.Any(year => passage.Dates.Mean(new DateMention(null, null, (int)year, null, 0, 0))))
            {
                continue;
            }

            var agreement = Of(claim, quantity, said, passage);
            if (agreement == Agreement.Differs)
            {
                return Agreement.Differs;
            }

            isOpen |= agreement == Agreement.Open;
        }

        return isOpen ? Agreement.Open : Agreement.Agrees;
    }

    private static Agreement Of(ReadText claim, Quantity quantity, IReadOnlyList<Quantity> said, Passage passage)
    {
        var same = said.Where(quantity.HasValueOf).ToArray();
        var isLiteral = quantity.Unit != "%" || passage.Quote.Shares.Count == 0;
        return !same.Any(one => HasUnitOf(quantity, one) && (isLiteral || one.Unit == "%")) ? IsShare(claim, quantity, passage.Quote) ? Agreement.Agrees
                : same.Length == 0 && IsShortened(quantity, passage.Quote) ? Agreement.Open
                : Agreement.Differs
            : IsOfAnother(quantity, same, said) ? (passage.Quote.Quantities.Any(quantity.HasValueOf) ? Agreement.Open : Agreement.Differs)
            : CountsOther(claim, quantity, passage.Quote) || HasOtherNoun(quantity, same, passage) || IsBesideOwn(quantity, passage)
                ? Agreement.Open
            : Agreement.Agrees;
    }

    // "Nine Mondays" of "nine people every Monday": what it is said to count stands elsewhere.
    // "Version seven was approved" counts nothing.
    private static bool CountsOther(ReadText claim, Quantity quantity, ReadText quote)
    {
        Quantity[] same = [.. quote.Quantities.Where(quantity.HasValueOf)];
        return same.Length > 0 && quantity.Noun.Length >= 4
            && quantity.Last + 1 < claim.Tokens.Count && claim.Tokens[quantity.Last + 1].Text == quantity.Noun
            && quote.PlacesOf(quantity.Noun).ToArray() is { Length: > 0 } places
            && !same.Any(one => places.Any(place => place > one.Last && place <= one.Last + NounDistance));
    }

    // "Between fifteen thousand and twenty-five": people say the scale once.
    private static bool IsShortened(Quantity quantity, ReadText quote) => quote.Quantities.Any(one => one.Scale == 1 && !one.IsWeak
        && quote.Quantities.Any(other => other.Scale > 1
            && quantity.Values.Any(value => one.Values.Any(said => Math.Abs((said * other.Scale) - value) < 1e-6 * value))));

    // "So fifty thousand?" "The trial is twenty": where the speaker answers with a number of his own, one that was asked for is not his.
    private static bool IsBesideOwn(Quantity quantity, Passage passage) => passage.Quote.Counted.Count > 0 && passage.Around.Count > 1
        && !passage.Quote.Quantities.Any(quantity.HasValueOf)
        && passage.Around.Where(text => text.Quantities.Any(quantity.HasValueOf)).All(text => text != passage.Around[0] && text.Text.Contains('?'));

    // "Half a week" of "one and a half weeks": small words need no proof but where they measure what is measured otherwise.
    private static bool HalvesOther(ReadText claim, Passage passage) => claim.Quantities.Any(half =>
        half is { IsWeak: true, IsImplied: false, Unit.Length: > 0 } && half.Values[0] is 0.25 or 0.5
        && passage.Quote.Quantities.Any(one => one.Unit == half.Unit) && !passage.Quantities.Any(half.HasValueOf));

    // "17 francs" of "17 euros": what nobody said stands in the unit's place.
    private static bool HasOtherNoun(Quantity quantity, Quantity[] same, Passage passage) => quantity is { Unit.Length: 0, Noun.Length: > 0 }
        && same.All(one => one.Unit.Length > 0) && !passage.Has(quantity.Noun);

    // "A month" where nobody said how often but by the year.
    private static bool HasOtherPeriod(ReadText claim, Passage passage)
    {
        var periods = claim.TimeUnits;
        if (periods.Count == 0)
        {
            return false;
        }

        // "Two days a week" is not two days a month where somebody asks by the month.
        if (passage.Quote.TimeUnits.Count > 0 && claim.Counted.Count > 0 && claim.Counted.All(number => passage.Quote.Counted.Any(number.HasValueOf))
            && periods.Any(period => !passage.Quote.TimeUnits.Contains(period)))
        {
            return true;
        }

        string[] said = [.. passage.Around.Prepend(passage.Quote).SelectMany(text => text.TimeUnits)];
        return said.Length > 0 && periods.Any(period => !said.Contains(period, StringComparer.Ordinal));
    }

    // A third is 33 %, one in forty 2.5 %, and the other way, in one and the same quote.
    private static bool IsShare(ReadText claim, Quantity quantity, ReadText quote) => quantity.Unit == "%"
        ? quote.Shares.Any(share => quantity.Values.Any(value => ShareReader.Is(value, share.Percent)))
        : claim.Shares.FirstOrDefault(share => quantity.First >= share.First && quantity.Last <= share.Last) is (> 0, _, _) part
            && quote.Quantities.Any(one => one.Unit == "%" && one.Values.Any(value => ShareReader.Is(value, part.Percent)));

    private static bool HasUnitOf(Quantity claimed, Quantity said)
    {
        if (claimed.Unit.Length == 0 || claimed.Unit == said.Unit)
        {
            return true;
        }

        // "19 days" for "nineteen rounds": something else is counted.
        if (said.Unit.Length == 0)
        {
            return !ClaimedNumbers.IsTimeUnit(claimed.Unit) || said.Noun.Length == 0 || Stems.AreSame(claimed.Noun, said.Noun);
        }

        // "forty thousand a year": the amount's unit and the period's.
        return claimed.Unit != "%" && said.Unit != "%" && ClaimedNumbers.IsTimeUnit(claimed.Unit) != ClaimedNumbers.IsTimeUnit(said.Unit);
    }

    // "6 days and 19 rounds" of "19 days and six rounds": what is counted is said of another number.
    private static bool IsOfAnother(Quantity claimed, Quantity[] same, IReadOnlyList<Quantity> said)
    {
        // "$19 per seat" counts no seats.
        if (claimed.Noun.Length < 4 || claimed.Unit == "%" || (claimed.Unit.Length == 3 && char.IsUpper(claimed.Unit[0])))
        {
            return false;
        }

        return same.All(one => one.Noun.Length > 0 && !Stems.AreSame(one.Noun, claimed.Noun))
            && said.Any(one => !claimed.HasValueOf(one) && one.Noun.Length > 0 && Stems.AreSame(one.Noun, claimed.Noun));
    }

    // "Monday (2026-11-03)", which is a Tuesday: both may be said, of two things.
    private static bool IsNoSuchDay(DateMention date, IReadOnlyList<DateMention> dates) => date.ItsWeekday is { } its
        && ((date.Weekday ?? its) != its
            || dates.Any(other => other is { Weekday: { } named, Day: null } && other.Last + 1 == date.First && named != its));

    // "The fourteenth" beside "January".
    private static bool IsSaidApart(DateMention date, IReadOnlyList<Quantity> said, Passage passage)
    {
        var months = passage.Around.Prepend(passage.Quote).SelectMany(text => text.Dates).ToArray();
        var hasMonth = date.Month is not { } month || months.Any(one => one.Month == month);
        var hasDay = date.Day is not { } day || said.Any(one => one.Values.Contains(day) && one.Unit.Length == 0
            && months.All(other => other.Day != day || other.Month is null || other.Month == date.Month));
        var hasYear = date.Year is not { } year || said.Any(one => one.Values.Contains(year));
        var hasWeekday = date.Weekday is not { } weekday || months.Any(one => one.Weekday == weekday);
        return hasMonth && hasDay && hasYear && hasWeekday;
    }

    private static bool IsYear(double value) => value is >= 1990 and <= 2100 && value % 1 == 0;

    // "Q3" is a time, and times are checked as such.
    private static bool IsPeriod(Token code) =>
        code.Text is ['q' or 't', >= '1' and <= '4'] or [>= '1' and <= '4', 't' or 'q'];

    private static bool IsCode(Token code, Passage passage, IReadOnlyList<Quantity> said)
    {
        if (passage.HasToken(token => token.Text == code.Text))
        {
            return true;
        }

        var digits = string.Concat(code.Text.Where(char.IsAsciiDigit));
        var letters = string.Concat(code.Text.Where(char.IsLetter));
        return double.TryParse(digits, System.Globalization.CultureInfo.InvariantCulture, out var number)
            && said.Any(quantity => quantity.Values.Contains(number))
            && (passage.HasToken(token => token.Text == letters || token.Text == AnyLanguage.CodeLetters.GetValueOrDefault(letters))
                || passage.HasToken(token => token.Text.StartsWith(letters, StringComparison.Ordinal) && letters.Length > 1));
    }
}
