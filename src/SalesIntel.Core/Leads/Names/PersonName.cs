namespace SalesIntel.Leads;

/// <summary>Splits and compares names of persons, the one place for it.</summary>
/// <remarks>Spelling and capitals stay as typed. A single name is a last name, because a CRM refuses a lead without one. Spanish double
/// last names are kept together only where something tells them: a comma, a particle, a hyphen, a conjunction, fields of their own.
/// </remarks>
internal static class PersonName
{
    // The German way of writing an umlaut without one.
    private static readonly (string Long, string Short)[] Umlauts = [("ae", "a"), ("oe", "o"), ("ue", "u")];

    /// <summary>First and last name: the two parts where they are known, else what the whole name gives. Both are empty when there is no
    /// name: an address, a "Guest", a "n/a".</summary>
    /// <param name="first">What a sender calls the first name; may be empty, or hold the whole.</param>
    /// <param name="last">What a sender calls the last name; may be empty.</param>
    /// <param name="full">The whole name; may be empty.</param>
    /// <param name="employer">For whom the person works: people write it behind their name. Null when unknown.</param>
    public static (string First, string Last) Split(string first, string last, string full, Employer? employer = null)
    {
        var (given, family) = (Tidy(first, employer), Tidy(last, employer));
        if (given.Length > 0 && family.Length > 0 && Nothing.IsNothing(given) && Nothing.IsNothing(family))
        {
            // One of them may be a name, Null; both are not.
            (given, family) = ("", "");
        }

        if (given.Length > 0 && family.Length > 0)
        {
            return Both(given, family);
        }

        var whole = Tidy(WithoutNothing(WithoutNothing(full, last), first), employer);
        if (family.Length == 0)
        {
            return SplitWhole(whole.Length > 0 ? whole : given);
        }

        return Without(Words(whole), Words(family)) is { } rest ? Both(string.Join(' ', rest), family)
            : family.Contains(',', StringComparison.Ordinal) ? SplitWhole(family)
            : ("", string.Join(' ', WesternName.Bare(Words(family))));
    }

    /// <summary>The name that somebody stated, completed by one that was read elsewhere: both parts are of one of them, so that nothing
    /// stands in both. What is read counts where nothing was stated, or where it holds the single name that was.</summary>
    public static (string First, string Last) Complete((string First, string Last) stated, string readFirst, string readLast)
    {
        if (stated.First.Length > 0)
        {
            return stated;
        }

        var read = Split(readFirst, readLast, "");
        return stated.Last.Length == 0 || (read.First.Length > 0 && Holds($"{read.First} {read.Last}", stated.Last)) ? read : stated;
    }

    /// <summary>A name as a form, a recorder or a calendar shows it, in a form for comparison: first and last name in this order, without
    /// decoration, remarks, titles, degrees, accents and capitals. An address in place of a name is that address.</summary>
    public static string Normalize(string name) => Normalize(DisplayName.Of(name));

    /// <summary>As <see cref="Normalize(string)"/>, of a name that is taken apart already.</summary>
    public static string Normalize(DisplayName name)
    {
        var (first, last) = SplitWhole(NoLabel(name.Name));
        return EastAsianName.IsOne(first + last) ? LetterFolding.Phrase($"{last} {first}")
            : first.Length + last.Length > 0 ? LetterFolding.Phrase($"{first} {last}")
            : name.Name.Length > 0 ? LetterFolding.Phrase(name.Name)
            : name.Email?.Value ?? LetterFolding.Phrase(name.Remarks.FirstOrDefault(""));
    }

    /// <summary>What two normalised names with the same words share one of: the words without spaces, or the words in alphabetical order.
    /// A German umlaut may be written without one.</summary>
    public static (string Joined, string Sorted) ComparisonKeys(string normalized)
    {
        var words = Comparable(normalized);
        return (string.Concat(words), string.Join(' ', words.Order(StringComparer.Ordinal)));
    }

    /// <summary>True when the words of two names are the same, in whatever order or with other spaces.</summary>
    public static bool SameWords((string Joined, string Sorted) left, (string Joined, string Sorted) right) =>
        left.Joined.Length > 0 && (left.Joined == right.Joined || left.Sorted == right.Sorted);

    private static (string First, string Last) SplitWhole(string name)
    {
        if (EastAsianName.IsOne(name))
        {
            return EastAsianName.Split(name);
        }

        // What a program has made of a first and a last name that were the same.
        var half = Words(name);
        if (half.Length > 0 && half.Length % 2 == 0 && !name.Contains(',', StringComparison.Ordinal)
            && IsSame(half[..(half.Length / 2)], half[(half.Length / 2)..]))
        {
            return SplitWhole(string.Join(' ', half[..(half.Length / 2)]));
        }

        // "王小明 Wang Xiaoming" is one name twice, "王小明 David" one with an English first name beside it; what stands first counts.
        var words = name.Split(' ');
        var latin = words.Where(word => !EastAsianName.IsOne(word)).ToArray();
        if (latin.Length is 0 || latin.Length == words.Length)
        {
            return WesternName.Split(name);
        }

        return EastAsianName.IsOne(words[0]) && words[0].Length > 1
            ? EastAsianName.Split(string.Join(' ', words.Where(EastAsianName.IsOne)))
            : WesternName.Split(latin.Length > 1 ? string.Join(' ', latin) : name);
    }

