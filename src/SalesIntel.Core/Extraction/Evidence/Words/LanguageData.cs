namespace SalesIntel.Extraction;

/// <summary>The file of one language: sections of lines. What each is for stands in <c>Data/README.md</c>.</summary>
internal sealed class LanguageData
{
    private readonly IReadOnlyDictionary<string, IReadOnlyList<string>> sections;

    private LanguageData(string code) => (Code, sections) = (code, DataFile.Sections($"Extraction.Evidence.Data.{code}.txt"));

    /// <summary>The files of all languages.</summary>
    public static IReadOnlyList<LanguageData> All { get; } =
        [.. new[] { "en", "de", "fr", "es", "pt" }.Select(code => new LanguageData(code))];

    /// <summary>The language's code, e.g. <c>en</c>.</summary>
    public string Code { get; }

    /// <summary>The lines of a section.</summary>
    public IReadOnlyList<string> this[string section] => sections[section];

    /// <summary>The file of a language.</summary>
    public static LanguageData Of(string code) => All.First(language => language.Code == code);

    /// <summary>What stands in a section as it is written, line by line or with several on a line.</summary>
    public IEnumerable<string> Items(string section) =>
        sections[section].SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The words of a section, folded.</summary>
    public FrozenSet<string> Words(string section) => Items(section).SelectMany(TokenReader.Words).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>A section's lines <c>word = value</c>, the words folded; the first one of a word counts.</summary>
    public IEnumerable<KeyValuePair<string, string>> Pairs(string section) => DataFile.Pairs(sections[section])
        .Select(pair => KeyValuePair.Create(string.Concat(TokenReader.Words(pair.Key)), pair.Value))
        .DistinctBy(pair => pair.Key, StringComparer.Ordinal);

    /// <summary>A section's lines <c>word = number</c>.</summary>
    public FrozenDictionary<string, double> Numbers(string section) => Pairs(section).ToFrozenDictionary(
        pair => pair.Key, pair => double.Parse(pair.Value, CultureInfo.InvariantCulture), StringComparer.Ordinal);
}
