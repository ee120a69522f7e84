using System.Globalization;
using System.Text;

namespace SalesIntel.Zoho.Records;

/// <summary>Shortens text to what a field takes. Zoho refuses the whole record otherwise; there is no shortening on its side.</summary>
internal static class TextFit
{
    private const string Ellipsis = "…";

    /// <summary>At most <paramref name="max"/> UTF-16 units (never fewer than the characters that Zoho may count), ending with
    /// an ellipsis where there is room.</summary>
    public static string Shorten(string text, int max)
    {
        if (text.Length <= max)
        {
            return text;
        }

        return max < 4 ? text[..Boundary(text, max)] : text[..Boundary(text, max - 1)].TrimEnd() + Ellipsis;
    }

    /// <summary>At most so many UTF-8 bytes: for the case that Zoho counts differently from <see cref="Shorten"/>.</summary>
    public static string ShortenToBytes(string text, int max)
    {
        var end = Math.Min(text.Length, max);
        while (end > 0 && Encoding.UTF8.GetByteCount(text.AsSpan(0, end)) > max)
        {
            end = Boundary(text, end - 1);
        }

        return text[..end];
    }

    /// <summary>The last place at or before <paramref name="at"/> that splits no character.</summary>
    public static int Boundary(string text, int at)
    {
        if (at <= 0 || at >= text.Length)
        {
            return Math.Clamp(at, 0, text.Length);
        }

        var cut = at;
        while (cut > 0 && (Continues(text, cut) || text[cut - 1] == '\u200D'))
        {
            cut--;
        }

        // Nothing but combining marks: then at least no surrogate pair is split.
        return cut > 0 ? cut : char.IsLowSurrogate(text[at]) && char.IsHighSurrogate(text[at - 1]) ? at - 1 : at;
    }

    /// <summary>On one line, without control characters.</summary>
    public static string OneLine(string text) => Clean(text, keepLines: false).Trim();

    /// <summary>Without control characters, lines kept.</summary>
    public static string Lines(string text) => Clean(text, keepLines: true);

    private static string Clean(string text, bool keepLines)
    {
        if (!text.Any(char.IsControl))
        {
            return text;
        }

        var clean = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (keepLines && c is '\n' or '\t')
            {
                clean.Append(c);
            }
            else if (c is '\n' or '\t')
            {
                clean.Append(' ');
            }
            else if (!char.IsControl(c))
            {
                clean.Append(c);
            }
        }

        return clean.ToString();
    }

    private static bool Continues(string text, int at) =>
        (char.IsLowSurrogate(text[at]) && char.IsHighSurrogate(text[at - 1]))
        || text[at] == '\u200D'
        || CharUnicodeInfo.GetUnicodeCategory(text, at) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark
            or UnicodeCategory.SpacingCombiningMark;
}
