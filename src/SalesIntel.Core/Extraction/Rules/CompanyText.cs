namespace SalesIntel.Extraction;

/// <summary>What people write where a form asks for their company or its website.</summary>
internal static class CompanyText
{
    private const int LongestName = 120;
    private const int LongestShort = 60;

    /// <summary>The company's name: the first line, without "I work for" and without an address behind it. Empty for a
    /// description.</summary>
    public static string Name(string text)
    {
        var line = TextCleaner.Line(text.Split('\n')[0]);
        var start = RuleWords.Introductions.FirstOrDefault(introduction => IsBefore(introduction, line), "").Length;
        var name = start == 0 ? line : line[(start + 1)..];
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

    /// <summary>The text where it is one line of a few words; empty where it is prose.</summary>
    public static string Short(string text) => text.Contains('\n', StringComparison.Ordinal) || text.Length > LongestShort ? "" : text;

    private static bool IsBefore(string introduction, string line) => line.StartsWith(introduction, StringComparison.OrdinalIgnoreCase)
        && line.Length > introduction.Length && line[introduction.Length] == ' ';
}
