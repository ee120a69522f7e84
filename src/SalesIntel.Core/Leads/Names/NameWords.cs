namespace SalesIntel.Leads;

/// <summary>Words that stand in names without being one, and words that belong to the next one. Data: <c>Data/name-words.txt</c>.</summary>
internal static class NameWords
{
    private static readonly IReadOnlyDictionary<string, IReadOnlyList<string>> Data = DataFile.Sections("Leads.Names.Data.name-words.txt");

    private static readonly FrozenSet<string> Titles = Folded("titles");
    private static readonly FrozenSet<string> Particles = Folded("particles");
    private static readonly FrozenSet<string> SmallParticles = Folded("particles in lower case");
    private static readonly FrozenSet<string> WrittenParticles = Data["particles as written"].ToFrozenSet(StringComparer.Ordinal);
    private static readonly FrozenSet<string> BetweenPersons = Data["between persons"].ToFrozenSet(StringComparer.Ordinal);
    private static readonly FrozenSet<string> Generations = Folded("generations");
    private static readonly FrozenSet<string> DroppedGenerations = Folded("dropped generations");
    private static readonly FrozenSet<string> Conjunctions = Folded("conjunctions");
    private static readonly FrozenSet<string> Devotions = Folded("devotional names");
    private static readonly FrozenSet<string> Roles = Folded("roles");
    private static readonly FrozenSet<string> BirthMarks = Data["birth names"].ToFrozenSet(StringComparer.Ordinal);
    private static readonly FrozenSet<string> Labels = Folded("labels");
    private static readonly FrozenSet<string> VietnameseNames = Folded("vietnamese family names");

    private static readonly FrozenDictionary<string, string> Suffixes = ByFoldedForm("suffixes");
    private static readonly FrozenDictionary<string, string> CommaSuffixes = ByFoldedForm("suffixes after a comma");

    /// <summary>Surnames of several characters in scripts without spaces, the longest first.</summary>
    public static IReadOnlyList<string> LongSurnames { get; } = [.. Data["surnames"].OrderByDescending(name => name.Length)];

    /// <summary>Endings of fathers' names in Russian and Ukrainian.</summary>
    public static IReadOnlyList<string> PatronymicEndings { get; } = Data["patronymics"];

    /// <summary>Endings of family names in Russian and Ukrainian.</summary>
    public static IReadOnlyList<string> SlavicFamilyEndings { get; } = Data["slavic family names"];

    /// <summary>What stands behind a name in scripts without spaces.</summary>
    public static IReadOnlyList<string> Honorifics { get; } = [.. Data["honorifics"].OrderByDescending(word => word.Length)];

    /// <summary>True for <c>Dr.</c>, <c>Frau</c>, also for several in one word: <c>Prof.Dr.</c></summary>
    public static bool IsTitle(string word)
    {
        var folded = LetterFolding.Fold(word);
        return Titles.Contains(Bare(folded)) || (folded.EndsWith('.') && Titles.Contains(Bare(folded) + '.'))
            || (folded.Split('.', StringSplitOptions.RemoveEmptyEntries) is { Length: > 1 } parts
                && Array.TrueForAll(parts, part => Titles.Contains(part) || Titles.Contains(part + '.')));
    }

    /// <summary>True for a degree or a generation behind a name: <c>Ph.D.</c>, <c>MBA</c>, <c>Jr.</c></summary>
    public static bool IsSuffix(string word) => Is(Suffixes, word);

    /// <summary>As <see cref="IsSuffix"/>, where a comma stands before: <c>Ann Lee, MA</c>.</summary>
    public static bool IsSuffixAfterComma(string word) => Is(Suffixes, word) || Is(CommaSuffixes, word);

    /// <summary>True for <c>van</c>, <c>de</c>, <c>bin</c> and the like.</summary>
    public static bool IsParticle(string word)
    {
        var bare = Bare(LetterFolding.Fold(word)).Replace('’', '\'');
        return Particles.Contains(bare) || WrittenParticles.Contains(word) || (SmallParticles.Contains(bare) && char.IsLower(word[0]));
    }

    /// <summary>True for what stands between two last names: <c>Ortega y Gasset</c>.</summary>
    public static bool IsConjunction(string word) => Conjunctions.Contains(word);

    /// <summary>True for what stands between two people: <c>Tom and Ann Hale</c>.</summary>
    public static bool IsBetweenPersons(string word) => BetweenPersons.Contains(word);

    /// <summary>True for a generation that is a part of the last name before it: <c>Silva Neto</c>.</summary>
    public static bool IsGeneration(string word) => Generations.Contains(LetterFolding.Fold(word));

    /// <summary>True for a generation that is no part of a name that has two words before it: <c>José Silva Júnior</c>.</summary>
    public static bool IsDroppedGeneration(string word) => DroppedGenerations.Contains(LetterFolding.Fold(word));

    /// <summary>True for a word of which one suffices to tell a role or a company from a name.</summary>
    public static bool IsRole(string word) => Roles.Contains(Bare(LetterFolding.Fold(word)));

    /// <summary>True for what stands before the name that somebody was born with: <c>née</c>, <c>geb.</c></summary>
    public static bool IsBirthMark(string word) => BirthMarks.Contains(word.TrimEnd('.'));

    /// <summary>True for what stands in place of a name: <c>Speaker</c>, <c>Guest</c>.</summary>
    public static bool IsLabel(string word) => Labels.Contains(LetterFolding.Fold(word));

    /// <summary>True when the first two words of a name tell that its family name stands first: <c>Nguyen Van</c>.</summary>
    public static bool IsVietnameseOrder(string first, string second) =>
        VietnameseNames.Contains(LetterFolding.Fold(first)) && LetterFolding.Fold(second) is "van" or "thi";

    /// <summary>How many words a first name has that is a title of Mary, Jesus or God, as <c>María del Carmen</c>, with a last name behind it;
    /// 0 for any other name.</summary>
    public static int DevotionalNameLength(string[] words)
    {
        var end = 1;
        while (end < words.Length && char.IsLower(words[end][0]) && IsParticle(words[end]))
        {
            end++;
        }

        return end > 1 && end < words.Length - 1 && Devotions.Contains(LetterFolding.Fold(words[end])) ? end + 1 : 0;
    }

    private static bool Is(FrozenDictionary<string, string> suffixes, string word) =>
        suffixes.TryGetValue(Bare(LetterFolding.Fold(word)), out var listed)
        && (word.Contains('.') || !listed.Any(char.IsUpper) || word == listed || !word.Any(char.IsLower));

    private static string Bare(string folded) => folded.Replace(".", "", StringComparison.Ordinal);

    private static FrozenSet<string> Folded(string section) => Data[section].Select(LetterFolding.Fold).ToFrozenSet(StringComparer.Ordinal);

    private static FrozenDictionary<string, string> ByFoldedForm(string section) =>
        Data[section].ToFrozenDictionary(LetterFolding.Fold, word => word, StringComparer.Ordinal);
}
