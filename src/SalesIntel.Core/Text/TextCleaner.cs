using System.Buffers;
using System.Globalization;
using System.Text;

namespace SalesIntel.Text;

/// <summary>Makes foreign text safe to carry: no control characters, no direction overrides, no broken surrogates.</summary>
internal static class TextCleaner
{
    // Most text has nothing to clean, and is cleaned more than once on its way: it is told apart many characters at a time.
    private static readonly SearchValues<char> Plain = SearchValues.Create(PlainCharacters());
    private static readonly SearchValues<char> PlainOrLine = SearchValues.Create([.. PlainCharacters(), '\n']);

    /// <summary>Text with line breaks as <c>\n</c>, trimmed.</summary>
    public static string Clean(string? text) => Clean(text, keepLines: true);

    /// <summary>Text on one line: white space runs become one space. A line break in a name or in an utterance could
    /// otherwise pass for a further turn.</summary>
    public static string OneLine(string? text) => Clean(text, keepLines: false);

    /// <summary>Cuts at <paramref name="max"/> characters, never inside a surrogate pair.</summary>
    public static string Cut(string text, int max)
    {
        if (text.Length <= max)
        {
            return text;
        }

        var end = char.IsHighSurrogate(text[max - 1]) ? max - 1 : max;
        return text[..end].TrimEnd();
    }

    private static string Clean(string? text, bool keepLines)
    {
        if (string.IsNullOrEmpty(text))
        {
            return "";
        }

        if (!text.AsSpan().ContainsAnyExcept(keepLines ? PlainOrLine : Plain) && (keepLines || !text.Contains("  ", StringComparison.Ordinal)))
        {
            return text.Trim();
        }

        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c is '\r' or '\n' or '\u0085' or '\u2028' or '\u2029')
            {
                i += c == '\r' && i + 1 < text.Length && text[i + 1] == '\n' ? 1 : 0;
                if (keepLines)
                {
                    clean.Append('\n');
                }
                else
                {
                    Space();
                }
            }
            else if (char.IsSurrogate(c))
            {
                if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                {
                    clean.Append(c).Append(text[++i]);
                }
            }
            else if (char.IsWhiteSpace(c))
            {
                Space();
            }
            else if (!char.IsControl(c) && !IsInvisible(c))
            {
                clean.Append(c);
            }
        }

        return clean.ToString().Trim();

        void Space()
        {
            if (keepLines || (clean.Length > 0 && clean[^1] != ' '))
            {
                clean.Append(' ');
            }
        }
    }

    // Printable ASCII, the letters of most European languages, and the punctuation of word processors.
    private static char[] PlainCharacters() =>
    [
        .. Enumerable.Range(' ', '~' - ' ' + 1).Concat(Enumerable.Range('\u00A1', '\u024F' - '\u00A1' + 1)).Select(code => (char)code)
            .Where(c => !IsInvisible(c)),
        '\u2013', '\u2014', '\u2018', '\u2019', '\u201C', '\u201D', '\u2026', '\u20AC',
    ];

    // Zero-width joiners stay: emoji and several scripts need them.
    private static bool IsInvisible(char c) =>
        c is not ('\u200C' or '\u200D') && CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.Format;
}
