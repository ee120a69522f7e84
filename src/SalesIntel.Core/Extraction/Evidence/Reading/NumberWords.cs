namespace SalesIntel.Extraction;

/// <summary>Reads a number that is written in words.</summary>
internal static class NumberWords
{
    private const double Hundred = 100;
    private const double Thousand = 1_000;

    /// <summary>The number that begins with a token; null when none does.</summary>
    public static NumberReading? At(TokenList tokens, int index, LanguageWords language)
    {
        // "a quarter of a million"
        if (ShareReader.IsQuarter(tokens[index].Text) && OfScale(tokens, index, language) is var (part, behind))
        {
            return new NumberReading([0.25 * part], behind - index, false, part);
        }

        if (Value(tokens[index].Text, language) is not { } first)
        {
            return null;
        }

        // "half a million"
        if (first == 0.5
            && Scale(tokens, AnyLanguage.One.Contains(At(tokens, index + 1)) ? index + 2 : index + 1, language) is var (half, end))
        {
            return new NumberReading([0.5 * half], end - index, false, half);
        }

        var (total, current, scale, big, i) = (0.0, first, 1.0, 0.0, index + 1);
        if (first >= Thousand)
        {
            (total, current, scale, big) = (first, 0, first, first);
        }
        else if (first == Hundred)
        {
            scale = Hundred;
        }

        // "Between fifteen thousand and twenty-five" are two.
        var isLow = index > 0 && AnyLanguage.Between.Contains(tokens[index - 1].Text);
        while (i < tokens.Count && !(isLow && scale >= Thousand && AnyLanguage.And.Contains(tokens[i].Text)) && Next(tokens, i, language, total, current, scale) is var (value, at))
        {
            if (value >= Thousand)
            {
                // "a million two hundred thousand", but "two hundred thousand million".
                total = big > 0 && value > big ? (total + current) * value : total + (Math.Max(current, total > 0 ? 0 : 1) * value);
                (current, scale, big) = (0, value, value);
            }
            else if (value == Hundred)
            {
                (current, scale) = (Math.Max(current, 1) * Hundred, Hundred);
            }
            else
            {
                current = value == 20 && current % Hundred == 4 ? current - 4 + 80 : current + value;
                scale = 1;
            }

            i = at;
        }

        var whole = total + current;
        if (At(tokens, i) == "k" && whole < Thousand)
        {
            return new NumberReading([whole * Thousand], i + 1 - index, false, Thousand);
        }

        if (IsHalf(tokens, i, out var after))
        {
            var unit = scale >= Thousand ? scale : 1;
            return Scale(tokens, after, language) is var (then, stop)
                ? new NumberReading([(whole + 0.5) * then], stop - index, false, then)
                : new NumberReading([whole + (0.5 * unit)], after - index, false, scale);
        }

        return Decimals(tokens, i, language, whole, index) ?? new NumberReading([whole], i - index, false, scale >= Hundred ? scale : 1);
    }

    // What may follow: a scale, a part that has its place free, each perhaps after "and".
    private static (double Value, int End)? Next(
        TokenList tokens, int index, LanguageWords language, double total, double current, double scale)
    {
        var i = AnyLanguage.And.Contains(tokens[index].Text) ? index + 1 : index;
        if (i >= tokens.Count || tokens[i].Clause != tokens[index - 1].Clause || Value(tokens[i].Text, language) is not { } value
            || value is 0 or 0.5)
        {
            return null;
        }

        var isJoined = i > index;
        var rest = current % Hundred;
        var isFrench = language.Code == "fr";
        var fits = value > Hundred && value < Thousand ? total > 0 && current == 0
            : value >= Thousand ? !isJoined && (current > 0 || total > 0) && value != scale
            : value == Hundred ? !isJoined && current is > 0 and < Hundred
            : rest == 0 && (current >= Hundred || (total > 0 && current == 0)) ? value < Hundred
            : rest % 10 == 0 && rest >= 20 ? value < 10 || (rest is 60 or 80 && value < 20)
            : isFrench && ((value == 20 && rest == 4) || (rest == 10 && value is >= 7 and < 10) || (rest is 70 or 90
                && value is >= 7 and < 10));
        return fits ? (value, i + 1) : null;
    }

    private static (double Scale, int End)? OfScale(TokenList tokens, int index, LanguageWords language)
    {
        var at = index + 1;
        at += AnyLanguage.Of.Contains(At(tokens, at)) ? 1 : 0;
        at += AnyLanguage.One.Contains(At(tokens, at)) ? 1 : 0;
        return Scale(tokens, at, language) is (>= Thousand, _) and var scale ? scale : null;
    }

    private static (double Scale, int End)? Scale(TokenList tokens, int index, LanguageWords language) =>
        Value(At(tokens, index), language) is >= Hundred and var scale ? (scale, index + 1) : null;

    // "six and a half", "deux et demi"
    private static bool IsHalf(TokenList tokens, int index, out int after)
    {
        after = index + 1;
        if (!AnyLanguage.And.Contains(At(tokens, index)))
        {
            return false;
        }

        after += AnyLanguage.One.Contains(At(tokens, index + 1)) ? 1 : 0;
        return AnyLanguage.Half.Contains(At(tokens, after++));
    }

    // "four point two", "vier Komma fünf"
    private static NumberReading? Decimals(TokenList tokens, int index, LanguageWords language, double whole, int start)
    {
        if (!AnyLanguage.DecimalPoints.Contains(At(tokens, index)))
        {
            return null;
        }

        var (fraction, place, i) = (0.0, 0.1, index + 1);
        while (Value(At(tokens, i), language) is { } digit and < 10)
        {
            (fraction, place, i) = (fraction + (digit * place), place / 10, i + 1);
        }

        if (i == index + 1)
        {
            return null;
        }

        return Scale(tokens, i, language) is var (scale, end)
            ? new NumberReading([(whole + fraction) * scale], end - start, false, scale)
            : new NumberReading([whole + fraction], i - start, false, 1);
    }

    private static string At(TokenList tokens, int index) => index < tokens.Count ? tokens[index].Text : "";

    private static double? Value(string word, LanguageWords language) =>
        word.Length == 0 ? null
        : language.Numbers.TryGetValue(word, out var value) ? value
        : language.Code == "de" ? GermanNumber.Of(word, language)
        : null;
}
