namespace SalesIntel.Text;

/// <summary>Numbers as people write them.</summary>
internal static partial class NumberText
{
    /// <summary>The digits of a text that is one whole number and nothing else, e.g. <c>1200</c> of <c>1,200</c>; empty for every other text.
    /// </summary>
    public static string Whole(string text) => Number().IsMatch(text) ? string.Concat(text.Where(char.IsAsciiDigit)) : "";

    // Digits alone, or in groups of three as they are written in different countries.
    [GeneratedRegex(@"\A(?:[0-9]{1,15}|[0-9]{1,3}(?<group>[., '’])[0-9]{3}(?:\k<group>[0-9]{3}){0,3})\z", RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}
