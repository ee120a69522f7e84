namespace SalesIntel.Leads;

/// <summary>Names written in words: titles, first names, particles, last name, degrees; or <c>Last, First</c>.</summary>
internal static class WesternName
{
    private const int LongestAcronym = 6;

    // As in "in 't Veld"; alone it is a word of another language.
    private const string BeforeParticle = "in";

    private static readonly char[] Commas = [',', '，', '、'];

    /// <summary>Splits a whole name.</summary>
    public static (string First, string Last) Split(string name)
    {
        var segments = name.Split(Commas).Select(Words).Where(words => words.Length > 0).ToList();
        while (segments.Count > 1 && IsNoName(segments[^1], segments[0]))
        {
            segments.RemoveAt(segments.Count - 1);
        }

        if (segments.Count == 0)
        {
            return ("", "");
        }

        // "Müller, Hans": what follows a third comma is no part of the name.
        return segments.Count == 1
            ? SplitWords(Bare(segments[0]))
            : (Join(FirstNames(Bare(segments[1]), out var particles)), Join([.. particles, .. Bare(segments[0])]));
    }

    /// <summary>The name without a company behind a comma: <c>Ada Stone</c> of <c>Ada Stone, Quill Print Ltd</c>.</summary>
    public static string WithoutCompany(string name, Employer employer)
    {
        while (name.LastIndexOfAny(Commas) is > 0 and var comma
            && (Words(name[(comma + 1)..]) is not [_, ..] behind || Array.Exists(behind, NameWords.IsRole)
                || employer.Is(behind, Words(name[..comma]))))
        {
            name = name[..comma];
        }

        return name;
    }

    /// <summary>The words of a part of a name, without punctuation at their ends.</summary>
    public static string[] Words(string text)
    {
        string[] words =
        [
            .. text.Split([' ', .. Commas], StringSplitOptions.RemoveEmptyEntries).Select(Word).Where(word => word.Any(char.IsLetterOrDigit)),
        ];
        var first = Array.FindIndex(words, word => !NameWords.IsTitle(word));
        return first >= 0 && TitleLength(words[first]) is > 0 and var length
            ? [.. words[..first], words[first][..length], words[first][length..], .. words[(first + 1)..]]
            : words;
    }

    /// <summary>The words without titles before and degrees behind them; none when there is nothing else.</summary>
    public static string[] Bare(string[] words)
    {
        var start = 0;
        while (start < words.Length && (NameWords.IsTitle(words[start]) || IsBetweenTitles(words, start)))
        {
            start++;
        }

        var end = words.Length;
        while (end > start && !MayBeLastName(words[start..end])
            && (NameWords.IsSuffix(words[end - 1])
                || (end - start > 2 && (NameWords.IsDroppedGeneration(words[end - 1]) || IsDottedDegree(words[end - 1])))))
        {
            end--;
        }

        return words[start..end];
    }

    /// <summary>First names without the particles that were left at their end: they belong to the last name.</summary>
    /// <param name="words">At least one word of it stays.</param>
    /// <param name="particles">What was taken off.</param>
    public static string[] FirstNames(string[] words, out string[] particles)
    {
        var end = words.Length;
        while (end > 1 && NameWords.IsParticle(words[end - 1]) && !char.IsUpper(words[end - 1][0]))
        {
            end--;
        }

        particles = words[end..];
        return words[..end];
    }

    private static (string First, string Last) SplitWords(string[] typed)
    {
        var words = NameAlone(typed);
        if (words.Length == 0)
        {
            return ("", "");
        }

        if (words.Length > 2 && NameWords.IsVietnameseOrder(words[0], words[1]))
        {
            return (Join(words[1..]), words[0]);
        }

        if (SlavicName.IsOne(words))
        {
            return (Join(words[1..]), words[0]);
        }

        if (CapitalsBefore(words) is > 0 and var end)
        {
            return (Join(words[end..]), Join(words[..end]));
        }

        var start = LastNameStart(words);
        return (Join(words[..start]), Join(words[start..]));
    }

    // "CEO Ann Ray", "Ann Ray VP Sales", "Ann Ray née Oak": what somebody is, or was called before, beside two words that are the name. A role
    // tells itself by capitals alone where the name is not in capitals too.
    private static string[] NameAlone(string[] words)
    {
        var born = Array.FindIndex(words, NameWords.IsBirthMark);
        var name = born > 1 ? words[..born] : words;
        if (!name.Any(word => !IsRole(word) && word.Any(char.IsLower)))
        {
            return name;
        }

        var start = 0;
        while (name.Length - start > 2 && IsRole(name[start]))
        {
            start++;
        }

        var end = name.Length - start > 2 ? Array.FindIndex(name, start + 2, IsRole) : -1;
        return name[start..(end < 0 ? name.Length : end)];

        static bool IsRole(string word) => IsAcronym(word) && NameWords.IsRole(word);
    }

