namespace SalesIntel.Leads;

/// <summary>Names in scripts whose family name stands first and is not set off: 王小明, 김민수, 山田太郎.</summary>
internal static class EastAsianName
{
    // Between the parts of a foreign name, which keeps its own order: ジョン・スミス.
    private static readonly char[] ForeignSeparators = ['・', '·', '‧', '=', '＝'];

    /// <summary>True when all letters of a text are of these scripts, and there is one.</summary>
    public static bool IsOne(string text) =>
        text.EnumerateRunes().Where(Rune.IsLetter).ToList() is { Count: > 0 } letters && letters.TrueForAll(IsOfScript);

    /// <summary>Splits a name for which <see cref="IsOne"/> is true.</summary>
    public static (string First, string Last) Split(string text)
    {
        var name = WithoutHonorific(text);
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length > 1)
        {
            return (string.Concat(words.Skip(1)), words[0]);
        }

        var border = name.LastIndexOfAny(ForeignSeparators);
        if (border > 0 && border < name.Length - 1)
        {
            return (name[..border], name[(border + 1)..]);
        }

        var length = SurnameLength(name);
        return length == name.Length ? ("", name) : (name[length..], name[..length]);
    }

    private static string WithoutHonorific(string text)
    {
        var honorific = NameWords.Honorifics.FirstOrDefault(
            word => text.Length > word.Length && text.EndsWith(word, StringComparison.Ordinal), "");

        // Two characters are a name: what looks like an honorific is a part of it. A longer one is none.
        var name = text[..^honorific.Length].TrimEnd();
        return name.Length > 1 || honorific.Length > 1 ? name : text;
    }

    private static int SurnameLength(string name)
    {
        if (NameWords.LongSurnames.FirstOrDefault(surname => name.StartsWith(surname, StringComparison.Ordinal)) is { } listed)
        {
            return listed.Length;
        }

        var runes = name.EnumerateRunes().ToList();
        if (runes.TrueForAll(IsKana))
        {
            // Nothing tells where the border is.
            return name.Length;
        }

        // A given name in kana shows where the family name ends.
        var kanji = runes.TakeWhile(IsHan).ToList();
        if (kanji.Count is > 0 and <= 4 && kanji.Count < runes.Count && IsKana(runes[kanji.Count]))
        {
            return kanji.Sum(rune => rune.Utf16SequenceLength);
        }

        // Four ideographs are mostly a Japanese name, three or two a Chinese one.
        return kanji.Count == 4 && runes.Count == 4
            ? runes[0].Utf16SequenceLength + runes[1].Utf16SequenceLength
            : runes[0].Utf16SequenceLength;
    }

    private static bool IsOfScript(Rune rune) => IsHan(rune) || IsKana(rune) || IsHangul(rune);

    private static bool IsHan(Rune rune) => rune.Value is (>= 0x3400 and <= 0x4DBF) or (>= 0x4E00 and <= 0x9FFF)
        or (>= 0xF900 and <= 0xFAFF) or 0x3005 or 0x3006 or 0x3007 or (>= 0x20000 and <= 0x3FFFF);

    private static bool IsKana(Rune rune) =>
        rune.Value is (>= 0x3040 and <= 0x30FF) or (>= 0x31F0 and <= 0x31FF) or (>= 0xFF66 and <= 0xFF9F);

    private static bool IsHangul(Rune rune) =>
        rune.Value is (>= 0xAC00 and <= 0xD7A3) or (>= 0x1100 and <= 0x11FF) or (>= 0x3130 and <= 0x318F);
}
