namespace SalesIntel.Extraction;

/// <summary>Splits a text into the words that the phrases of rules are made of: numbers as one word with their separators, currency signs
/// and
/// percent signs as words, English short forms in full, French elisions taken apart. Linear in the text's length.</summary>
internal static class SpokenWords
{
    // The longest run of letters that is looked at as one word; a longer one is no word of any phrase.
    private const int LongestWord = 60;

    private static readonly IReadOnlyDictionary<string, IReadOnlyList<string>> Sections =
        DataFile.Sections("Extraction.Cues.Data.short-forms.txt");

    private static readonly FrozenDictionary<string, string> Endings =
        DataFile.Pairs(Sections["endings"]).ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string[]> Whole =
        DataFile.Pairs(Sections["short forms"]).ToFrozenDictionary(pair => pair.Key, pair => pair.Value.Split(' '), StringComparer.Ordinal);

    private static readonly FrozenSet<string> Subjects = Sections["subjects"].SelectMany(line => line.Split(' '))
        .ToFrozenSet(StringComparer.Ordinal);

    private static readonly string[] OrdinalEndings = [.. Sections["ordinal endings"].SelectMany(line => line.Split(' '))];

    public static List<SpokenWord> Split(string text)
    {
        var words = new List<SpokenWord>(text.Length / 5);
        for (var i = 0; i < text.Length;)
        {
            var c = text[i];
            if (char.IsAsciiDigit(c))
            {
                i = AddNumber(words, text, i);
            }
            else if (char.IsLetter(c))
            {
                i = AddWord(words, text, i);
            }
            else
            {
                AddSign(words, c, i++);
            }
        }

        return words;
    }

    // "12,000", "1.5", "30k", "2nd", "14.000,50".
    private static int AddNumber(List<SpokenWord> words, string text, int start)
    {
        var end = start + 1;
        while (end < text.Length
            && (char.IsAsciiLetterOrDigit(text[end])
                || (text[end] is '.' or ',' or '\'' && end + 1 < text.Length && char.IsAsciiDigit(text[end + 1])
                    && char.IsAsciiDigit(text[end - 1]))))
        {
            end++;
        }

        words.Add(new SpokenWord(Fold(text, start, end), start, end, false, !IsOrdinal(text.AsSpan(start, end - start))));
        return end;
    }

    private static bool IsOrdinal(ReadOnlySpan<char> word)
    {
        foreach (var ending in OrdinalEndings)
        {
            if (word.Length > ending.Length && word.EndsWith(ending, StringComparison.Ordinal)
                && char.IsAsciiDigit(word[^(ending.Length + 1)]))
            {
                return true;
            }
        }

        return false;
    }

    private static int AddWord(List<SpokenWord> words, string text, int start)
    {
        var end = start + 1;
        var apostrophe = -1;
        while (end < text.Length && (char.IsLetterOrDigit(text[end]) || IsMark(text[end]) || IsApostrophe(text, end)))
        {
            apostrophe = text[end] is '\'' or '’' or 'ʼ' ? end : apostrophe;
            end++;
        }

        var isCapital = char.IsUpper(text[start]);
        var whole = Fold(text, start, end).Replace('’', '\'').Replace('ʼ', '\'');
        if (Whole.TryGetValue(whole, out var parts))
        {
            foreach (var part in parts)
            {
                words.Add(new SpokenWord(part, start, end, isCapital, false));
            }
        }
        else if (apostrophe < 0)
        {
            // "we 're", as some recorders write it.
            words.Add(new SpokenWord(IsTorn(text, start) && Endings.TryGetValue(whole, out var ending) ? ending
                : IsTorn(text, start) && whole == "s" ? "'s" : whole, start, end, isCapital, false));
        }
        else
        {
            AddShort(words, whole, start, end, apostrophe, isCapital);
        }

        return end;
    }

    private static void AddShort(List<SpokenWord> words, string whole, int start, int end, int apostrophe, bool isCapital)
    {
        var mark = whole.LastIndexOf('\'');
        var (before, after) = (whole[..mark].Replace("'", "", StringComparison.Ordinal), whole[(mark + 1)..]);
        if (after == "t" && before.EndsWith('n') && before.Length > 2)
        {
            words.Add(new SpokenWord(before[..^1], start, end, isCapital, false));
            words.Add(new SpokenWord("not", start, end, false, false));
        }
        else if (after == "s" || Endings.ContainsKey(after))
        {
            words.Add(new SpokenWord(before, start, apostrophe, isCapital, false));
            words.Add(new SpokenWord(
                after != "s" ? Endings[after] : Subjects.Contains(before) ? "is" : "'s", apostrophe, end, false, false));
        }
        else if (before.Length <= 2 && after.Length > 1)
        {
            // "l'entreprise", "qu'elle".
            words.Add(new SpokenWord(before, start, apostrophe, isCapital, false));
            words.Add(new SpokenWord(after, apostrophe + 1, end, false, false));
        }
        else
        {
            words.Add(new SpokenWord(before + after, start, end, isCapital, false));
        }
    }

    private static void AddSign(List<SpokenWord> words, char c, int at)
    {
        if (c is '$' or '€' or '£' or '¥')
        {
            words.Add(new SpokenWord(c.ToString(), at, at + 1, false, false));
        }
        else if (c == '%')
        {
            words.Add(new SpokenWord("percent", at, at + 1, false, false));
        }
        else if (char.IsLetterOrDigit(c))
        {
            words.Add(new SpokenWord(char.ToLowerInvariant(c).ToString(), at, at + 1, false, char.IsDigit(c)));
        }
    }

    private static string Fold(string text, int start, int end)
    {
        if (end - start > LongestWord)
        {
            return "";
        }

        var folded = new StringBuilder(end - start);
        for (var i = start; i < end; i++)
        {
            if (!IsMark(text[i]))
            {
                LetterFolding.Append(folded, text[i]);
            }
        }

        return folded.ToString();
    }

    private static bool IsTorn(string text, int start) => start > 0 && text[start - 1] is '\'' or '’' or 'ʼ';

    private static bool IsMark(char c) => c is >= '\u0300' and <= '\u036F';

    private static bool IsApostrophe(string text, int i) =>
        text[i] is '\'' or '’' or 'ʼ' && i + 1 < text.Length && char.IsLetter(text[i + 1]);
}
