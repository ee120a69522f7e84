namespace SalesIntel.Text;

/// <summary>Countries by the names and codes that people write, in several languages.</summary>
internal static class CountryNames
{
    private const int LongestCode = 3;

    private static readonly KeyValuePair<string, string>[] Countries = [.. DataFile.Pairs(DataFile.Sections("Text.Data.countries.txt")[""], ':')];

    private static readonly FrozenDictionary<string, string> ByName = Countries
        .SelectMany(one => one.Value.Split("; ").Prepend(one.Key).Select(name => (Name: LetterFolding.Phrase(name), Country: one.Key)))
        .Where(one => one.Name.Length > 0).DistinctBy(one => one.Name, StringComparer.Ordinal)
        .ToFrozenDictionary(one => one.Name, one => one.Country, StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> CodeByCountry =
        Countries.ToFrozenDictionary(one => one.Key, one => one.Value.Split("; ", 2)[0], StringComparer.Ordinal);

    private static readonly string[] Articles =
        ["the ", "in ", "la ", "le ", "el ", "die ", "der ", "a ", "o ", "en ", "em ", "au ", "aus "];

    /// <summary>The country's usual English name; empty when the text is the name of none. A code counts only in capital letters, because
    /// the like of it are words: "no", "in", "is".</summary>
    public static string Of(string text)
    {
        var name = LetterFolding.Phrase(text);
        if (name.Length <= LongestCode && text.Any(char.IsLower))
        {
            return "";
        }

        return ByName.TryGetValue(name, out var country) ? country
            : Array.Find(Articles, article => name.StartsWith(article, StringComparison.Ordinal)) is { } found
                ? ByName.GetValueOrDefault(name[found.Length..], "")
                : "";
    }

    /// <summary>The country's code of two letters (ISO 3166-1); empty when the text is the name of none.</summary>
    public static string CodeOf(string text) => CodeByCountry.GetValueOrDefault(Of(text), "");
}
