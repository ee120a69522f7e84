using System.Buffers;

namespace SalesIntel.Text;

/// <summary>Makes text from outside safe to store, compare, show and write to a CRM: no control characters, no direction overrides, no
/// invisible characters, no lone surrogates. Takes time linear in the text's length; clean text stays the same text.</summary>
/// <remarks>
/// There were three cleaners, with three answers to the same questions. What holds now, and why:
/// <list type="bullet">
/// <item>A control character vanishes. It used to become a space in one of them, which tore words apart.</item>
/// <item>Format characters (zero-width space, direction marks, soft hyphen, tags) vanish everywhere. Two of the three kept them, so that a
/// CRM showed a name backwards and two equal names were different leads.</item>
/// <item>Tags (U+E0000 to U+E007F) vanish as well, although flags of regions use them: invisible letters are how instructions to a
/// language model are smuggled into a form.</item>
/// <item>White space other than a line break becomes a plain space, so that a no-break space compares equal. In a block, a tab stays,
/// because it separates columns of a transcript, and so do runs of spaces.</item>
/// <item>Text is cut between characters as a reader sees them. One of them split emoji and accents.</item>
/// </list>
/// </remarks>
internal static class TextCleaner
{
    /// <summary>Longest line that is kept of a received name or title, in UTF-16 units: beyond it is an attack or an accident.</summary>
    public const int LongestLine = 1_000;

    // Clean text is recognised many characters at a time: most text has nothing to clean, and is cleaned more than once on its way.
    private static readonly SearchValues<char> PlainLine = SearchValues.Create(PlainCharacters());
    private static readonly SearchValues<char> PlainBlock = SearchValues.Create([.. PlainCharacters(), '\n', '\t']);

    private static readonly char[] ItemMarks = ['-', '–', '*', '•', ' ', '\t'];

    private enum Form
    {
        Line,
        Block,
        Name,
    }

    /// <summary>One line: line breaks and other white space become single spaces, none at the ends. A line break in an utterance could
    /// otherwise pass for a further turn.</summary>
    /// <param name="text">The text; null is empty.</param>
    /// <param name="max">UTF-16 units at most; see <see cref="Cut"/>.</param>
    public static string Line(string? text, int max = int.MaxValue) => Clean(text, Form.Line, max);

    /// <summary>Several lines: line ends become <c>\n</c>, white space at both ends goes.</summary>
    public static string Block(string? text) => Clean(text, Form.Block, int.MaxValue);

    /// <summary>As <see cref="Block"/>, of what may be HTML: see <see cref="MarkupText"/>.</summary>
    public static string Rich(string? text) => Block(MarkupText.Plain(text ?? ""));

    /// <summary>One line of at most <see cref="LongestLine"/> for the name of a person. Its letters have no joiners and no variation
    /// selectors either: two names that look the same must be the same.</summary>
    public static string Name(string? text) => Clean(text, Form.Name, LongestLine);

    /// <summary>A line of a list without the mark before it: <c>Send the quote</c> of <c>- Send the quote</c>.</summary>
    public static string Item(string line) => line.TrimStart(ItemMarks).TrimEnd();

    /// <summary>At most <paramref name="max"/> UTF-16 units, never ending inside a character as a reader sees it (a surrogate pair, a
    /// letter with its accents, a composed emoji), without white space at the end.</summary>
    public static string Cut(string text, int max) =>
        text.Length <= max ? text : text[..TextBoundary.AtOrBefore(text, max)].TrimEnd().TrimEnd(Characters.Joiners);

    /// <summary>As <see cref="Cut"/>, for readers: ends with an ellipsis where there is room for it.</summary>
    public static string Shorten(string text, int max) =>
        text.Length <= max ? text
        : max < 4 ? Cut(text, max)
        : Cut(text, max - 1) + "…";

    /// <summary>What is left of a text without white space, pictures and what can't be seen: CRMs change the one and some refuse the other.
    /// </summary>
    public static string Printed(string text)
    {
        var kept = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.IsAscii
                ? rune.Value is > ' ' and < '\x7F'
                : !Characters.IsWhiteSpace(rune) && Characters.IsPlain(rune) && Characters.IsVisible(rune))
            {
                kept.Append((char)rune.Value);
            }
        }

        return kept.ToString();
    }

    private static string Clean(string? text, Form form, int max)
    {
        if (string.IsNullOrEmpty(text))
        {
            return "";
        }

        var isPlain = form == Form.Block
            ? !text.AsSpan().ContainsAnyExcept(PlainBlock)
            : !text.AsSpan().ContainsAnyExcept(PlainLine) && !text.Contains("  ", StringComparison.Ordinal);
        return isPlain ? Cut(text.Trim(), max) : Cut(Rewrite(text, form, max), max);
    }

    private static string Rewrite(string text, Form form, int max)
    {
        var clean = new StringBuilder(Math.Min(text.Length, Math.Min(max, int.MaxValue - 2) + 2));
        var previous = default(Rune);
        var gap = false;
        for (var i = 0; i < text.Length && clean.Length <= max;)
        {
            // Half of a surrogate pair is no character: it could not even be written as UTF-8.
            var isCharacter = Rune.DecodeFromUtf16(text.AsSpan(i), out var rune, out var length) == OperationStatus.Done;
            var next = i + length;
            if (!isCharacter)
            {
                i = next;
                continue;
            }

            if (form == Form.Block && Characters.IsLineEnd(rune))
            {
                next += rune.Value == '\r' && next < text.Length && text[next] == '\n' ? 1 : 0;
                Append(new Rune('\n'));
            }
            else if (Characters.IsWhiteSpace(rune))
            {
                gap = form != Form.Block && clean.Length > 0;
                if (form == Form.Block)
                {
                    Append(rune.Value == '\t' ? rune : new Rune(' '));
                }
            }
            else if (IsKept(rune, next))
            {
                if (gap)
                {
                    clean.Append(' ');
                    gap = false;
                }

                Append(rune);
            }

            i = next;
        }

        return form == Form.Block ? clean.ToString().Trim() : clean.ToString();

        void Append(Rune rune)
        {
            Span<char> units = stackalloc char[2];
            clean.Append(units[..rune.EncodeToUtf16(units)]);
            previous = rune;
        }

        bool IsKept(Rune rune, int after)
        {
            if (!Characters.IsJoiner(rune) && !Characters.IsVariationSelector(rune))
            {
                return Characters.IsVisible(rune);
            }

            // Both belong to the characters beside them; after white space there is nothing to join or to vary.
            var isPicture = Characters.IsPictograph(previous) || Characters.IsEmojiPart(previous);
            return !gap && (isPicture || form != Form.Name)
                && (Characters.IsJoiner(rune)
                    ? Characters.Joins(rune, previous, Following(after))
                    : Characters.IsVisible(previous) && !Characters.IsWhiteSpace(previous));
        }

        Rune Following(int at) => Rune.DecodeFromUtf16(text.AsSpan(at), out var rune, out _) == OperationStatus.Done ? rune : default;
    }

    // Printable ASCII, the letters of most European languages, and the punctuation of word processors.
    private static char[] PlainCharacters() =>
    [
        .. Enumerable.Range(' ', '~' - ' ' + 1).Concat(Enumerable.Range('\u00A1', '\u024F' - '\u00A1' + 1)).Select(code => (char)code)
            .Where(c => Characters.IsVisible(new Rune(c))),
        '\u2013', '\u2014', '\u2018', '\u2019', '\u201C', '\u201D', '\u2026', '\u20AC',
    ];
}
