namespace SalesIntel.Extraction;

/// <summary>The words of <c>Data/words.txt</c>, which rules ask for by themselves.</summary>
internal static class RuleWords
{
    private static readonly IReadOnlyDictionary<string, IReadOnlyList<string>> Sections =
        DataFile.Sections("Extraction.Rules.Data.words.txt");

    /// <summary>What stands before the name of a company.</summary>
    public static IReadOnlyList<string> Introductions => Sections["introduction"];

    /// <summary>Words between the ends of a range of people.</summary>
    public static FrozenSet<string> PeopleRange { get; } = Words("range of people");

    /// <summary>First words of a sentence that goes on with what is corrected before it.</summary>
    public static FrozenSet<string> GoesOn { get; } = Words("goes on");

    /// <summary>First words of a sentence that means nothing without the one before it.</summary>
    public static FrozenSet<string> PointsBack { get; } = Words("points back");

    /// <summary>Small words that are written with a capital letter.</summary>
    public static FrozenSet<string> Capital { get; } = Words("capital");

    /// <summary>First words of a question.</summary>
    public static FrozenSet<string> Interrogatives { get; } = Words("interrogative");

    /// <summary>Endings of first words that are no names.</summary>
    public static IReadOnlyList<string> NoNameEndings => Sections["no-name ending"];

    private static FrozenSet<string> Words(string section) =>
        Sections[section].Select(LetterFolding.Fold).ToFrozenSet(StringComparer.Ordinal);
}
