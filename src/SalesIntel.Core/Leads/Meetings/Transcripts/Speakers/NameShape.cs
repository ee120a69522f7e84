namespace SalesIntel.Leads;

/// <summary>Judges a text alone, without its place in a transcript: could it be a name? In any script.</summary>
internal static class NameShape
{
    private const int LongestName = 60;
    private const int LongestAddress = 100;
    private const int MostWords = 5;
    private const int MostParts = 8;
    private const int LongestAbbreviation = 4;

    // What stands inside of names.
    private const string Inside = "'’‘.-‐‑_,&+#·・‧•";

    // Names in scripts without spaces are shorter; a longer text before a colon is a clause.
    private const int LongestUnspaced = 12;

    /// <summary>How much the text looks like a name.</summary>
    internal static NameLikeness Of(string name)
    {
        if (name.Contains('@', StringComparison.Ordinal) && !name.Contains(' ', StringComparison.Ordinal))
        {
            return name.Length <= LongestAddress && EmailAddress.TryParse(name, out _) ? NameLikeness.Strict : NameLikeness.None;
        }

        if (name.Length > LongestName)
        {
            return NameLikeness.None;
        }

        if (!name.Any(char.IsLetter) && !name.Any(char.IsSurrogate))
        {
            return IsTelephone(name) ? NameLikeness.Strict : NameLikeness.None;
        }

        return OfWords(name);
    }

    /// <summary>True when the words are those that headings consist of: <c>Agenda</c>, <c>Next steps</c>.</summary>
    internal static bool IsHeading(string name)
    {
        var hasHeading = false;
        foreach (var range in name.AsSpan().Split(' '))
        {
            var word = Bare(name.AsSpan(range));
            var isHeading = SpeakerWords.IsHeading(word);
            if (!isHeading && !SpeakerWords.IsFunction(word) && !SpeakerWords.IsCounting(word) && word.ContainsAnyExceptInRange('0', '9'))
            {
                return false;
            }

            hasHeading |= isHeading;
        }

        return hasHeading;
    }

    /// <summary>True when the name is written in a script that has no capitals, such as Chinese or Arabic.</summary>
    internal static bool IsWithoutCase(string name) => name.Any(char.IsLetter) && !name.Any(c => char.IsUpper(c) || char.IsLower(c));

    /// <summary>A word without the marks around it.</summary>
    internal static ReadOnlySpan<char> Bare(ReadOnlySpan<char> word) => word.Trim("'’‘.,\"");

    private static NameLikeness OfWords(string name)
    {
        var likeness = NameLikeness.Strict;
        var words = 0;
        var parts = 0;
        foreach (var range in name.AsSpan().Split(' '))
        {
            var word = name.AsSpan(range);
            var isLast = range.End.GetOffset(name.Length) == name.Length;
            parts++;
            if (parts > 1 && !isLast && char.IsLower(word.IsEmpty ? ' ' : word[0]) && NameWords.IsParticle(word.ToString()))
            {
                continue;
            }

            words++;
            var found = OfWord(word, isFirst: parts == 1, isLast);
            if (found == NameLikeness.None)
            {
                return NameLikeness.None;
            }

            likeness = found < likeness ? found : likeness;
        }

        return words is 0 or > MostWords || parts > MostParts || name.Count(c => c == ',') > 1 ? NameLikeness.None : likeness;
    }

    private static NameLikeness OfWord(ReadOnlySpan<char> word, bool isFirst, bool isLast)
    {
        var bare = Bare(word);
        if (!IsMadeOfNameCharacters(word) || bare.IsEmpty || (word[^1] == '.' && !isLast && bare.Length > LongestAbbreviation))
        {
            return NameLikeness.None;
        }

        var first = bare[0];
        var isFunction = SpeakerWords.IsFunction(bare) || (isFirst && !isLast && SpeakerWords.IsCounting(bare));
        if (char.IsUpper(first) || char.GetUnicodeCategory(first) == UnicodeCategory.TitlecaseLetter)
        {
            // A single capital is an initial. "He" and "So" are also names; "My Point" is a heading.
            return bare.Length > 1 && isFunction ? NameLikeness.Loose : NameLikeness.Strict;
        }

        if (char.IsAsciiDigit(first))
        {
            return isFirst ? NameLikeness.None : NameLikeness.Strict;
        }

        if (!char.IsLower(first))
        {
            return bare.Length <= LongestUnspaced ? NameLikeness.Strict : NameLikeness.None;
        }

        // As "al-Sayed", "d'Arc", "iPhone".
        return isFunction ? NameLikeness.None
            : bare.ContainsAnyInRange('A', 'Z') || (isFirst && !isLast && NameWords.IsParticle(bare.ToString())) ? NameLikeness.Strict
            : NameLikeness.Loose;
    }

    private static bool IsMadeOfNameCharacters(ReadOnlySpan<char> word)
    {
        foreach (var rune in word.EnumerateRunes())
        {
            if (!Rune.IsLetterOrDigit(rune) && !(rune.IsBmp && Inside.Contains((char)rune.Value)) && !IsPartOfCharacter(rune))
            {
                return false;
            }
        }

        return true;
    }

    // Accents and vowel signs, joiners, pictures.
    private static bool IsPartOfCharacter(Rune rune) => Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark
        or UnicodeCategory.Format or UnicodeCategory.OtherSymbol or UnicodeCategory.ModifierSymbol;

    // Someone who dialled in, perhaps with digits hidden: +1 555-***-0100.
    private static bool IsTelephone(string name) =>
        name.Count(char.IsAsciiDigit) >= 5 && !name.AsSpan().ContainsAnyExcept("+0123456789 -().*xX");
}
