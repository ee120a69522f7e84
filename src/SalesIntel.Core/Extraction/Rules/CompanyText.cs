using SalesIntel.Leads;

namespace SalesIntel.Extraction;

/// <summary>What people write where a form asks for their company or its website.</summary>
internal static partial class CompanyText
{
    private const int LongestName = 120;
    private const int LongestShort = 60;
    private const int MostWordsOfPlace = 3;

    /// <summary>The company's name: the first line, without "I work for" and without an address behind it. Empty for a
    /// description.</summary>
    public static string Name(string text)
    {
        var line = TextCleaner.Line(text.Split('\n')[0]);
        var start = RuleWords.Introductions.FirstOrDefault(introduction => IsBefore(introduction, line), "").Length;
        var name = start == 0 ? line : line[(start + 1)..];
        name = WithoutDetails(name);
        foreach (var separator in (string[])[" (", ", ", " - ", " – ", " | "])
        {
            var at = name.LastIndexOf(separator, StringComparison.Ordinal);
            if (at > 0 && FieldText.WebAddress(name[(at + separator.Length)..].TrimEnd(')', ' ')).Length > 0)
            {
                name = name[..at];
            }
        }

        name = start > 0 ? name.TrimEnd('.', ' ') : name;
        return name.Length <= LongestName ? name : "";
    }

    /// <summary>The name without what people write behind it where a form has one question for all: <c>Quill Print</c> of
    /// <c>Quill Print, 40 people, Leeds</c>. A word that may be a place is one only beside what is certain: <c>Quill, Leeds</c> may be two
    /// founders.</summary>
    public static string WithoutDetails(string name)
    {
        var borders = Border().Matches(name);
        var (end, isCertain, cut) = (name.Length, false, name.Length);
        for (var i = borders.Count - 1; i >= 0 && borders[i].Index > 0; i--)
        {
            var part = name[(borders[i].Index + borders[i].Length)..end].Trim(' ', ')', '.');
            var isDetail = IsDetail(part);
            if (!isDetail && !MayBePlace(part))
            {
                break;
            }

            (end, isCertain) = (borders[i].Index, isCertain || isDetail);
            cut = isCertain ? end : cut;
        }

        return cut == name.Length || IsDetail(name[..cut].Trim()) ? name : name[..cut].TrimEnd();
    }

    /// <summary>The text where it is one line of a few words; empty where it is prose.</summary>
    public static string Short(string text) => text.Contains('\n', StringComparison.Ordinal) || text.Length > LongestShort ? "" : text;

    private static bool IsDetail(string part) => part.Length == 0 || TeamSizeText.IsCount(part) || CountryNames.Of(part).Length > 0
        || UsStates.IsCode(part) || FieldText.WebAddress(part).Length > 0;

    // Capitals and nothing else; "Inc." and "Jones & Partners" are parts of the name.
    private static bool MayBePlace(string part) =>
        part.Split(' ') is { Length: <= MostWordsOfPlace } words
        && Array.TrueForAll(words, IsCapitalized)
        && !Array.Exists(words, NameWords.IsRole);

    private static bool IsCapitalized(string word) =>
        word.Length > 0 && char.IsUpper(word[0]) && word.All(c => char.IsLetter(c) || c is '-' or '\'' or '’' or '.');

    [GeneratedRegex(@"\s*[,;|(，；]\s*|\s+[-–—/·•]\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Border();

    private static bool IsBefore(string introduction, string line) => line.StartsWith(introduction, StringComparison.OrdinalIgnoreCase)
        && line.Length > introduction.Length && line[introduction.Length] == ' ';
}
