namespace SalesIntel.Extraction;

/// <summary>What people write where a form asks for their company or its website.</summary>
internal static class CompanyText
{
    private const int LongestName = 120;
    private const int LongestShort = 60;

    private static readonly string[] Introductions =
    [
        "we are ", "we're ", "i work for ", "i work at ", "i'm with ", "i am with ", "i'm at ", "it's ", "it is ", "working for ",
        "employed at ",
        "wir sind ", "ich arbeite bei ", "ich bin bei ", "nous sommes ", "je travaille chez ", "je travaille pour ", "somos ",
        "trabajo en ",
        "trabajo para ", "trabalho na ", "trabalho no ", "trabalho para ",
    ];

    /// <summary>The company's name: the first line, without "I work for" and without an address behind it. Empty for a
    /// description.</summary>
    public static string Name(string text)
    {
        var line = TextCleaner.Line(text.Split('\n')[0]);
        var start = Array.Find(Introductions, introduction => line.StartsWith(introduction, StringComparison.OrdinalIgnoreCase)) ?? "";
        var name = line[start.Length..];
        foreach (var separator in (string[])[" (", ", ", " - ", " – ", " | "])
        {
            var at = name.LastIndexOf(separator, StringComparison.Ordinal);
            if (at > 0 && FieldText.WebAddress(name[(at + separator.Length)..].TrimEnd(')', ' ')).Length > 0)
            {
                name = name[..at];
            }
        }

        name = start.Length > 0 ? name.TrimEnd('.', ' ') : name;
        return name.Length <= LongestName ? name : "";
    }

    /// <summary>The first address in the text; empty when there is none.</summary>
    public static string Website(string text)
    {
        if (FieldText.WebAddress(text) is { Length: > 0 } whole)
        {
            return whole;
        }

        return text.Split([' ', '\n', '\t', ',', ';', '(', ')', '<', '>', '|'], StringSplitOptions.RemoveEmptyEntries)
            .Select(word => FieldText.WebAddress(word.TrimEnd('.', '!', '?')))
            .FirstOrDefault(address => address.Length > 0 && !address.Contains('=', StringComparison.Ordinal), "");
    }

    /// <summary>The text where it is one line of a few words; empty where it is prose.</summary>
    public static string Short(string text) => text.Contains('\n', StringComparison.Ordinal) || text.Length > LongestShort ? "" : text;
}
