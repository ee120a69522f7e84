namespace SalesIntel.Extraction;

/// <summary>Reads a number that is written in digits, with the grouping, decimals and scales of different countries.</summary>
internal static partial class NumberLiteral
{
    /// <summary>The number that begins with a token; null when none does.</summary>
    public static NumberReading? At(string text, TokenList tokens, int index, LanguageWords language)
    {
        var token = tokens[index];
        if (!char.IsAsciiDigit(text[token.Start]) || (token.Start > 0 && char.IsLetter(text[token.Start - 1])))
        {
            return null;
        }

        var written = text.AsSpan(token.Start, Math.Min(40, text.Length - token.Start));
        var matches = Digits().EnumerateMatches(written);
        written = matches.MoveNext() ? written[..matches.Current.Length] : [];
        var length = 1;
        while (index + length < tokens.Count && tokens[index + length].Start < token.Start + written.Length)
        {
            length++;
        }

        var values = Values(written.ToString());
        var tail = tokens[index + length - 1].Text.AsSpan().TrimStart("0123456789").ToString();
        var scale = AnyLanguage.Scales.GetValueOrDefault(tail, AnyLanguage.ScalesAtDigits.GetValueOrDefault(tail, 1));
        if (tail.Length > 0 && scale == 1 && !AnyLanguage.DigitEndings.Contains(tail))
        {
            // "365e3", "2fa": a name with digits, not a number.
            return null;
        }

        if (scale == 1 && index + length < tokens.Count && tokens[index + length] is var next && next.Clause == tokens[index].Clause)
        {
            var word = AnyLanguage.Scales.TryGetValue(next.Text, out var apart) ? apart : language.Numbers.GetValueOrDefault(next.Text);
            if (word >= 100)
            {
                (scale, length) = (word, length + 1);
            }
        }

        // "6 and a half" is rare, "1.5 million" is not.
        for (var i = 0; i < values.Length; i++)
        {
            values[i] *= scale;
        }

        return new NumberReading(values, length, true, scale);
    }

    private static double[] Values(string digits)
    {
        var plain = digits.Replace('\u00A0', ' ').Replace('\u202F', ' ').Replace('’', '\'');
        var last = plain.LastIndexOfAny(['.', ',']);
        var grouped = string.Concat(plain.Where(char.IsAsciiDigit));
        if (last < 0)
        {
            return [Number(grouped)];
        }

        var isGroup = plain.Length - last - 1 == 3;
        var separators = plain.Count(c => c is '.' or ',' or ' ' or '\'');
        var isMixed = plain.Count(c => c == plain[last]) == 1 && separators > 1;
        var fraction = Number(string.Concat(plain[..last].Where(char.IsAsciiDigit)) + "." + plain[(last + 1)..]);
        return isMixed ? [fraction]
            : isGroup && separators == 1 ? [Number(grouped), fraction]
            : isGroup ? [Number(grouped)]
            : [fraction];
    }

    private static double Number(string digits) => double.Parse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\G(?:[0-9]{1,3}(?:[.,'’\u00A0\u202F ][0-9]{3})+(?![0-9])(?:[.,][0-9]{1,2}(?![0-9]))?|[0-9]{1,18}(?:[.,][0-9]{1,4}(?![0-9.,]?[0-9]))?)",
        RegexOptions.CultureInvariant)]
    private static partial Regex Digits();
}