    private static (string First, string Last) Both(string first, string last)
    {
        var typed = Words(first);
        var given = WesternName.Bare(typed);
        var family = WesternName.Bare(Words(last));
        if (given.Length == 0 && !Array.Exists(typed, NameWords.IsTitle))
        {
            // In a field of its own, what may be a degree is a pair of initials: JD.
            given = typed;
        }

        if (given.Length == 0 || family.Length == 0)
        {
            return SplitWhole(given.Length == 0 ? last : first);
        }

        if (IsSame(given, family))
        {
            return SplitWhole(first);
        }

        if (EastAsianName.IsOne(first + last) && given.Length == 1 && family.Length == 1)
        {
            return first.StartsWith(last, StringComparison.Ordinal) ? (first[last.Length..], last)
                : last.EndsWith(first, StringComparison.Ordinal) ? (first, last[..^first.Length])
                : (first, last);
        }

        // One of the two holds the whole name.
        given = Without(given, family) ?? given;
        family = Without(family, given) ?? family;
        var names = WesternName.FirstNames(given, out var particles);
        return (string.Join(' ', names), string.Join(' ', [.. particles, .. family]));
    }

    // What is left of words without other words at their end or beginning; null when those are not there, or nothing is left.
    private static string[]? Without(string[] words, string[] others) =>
        words.Length <= others.Length ? null
        : IsSame(words[^others.Length..], others) ? words[..^others.Length]
        : IsSame(words[..others.Length], others) ? words[others.Length..]
        : null;

    private static bool Holds(string name, string part)
    {
        var words = Words(name).Select(LetterFolding.Fold).ToHashSet(StringComparer.Ordinal);
        return Words(part).All(word => words.Contains(LetterFolding.Fold(word)));
    }

    private static bool IsSame(string[] left, string[] right) =>
        left.Select(LetterFolding.Fold).SequenceEqual(right.Select(LetterFolding.Fold), StringComparer.Ordinal);

    private static string[] Words(string text) => WesternName.Words(text);

    // The name that a field holds; empty for an address, a label, a "n/a".
    private static string Tidy(string text, Employer? employer)
    {
        // Styled letters are symbols by name, and no content.
        var plain = StyledLetters.Plain(text);
        var shown = Nothing.NamesNobody(plain) ? "" : DisplayName.Of(plain).Name;
        var name = WithoutNumber(FirstPerson(NoLabel(WesternName.WithoutCompany(shown, employer ?? Employer.Unknown))));
        return Nothing.NamesNobody(name) || !name.Any(char.IsLetter) || IsNothingTwice(name) ? "" : name;
    }

    // "Null Null" is nobody's name, "Jennifer Null" is one.
    private static bool IsNothingTwice(string name) => Words(name) is { Length: > 1 } words && Array.TrueForAll(words, Nothing.IsNothing);

    // "Ann Hall & Bob Hall", and of "Ann & Bob Hall" both have one last name; but "Mr and Mrs Stone" and "Karl von und zu Roe" are one.
    private static string FirstPerson(string name)
    {
        var words = name.Split(' ');
        for (var i = 1; i < words.Length - 1; i++)
        {
            if (NameWords.IsBetweenPersons(words[i]) && !NameWords.IsTitle(words[i - 1])
                && !NameWords.IsParticle(words[i - 1]) && !NameWords.IsParticle(words[i + 1]))
            {
                var other = words[(i + 1)..].TakeWhile(word => !NameWords.IsBetweenPersons(word)).ToArray();
                var shared = WesternName.Bare(words[..i]).Length == 1 ? WesternName.Bare(other).Skip(1) : [];
                return string.Join(' ', [.. words[..i], .. shared]);
            }
        }

        return name;
    }

    // "Ann Hall +1", and "Ann Hall 2" of who has come with a second device.
    private static string WithoutNumber(string name)
    {
        var words = name.Split(' ');
        var end = words.Length;
        while (end > 1 && !words[end - 1].Any(char.IsLetter))
        {
            end--;
        }

        return string.Join(' ', words[..end]);
    }

    // Senders make the whole name of the two parts, also where one of them is a "n/a".
    private static string WithoutNothing(string full, string part)
    {
        var (whole, nothing) = (full.Trim(), part.Trim());
        return nothing.Length == 0 || !Nothing.IsNoName(nothing) ? whole
            : whole.EndsWith($" {nothing}", StringComparison.Ordinal) ? whole[..^nothing.Length]
            : whole.StartsWith($"{nothing} ", StringComparison.Ordinal) ? whole[nothing.Length..]
            : whole;
    }

    private static string NoLabel(string name) =>
        DisplayName.IsDevice(name) || Words(name).Where(word => word.Any(char.IsLetter)).All(NameWords.IsLabel) ? "" : name;

    private static string[] Comparable(string normalized) =>
    [
        .. normalized.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(word => Umlauts.Aggregate(word, (text, umlaut) => text.Replace(umlaut.Long, umlaut.Short, StringComparison.Ordinal))),
    ];
}
