namespace SalesIntel.Extraction;

/// <summary>Finds the numbers of a text, in digits and in words of its language: "30k", "19,5 %", "four hundred and thirty thousand",
/// "einundzwanzig", "quatre-vingt-dix".</summary>
internal static class NumberReader
{
    private const int UnitDistance = 4;

    private static readonly FrozenDictionary<string, string> Symbols = new Dictionary<string, string>
    {
        ["$"] = "USD", ["€"] = "EUR", ["£"] = "GBP", ["¥"] = "JPY", ["%"] = "%",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The numbers in their order.</summary>
    public static IReadOnlyList<Quantity> Read(string text, TokenList tokens, LanguageWords language)
    {
        var found = new List<Quantity>();
        for (var i = 0; i < tokens.Count;)
        {
            var reading = NumberLiteral.At(text, tokens, i, language) ?? NumberWords.At(tokens, i, language);
            if (reading is not { } number)
            {
                if (language.NumberPhrases.At(tokens, i, out var implied) is > 0 and var length)
                {
                    var value = double.Parse(implied, System.Globalization.CultureInfo.InvariantCulture);
                    found.Add(new Quantity([value], UnitOf(text, tokens, i, i + length - 1, language),
                        NounBehind(tokens, i + length - 1, language), i, i + length - 1, false, 1) { IsImplied = true });
                    i += length;
                    continue;
                }

                i++;
                continue;
            }

            var last = i + number.Length - 1;
            found.Add(new Quantity(
                number.Values, UnitOf(text, tokens, i, last, language), NounBehind(tokens, last, language), i, last, number.IsLiteral,
                number.Scale));
            i += number.Length;
        }

        return Combine(found, tokens);
    }

    // "two to three hundred", "20-25k": the scale belongs to both. "twenty twenty-seven" is a year, "twenty-one six" 21.6 thousand.
    private static List<Quantity> Combine(List<Quantity> found, TokenList tokens)
    {
        var all = new List<Quantity>(found);
        for (var i = 0; i + 1 < found.Count; i++)
        {
            var (left, right) = (found[i], found[i + 1]);
            var between = right.First - left.Last - 1;
            var joined = between == 0 || (between == 1 && IsJoint(tokens[left.Last + 1].Text));
            if (joined && right.Scale > 1 && left.Scale == 1)
            {
                all[i] = left with { Values = [.. left.Values, left.Values[0] * right.Scale],
                    Unit = left.Unit.Length > 0 ? left.Unit : right.Unit };
            }
            else if (joined && left.Unit.Length == 0 && right.Unit.Length > 0 && !(between == 0 && right.IsWeak))
            {
                all[i] = left with { Unit = right.Unit };
            }

            if (between == 0 && tokens[left.Last].Clause == tokens[right.First].Clause && left.Values[0] is >= 10 and < 100 && right.Values[0] is >= 1 and < 100 && !left.IsLiteral
                && !right.IsLiteral)
            {
                all.Add(right with { Values = [(left.Values[0] * 100) + right.Values[0]], First = left.First });
            }
        }

        return all;
    }

    private static bool IsJoint(string word) => AnyLanguage.Range.Contains(word) || AnyLanguage.And.Contains(word);

    private static string UnitOf(string text, TokenList tokens, int first, int last, LanguageWords language)
    {
        var before = tokens[first].Start;
        while (before > 0 && text[before - 1] is ' ' or '\u00A0')
        {
            before--;
        }

        if (before > 0 && Symbols.TryGetValue(text[before - 1].ToString(), out var leading))
        {
            return before > 1 && text[before - 1] == '$' && text[before - 2] is 'R' or 'r' ? "BRL" : leading;
        }

        var after = tokens[last].End;
        while (after < text.Length && text[after] is ' ' or '\u00A0')
        {
            after++;
        }

        if (after < text.Length && Symbols.TryGetValue(text[after].ToString(), out var trailing))
        {
            return trailing;
        }

        for (var i = last + 1; i < tokens.Count && i <= last + UnitDistance && tokens[i].Clause == tokens[last].Clause; i++)
        {
            if (language.Units.At(tokens, i, out var unit) > 0)
            {
                return unit;
            }

            if (tokens[i].HasDigit || language.Numbers.ContainsKey(tokens[i].Text))
            {
                return "";
            }
        }

        return first > 0 && language.Units.At(tokens, first - 1, out var ahead) > 0 && ahead.Length == 3
            && char.IsUpper(ahead[0]) ? ahead : "";
    }

    private static string NounBehind(TokenList tokens, int last, LanguageWords language)
    {
        for (var i = last + 1; i < tokens.Count && i <= last + 2 && tokens[i].Clause == tokens[last].Clause; i++)
        {
            if (!language.Stop.Contains(tokens[i].Text) && !tokens[i].HasDigit && !language.Numbers.ContainsKey(tokens[i].Text))
            {
                return tokens[i].Text;
            }
        }

        return "";
    }
}
