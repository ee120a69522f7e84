using System.Net;

namespace SalesIntel.Text;

/// <summary>Makes plain text of HTML, as editors and relays send it where text is expected. What only looks like HTML is text:
/// <c>a &lt; b</c>, <c>&lt;3</c>, a name in angle brackets. Takes time linear in the text's length.</summary>
internal static partial class MarkupText
{
    // Elements that stand for a line of their own.
    private static readonly FrozenSet<string> Blocks = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "p", "div", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "tr", "table", "thead", "tbody", "blockquote", "pre", "hr", "dl",
        "dt", "dd", "section", "article", "header", "footer", "main", "aside", "figure", "figcaption", "center", "address", "html", "body");

    private static readonly FrozenSet<string> Inline = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "b", "strong", "i", "em", "u", "s", "strike", "del", "ins", "mark", "small", "big", "sub", "sup", "span", "a", "font", "code", "kbd",
        "img", "wbr", "label", "q", "cite", "abbr", "time", "td", "th");

    private static readonly FrozenSet<string> Hidden =
        FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "script", "style", "head", "title");

    // One of them is enough: nobody types them, and editors leave their ends out.
    private static readonly FrozenSet<string> Telling = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "p", "br", "li", "hr");

    // What editors put into each cell.
    private static readonly FrozenSet<string> Paragraphs = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "p", "div");

    private static readonly FrozenSet<string> Cells = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "td", "th");

    /// <summary>The text without tags, each paragraph and item of a list on a line of its own, with the characters that its entities stand
    /// for.</summary>
    /// <param name="text">The text.</param>
    /// <param name="betweenCells">What stands between two cells of a table's row.</param>
    public static string Plain(string text, char betweenCells = ' ')
    {
        if (text.AsSpan().IndexOfAny('<', '&') < 0)
        {
            return text;
        }

        if (IsMarkup(text))
        {
            return WebUtility.HtmlDecode(WithoutTags(text, betweenCells));
        }

        // On the way through another system the tags themselves may have become entities.
        var decoded = WebUtility.HtmlDecode(text);
        return decoded.Length < text.Length && IsMarkup(decoded) ? WebUtility.HtmlDecode(WithoutTags(decoded, betweenCells)) : decoded;
    }

    private static bool IsMarkup(string text)
    {
        HashSet<string> open = new(StringComparer.OrdinalIgnoreCase);
        foreach (Match tag in Tag().Matches(text))
        {
            var name = NameOf(tag);
            if (!IsKnown(name))
            {
                continue;
            }

            if (Telling.Contains(name) || tag.Groups["attributes"].Length > 0 || (IsEnd(tag) && open.Contains(name)))
            {
                return true;
            }

            if (!IsEnd(tag))
            {
                open.Add(name);
            }
        }

        return false;
    }

    private static string WithoutTags(string text, char betweenCells)
    {
        var plain = new StringBuilder(text.Length);
        var (hidden, at, isInCell) = ("", 0, false);
        foreach (Match tag in Tag().Matches(text))
        {
            var name = NameOf(tag);
            var isPassed = hidden.Length > 0
                ? !IsEnd(tag) || !name.Equals(hidden, StringComparison.OrdinalIgnoreCase)
                : !IsKnown(name) && name.Length > 0;
            if (isPassed)
            {
                continue;
            }

            if (hidden.Length == 0)
            {
                plain.Append(text, at, tag.Index - at);
            }

            hidden = hidden.Length == 0 && Hidden.Contains(name) && !IsEnd(tag) ? name : "";
            at = tag.Index + tag.Length;
            isInCell = Cells.Contains(name) ? !IsEnd(tag) : isInCell && !name.Equals("tr", StringComparison.OrdinalIgnoreCase);
            if (name.Equals("br", StringComparison.OrdinalIgnoreCase))
            {
                TrimLine(plain).Append('\n');
                at = AfterBlanks(text, at, lines: 1);
            }
            else if (Blocks.Contains(name) && !(isInCell && Paragraphs.Contains(name)))
            {
                BreakLine(plain);
                at = AfterBlanks(text, at, lines: int.MaxValue);
            }
            else if (Cells.Contains(name) && !IsEnd(tag) && plain.Length > 0 && plain[^1] != '\n')
            {
                plain.Append(betweenCells);
            }
        }

        return hidden.Length > 0 ? plain.ToString() : plain.Append(text, at, text.Length - at).ToString();
    }

    private static void BreakLine(StringBuilder plain)
    {
        if (TrimLine(plain).Length > 0 && plain[^1] != '\n')
        {
            plain.Append('\n');
        }
    }

    private static StringBuilder TrimLine(StringBuilder plain)
    {
        while (plain.Length > 0 && plain[^1] is ' ' or '\t' or '\r')
        {
            plain.Length--;
        }

        return plain;
    }

    // Line ends of the source beside a tag that breaks the line break it no second time.
    private static int AfterBlanks(string text, int at, int lines)
    {
        while (at < text.Length && (text[at] is ' ' or '\t' or '\r' || (text[at] == '\n' && lines-- > 0)))
        {
            at++;
        }

        return at;
    }

    // Word marks its own elements with a colon; a comment has no name.
    private static bool IsKnown(string name) => Blocks.Contains(name) || Inline.Contains(name) || Hidden.Contains(name)
        || name.Equals("br", StringComparison.OrdinalIgnoreCase) || name.Contains(':', StringComparison.Ordinal);

    private static string NameOf(Match tag) => tag.Groups["name"].Value;

    private static bool IsEnd(Match tag) => tag.Groups["end"].Length > 0;

    // The numbers keep the time linear: no editor writes more.
    [GeneratedRegex(
        """
        <!--(?>(?:[^-]|-(?!->)){0,2000})-->|<!doctype\s[^<>]{0,200}>|
        <(?<end>/)?(?<name>[a-z][a-z0-9]{0,10}(?::[a-z]{1,10})?)
        (?<attributes>(?>(?:\s+[a-z_][-\w:.]{0,40}\s*=\s*(?:"[^"]{0,2000}"|'[^']{0,2000}'|[^\s"'<>=`]{1,2000})){0,20}))\s*/?>
        """,
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Tag();
}