    // "DUPONT Jean": where a last name stands first it is set off by capitals. Two capitals are initials: JP Roe, and so are J.R. Roe.
    private static int CapitalsBefore(string[] words)
    {
        var end = 0;
        while (end < words.Length && words[end].Length > (end > 0 ? 1 : 2) && !words[end].Any(char.IsLower) && words[end].Any(char.IsUpper)
            && !IsInitials(words[end]))
        {
            end++;
        }

        return end < words.Length && words[end..].All(word => word.Any(char.IsLower)) ? end : 0;
    }

    private static bool IsInitials(string word) =>
        word.Contains('.', StringComparison.Ordinal) && word.Split('.').All(part => part.Length <= 1);

    // The last word, with all from the first particle on; "Ana Ortega y Gasset" begins before its conjunction.
    private static int LastNameStart(string[] words)
    {
        if (words.Length > 1 && NameWords.IsParticle(words[0]) && char.IsLower(words[0][0]) && words.Any(word => char.IsUpper(word[0])))
        {
            return 0;
        }

        if (NameWords.DevotionalNameLength(words) is > 0 and var first)
        {
            return first;
        }

        for (var i = 1; i < words.Length - 1; i++)
        {
            if (NameWords.IsConjunction(words[i]))
            {
                return i - 1;
            }

            if (NameWords.IsParticle(words[i]) || (words[i] == BeforeParticle && i < words.Length - 2 && NameWords.IsParticle(words[i + 1])))
            {
                return i;
            }
        }

        return words.Length > 2 && NameWords.IsGeneration(words[^1]) ? words.Length - 2 : words.Length - 1;
    }

    // "Dr.Ann": of a title that is joined to the name by its dot; none in "M.Sc", "J.R" or "Prof.Dr.".
    private static int TitleLength(string word)
    {
        var length = word.LastIndexOf('.') + 1;
        return length > 1 && word.Length > length + 1 && char.IsLetter(word[length]) && !char.IsLower(word[length])
            && !NameWords.IsSuffixAfterComma(word) && NameWords.IsTitle(word[..length])
            ? length
            : 0;
    }

    // "Mr and Mrs Stone".
    private static bool IsBetweenTitles(string[] words, int at) => at > 0 && at + 1 < words.Length
        && char.IsLower(words[at][0]) && NameWords.IsTitle(words[at - 1]) && NameWords.IsTitle(words[at + 1]);

    // Behind a comma: degrees, titles, roles, companies, and acronyms that we do not know behind a name that is not all in capitals.
    private static bool IsNoName(string[] words, string[] name) =>
        Array.TrueForAll(words, word => NameWords.IsSuffixAfterComma(word) || NameWords.IsTitle(word))
        || Array.Exists(words, NameWords.IsRole)
        || NameWords.IsBirthMark(words[0])
        || (name.Length > 1 && !Array.TrueForAll(name, IsAcronym) && Array.TrueForAll(words, IsAcronym));

    private static bool IsAcronym(string word) =>
        word.Length is > 1 and <= LongestAcronym && word.Any(char.IsUpper) && !word.Any(char.IsLower);

    // "M.A.": its dots tell a degree from a family name, and its place from initials.
    private static bool IsDottedDegree(string word) => word.Count(c => c == '.') > 1 && NameWords.IsSuffixAfterComma(word);

    // In "CHIDI MBA" nothing tells a degree from a family name.
    private static bool MayBeLastName(string[] words) => words.Length == 2 && !string.Concat(words).Any(char.IsLower);

    // The dot of an initial or an abbreviation stays.
    private static string Word(string text)
    {
        var word = text.Trim([':', ';', '!', '?', '"', '“', '”', '-', '–', '—']).TrimStart('.');
        var isAbbreviation = word.IndexOf('.') < word.Length - 1 || word.TrimEnd('.').Length <= 1 || NameWords.IsTitle(word)
            || NameWords.IsSuffix(word) || NameWords.IsParticle(word);
        return isAbbreviation ? word : word.TrimEnd('.');
    }

    private static string Join(string[] words) => string.Join(' ', words);
}
