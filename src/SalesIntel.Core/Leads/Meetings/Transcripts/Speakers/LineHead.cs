namespace SalesIntel.Leads;

/// <summary>The beginning of a line without markdown, tags and invisible characters, and where each of its characters stands in the line.
/// </summary>
internal ref struct LineHead
{
    /// <summary>Characters of a line that can hold a time and a name.</summary>
    internal const int Longest = 200;

    private readonly ReadOnlySpan<char> line;
    private readonly Span<char> characters;
    private readonly Span<int> places;
    private int length;

    /// <summary>Reads the head of a line.</summary>
    /// <param name="line">The line.</param>
    /// <param name="characters">Room for <see cref="Longest"/> characters.</param>
    /// <param name="places">Room for as many places.</param>
    internal LineHead(ReadOnlySpan<char> line, Span<char> characters, Span<int> places)
    {
        this.line = line;
        this.characters = characters;
        this.places = places;
        BoldFrom = -1;
        BoldTo = -1;
        Fill();
    }

    /// <summary>The head's text.</summary>
    internal readonly ReadOnlySpan<char> Text => characters[..length];

    internal bool IsWhole { get; private set; }

    /// <summary>True when the line begins with the star of a list.</summary>
    internal bool IsBullet { get; private set; }

    /// <summary>Where the first emphasised text begins; -1 without one.</summary>
    internal int BoldFrom { get; private set; }

    /// <summary>Where the first emphasised text ends; -1 when it does not end in the head.</summary>
    internal int BoldTo { get; private set; }

    /// <summary>Where in the line a character of the head stands.</summary>
    internal readonly int PlaceOf(int index) => index < length ? places[index] : line.Length;

    /// <summary>Where in the line the words begin that follow a character of the head.</summary>
    internal readonly int WordsAfter(int index)
    {
        var at = places[index] + 1;
        var isOpen = BoldFrom >= 0 && BoldFrom <= index && (BoldTo < 0 || BoldTo > index);
        while (isOpen && at < line.Length && Mark(line[at..]) is > 0 and var mark)
        {
            at += mark;
        }

        return line.Length - line[at..].TrimStart().Length;
    }

    private static int Mark(ReadOnlySpan<char> text)
    {
        if (text is ['*' or '`', ..])
        {
            return 1;
        }

        return text.StartsWith("__", StringComparison.Ordinal) ? 2 : Tag(text);
    }

    // The length of a tag that emphasises or begins a line; 0 for anything else.
    private static int Tag(ReadOnlySpan<char> text)
    {
        if (text is not ['<', ..] || text[..Math.Min(text.Length, 10)].IndexOf('>') is not (> 1 and var close))
        {
            return 0;
        }

        var name = text[1..close].TrimStart('/');
        return name is "b" or "i" or "u" or "em" or "strong" or "p" or "div" or "span" or "li" or "ul" or "ol" or "B" or "I" or "U" ? close + 1 : 0;
    }

    private static bool IsInvisible(char c) =>
        c is '\u200B' or '\u200E' or '\u200F' or '\uFEFF' or '\u00AD' or (>= '\u202A' and <= '\u202E') or (>= '\u2060' and <= '\u2069');

    private void Fill()
    {
        var at = 0;
        while (at < line.Length && length < Longest)
        {
            var c = line[at];
            var mark = Mark(line[at..]);
            if (mark > 0)
            {
                TakeMark(at);
                at += mark;
                while (at < line.Length && line[at] == '*' && c == '*')
                {
                    at++;
                }
            }
            else if (IsInvisible(c) || (c == '\\' && at + 1 < line.Length && char.IsAsciiLetterOrDigit(line[at + 1]) == false))
            {
                at++;
            }
            else if (length > 0 && characters[length - 1] == ']' && Target(line[at..]) is > 0 and var target)
            {
                at += target;
            }
            else
            {
                characters[length] = c != '\t' && char.IsWhiteSpace(c) ? ' ' : Narrow(at);
                places[length++] = at++;
            }
        }

        IsWhole = at >= line.Length;
    }

    // Where a link leads that markdown puts behind its text: "[0:10](https://video.example/x?t=10)".
    private static int Target(ReadOnlySpan<char> text) => text.StartsWith("(http", StringComparison.OrdinalIgnoreCase) ? text.IndexOf(')') + 1 : 0;

    // The digits of a clock and what stands between them may be as wide as the characters around them: （００：１０）.
    private readonly char Narrow(int at)
    {
        var c = line[at];
        return c is >= '０' and <= '９' ? (char)(c - '０' + '0')
            : c == '：' && at > 0 && at + 1 < line.Length && char.IsDigit(line[at - 1]) && char.IsDigit(line[at + 1]) ? ':'
            : c;
    }

    private void TakeMark(int at)
    {
        if (line[at] == '*' && Text.IsWhiteSpace() && line[(at + 1)..] is [' ' or '\t', ..])
        {
            IsBullet = true;
        }
        else if (BoldFrom < 0)
        {
            BoldFrom = length;
        }
        else if (BoldTo < 0 && length > BoldFrom)
        {
            BoldTo = length;
        }
    }
}
