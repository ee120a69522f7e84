using System.Buffers;

namespace SalesIntel.Text;

/// <summary>Splits a list of people at its separators, as far as they stand in no quotes, brackets or comments (RFC 5322), and are not
/// escaped.</summary>
internal static class PhraseParts
{
    // What is longer is no name: the sign that opens it is a character like others. It also keeps the time linear.
    private const int LongestWrapped = 300;

    private const string Separators = ",，、;；|\r\n";

    private static readonly SearchValues<char> DoubleQuotes = SearchValues.Create("\"“„");
    private static readonly SearchValues<char> Special = SearchValues.Create("\"'\\,;:()<>[]@|.");
    private static readonly SearchValues<char> StraightStops = Stops("\"");
    private static readonly SearchValues<char> CurlyStops = Stops("“”");
    private static readonly SearchValues<char> RoundStops = Stops(")");
    private static readonly SearchValues<char> SquareStops = Stops("]");
    private static readonly SearchValues<char> AngleStops = Stops("<>");
    private static readonly SearchValues<char> ApostropheStops = Stops("'’<>");

    /// <summary>The parts of a text, in order, without white space at their ends; none is empty.</summary>
    /// <param name="text">The text.</param>
    /// <param name="separators">The characters that separate.</param>
    public static List<string> Split(string text, string separators)
    {
        List<string> parts = [];
        var (start, isFirst) = (0, true);
        for (var i = 0; i < text.Length;)
        {
            if (separators.Contains(text[i], StringComparison.Ordinal))
            {
                Add(i);
                (start, isFirst) = (++i, true);
            }
            else
            {
                var next = End(text, i, isFirst);
                isFirst &= char.IsWhiteSpace(text[i]);
                i = next;
            }
        }

        Add(text.Length);
        return parts;

        void Add(int end)
        {
            if (text[start..end].Trim() is { Length: > 0 } part)
            {
                parts.Add(part);
            }
        }
    }

    /// <summary>The text within quotes that are around the whole of it, without its escapes; any other text without its escapes.</summary>
    public static string Unquote(string text)
    {
        var trimmed = text.Trim();
        var inner = IsQuoted(trimmed) && End(trimmed, 0, isFirst: true) == trimmed.Length ? trimmed[1..^1].Trim() : trimmed;
        if (!inner.Contains('\\', StringComparison.Ordinal))
        {
            return inner;
        }

        var plain = new StringBuilder(inner.Length);
        for (var i = 0; i < inner.Length; i++)
        {
            i += inner[i] == '\\' && i + 1 < inner.Length && Special.Contains(inner[i + 1]) ? 1 : 0;
            plain.Append(inner[i]);
        }

        return plain.ToString();
    }

    /// <summary>The text with a space for each character of what is in double quotes.</summary>
    public static string WithoutQuoted(string text)
    {
        if (text.AsSpan().IndexOfAny(DoubleQuotes) < 0)
        {
            return text;
        }

        var rest = text.ToCharArray();
        for (var i = 0; i < text.Length;)
        {
            var end = DoubleQuotes.Contains(text[i]) || text[i] == '\\' ? End(text, i, isFirst: false) : i + 1;
            if (end - i > 1 && text[i] != '\\')
            {
                rest.AsSpan(i..end).Fill(' ');
            }

            i = end;
        }

        return new string(rest);
    }

    /// <summary>True when a text begins with a quote that is closed.</summary>
    public static bool IsQuoted(string text) =>
        text.Length > 1 && (DoubleQuotes.Contains(text[0]) || text[0] is '\'' or '‘') && End(text, 0, isFirst: true) > 1;

    // The index after what begins here.
    private static int End(string text, int at, bool isFirst)
    {
        var end = text[at] switch
        {
            '\\' => Math.Min(at + 2, text.Length),
            '"' when at == 0 || !char.IsLetterOrDigit(text[at - 1]) => Close(text, at, "\"", StraightStops),
            '“' or '„' => Close(text, at, "”“", CurlyStops),
            '\'' or '‘' when isFirst => CloseOfName(text, at),
            '(' => Close(text, at, ")", RoundStops),
            '[' => Close(text, at, "]", SquareStops),
            '<' => Close(text, at, ">", AngleStops),
            _ => 0,
        };
        return end > 0 ? end : at + 1;
    }

    private static int Close(string text, int open, string closing, SearchValues<char> stops)
    {
        var inside = text.AsSpan(open + 1, Math.Min(text.Length - open - 1, LongestWrapped));
        var at = 0;
        while (at < inside.Length && inside[at..].IndexOfAny(stops) is >= 0 and var next)
        {
            at += next;
            if (inside[at] != '\\')
            {
                return closing.Contains(inside[at], StringComparison.Ordinal) ? open + at + 2 : 0;
            }

            at += 2;
        }

        return 0;
    }

    // An apostrophe within a name is none that closes it: 'Lee, Ann' <ann@lee.example>, but 't Hooft and O'Brien.
    private static int CloseOfName(string text, int open)
    {
        for (var end = open; end - open < LongestWrapped && (end = Close(text, end, "'’", ApostropheStops)) > 0; end--)
        {
            var after = text.AsSpan(end).TrimStart(' ');
            if (after.IsEmpty || after[0] == '<' || Separators.Contains(after[0], StringComparison.Ordinal))
            {
                return end;
            }
        }

        return 0;
    }

    private static SearchValues<char> Stops(string signs) => SearchValues.Create(signs + "\\\r\n");
}
