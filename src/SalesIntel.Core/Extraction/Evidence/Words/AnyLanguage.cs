namespace SalesIntel.Extraction;

/// <summary>Words of all languages together, for what is looked for whatever the language of a text is; what each is for stands in
/// <c>Data/README.md</c>.</summary>
internal static class AnyLanguage
{
    /// <summary>What stands for all languages in one file.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Shared { get; } = DataFile.Sections("Extraction.Evidence.Data.any-language.txt");

    public static FrozenSet<string> And { get; } = Words("and");

    public static FrozenSet<string> But { get; } = Words("but");

    /// <summary>Words behind which a clause says something else: "but", "because".</summary>
    public static FrozenSet<string> Turns { get; } = But.Union(Words("turn")).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Words between the ends of a range: "to", "or".</summary>
    public static FrozenSet<string> Range { get; } = Words("range");

    /// <summary>Words that make a range of two numbers with "and" between them.</summary>
    public static FrozenSet<string> Between { get; } = Words("between");

    /// <summary>Words before what something is done for.</summary>
    public static FrozenSet<string> Aims { get; } = Words("aim");

    /// <summary>Words behind which "if" begins no condition: "as if".</summary>
    public static FrozenSet<string> Comparisons { get; } = Words("comparison");

    public static FrozenSet<string> Without { get; } = Words("without");

    /// <summary>Endings of words for what has none of something: "touchless".</summary>
    public static string[] LackingEndings { get; } = Items("lacking endings");

    /// <summary>The mark within a number that is read out.</summary>
    public static FrozenSet<string> DecimalPoints { get; } = Words("decimal point");

    /// <summary>Articles that count one: "a million".</summary>
    public static FrozenSet<string> One { get; } = Words("one");

    public static FrozenSet<string> Half { get; } = Words("half");

    /// <summary>"Of", between a part and its number.</summary>
    public static FrozenSet<string> Of { get; } = Words("of");

    /// <summary>What stands directly behind digits and changes nothing: ordinals, hours.</summary>
    public static FrozenSet<string> DigitEndings { get; } = Words("digit endings");

    /// <summary>Short words by which a number is multiplied, apart from its digits or behind them.</summary>
    public static FrozenDictionary<string, double> Scales { get; } = Numbers("scales");

    /// <summary>The same that stand directly behind digits alone.</summary>
    public static FrozenDictionary<string, double> ScalesAtDigits { get; } = Numbers("scales at digits");

    /// <summary>Letters that stand for a word before digits: "v7".</summary>
    public static FrozenDictionary<string, string> CodeLetters { get; } =
        LanguageData.All.SelectMany(language => language.Pairs("code letters")).ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Words before a time that is counted from today.</summary>
    public static PhraseSet Ahead { get; } = new([.. LanguageData.All.SelectMany(language => language["ahead"])]);

    /// <summary>Words of payment and notice, whose times are no days.</summary>
    public static FrozenSet<string> Terms { get; } = SharedWords("terms");

    /// <summary>Words beside a weekday that is the next one.</summary>
    public static FrozenSet<string> Coming { get; } = Words("coming");

    /// <summary>Words before a number that is a day of the month.</summary>
    public static FrozenSet<string> BeforeDays { get; } = Words("before days");

    public static FrozenSet<string> BeforeMonths { get; } = Words("before months");

    /// <summary>Months that are other words, too.</summary>
    public static FrozenSet<string> MonthOrWord { get; } = Words("month or word");

    /// <summary>Last words of what is no question in spite of its mark: "right".</summary>
    public static FrozenSet<string> Tags { get; } = Words("tag");

    /// <summary>"I", who does it himself.</summary>
    public static FrozenSet<string> IDo { get; } = Words("i do");

    /// <summary>"I" and "me", one person alone.</summary>
    public static FrozenSet<string> IMyself { get; } = Words("i myself");

    /// <summary>Small words that are written with a capital letter.</summary>
    public static FrozenSet<string> Capital { get; } = Words("capital");

    /// <summary>Verbs of what is now that are told from other words by their accents, with these.</summary>
    public static FrozenSet<string> AccentedPresents { get; } = Items("accented present").ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Words that are told from verbs by their accents, with these.</summary>
    public static FrozenSet<string> AccentedPrepositions { get; } = Items("accented preposition").ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The words of a section of <see cref="Shared"/>.</summary>
    public static FrozenSet<string> SharedWords(string section) => Shared[section].SelectMany(TokenReader.Words).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The phrases of a section of <see cref="Shared"/>, with a comma between them.</summary>
    public static PhraseSet SharedPhrases(string section) =>
        new([.. Shared[section].SelectMany(line => line.Split(',', StringSplitOptions.TrimEntries))]);

    private static FrozenSet<string> Words(string section) =>
        LanguageData.All.SelectMany(language => language.Words(section)).ToFrozenSet(StringComparer.Ordinal);

    private static string[] Items(string section) => [.. LanguageData.All.SelectMany(language => language.Items(section))];

    private static FrozenDictionary<string, double> Numbers(string section) =>
        LanguageData.All.SelectMany(language => language.Numbers(section)).ToFrozenDictionary(StringComparer.Ordinal);
}
