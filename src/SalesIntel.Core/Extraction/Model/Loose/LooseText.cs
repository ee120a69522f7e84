using System.Buffers;

namespace SalesIntel.Extraction;

/// <summary>A text with a place in it, and what can be said of what follows there without moving on. Each look goes no further than to the
/// next few marks, so that reading stays linear.</summary>
internal sealed class LooseText(string text, CompletionNames names)
{
    // A comment that is longer is looked at once, when it is skipped, not from each mark before it.
    private const int LongestLook = 2_000;
    private const int MostMarks = 4;

    /// <summary>Most words that are passed over between a name and its value.</summary>
    public const int LongestProse = 80;

    /// <summary>Characters of such words.</summary>
    public static readonly SearchValues<char> WordCharacters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ ");

    private const string Prefixes = "ubrfUBRF";
    private const string NoName = "\n\\:：=,;{}[]";

    public string Source => text;

    /// <summary>The names that tell members from prose.</summary>
    public CompletionNames Names => names;

    /// <summary>Where we are.</summary>
    public int At { get; set; }

    /// <summary>True when a member of this text had a name without quotation marks.</summary>
    public bool HasBareNames { get; set; }

    /// <summary>Where the text ends, or what is to be read of it: a fence behind an object that was not closed ends it too.</summary>
    public int Length { get; set; } = text.Length;

    /// <summary>True behind the last character.</summary>
    public bool IsAtEnd => At >= Length;

    /// <summary>True at the fence of a block.</summary>
    public bool IsFenceAt(int at) => Is(at) == '`' && Is(at + 1) == '`' && Is(at + 2) == '`';

    /// <summary>What is left from a place on.</summary>
    public ReadOnlySpan<char> Rest(int at) => text.AsSpan(Math.Min(at, Length), Length - Math.Min(at, Length));

    /// <summary>The character here, or behind the end one that stands for none.</summary>
    public char Here => Is(At);

    /// <summary>The character at a place, or behind the end one that stands for none.</summary>
    public char Is(int at) => at < Length ? text[at] : '\0';

    /// <summary>True for what closes an object or an array.</summary>
    public static bool IsCloser(char c) => c is '}' or ']' or ')' or '｝' or '］';

    /// <summary>True for what separates members and items.</summary>
    public static bool IsSeparator(char c) => c is ',' or ';' or '，';

    /// <summary>True for white space and for characters that show nothing.</summary>
    public static bool IsBlank(char c) => c < '\u007F'
        ? c is ' ' or (>= '\t' and <= '\r')
        : char.IsWhiteSpace(c) || CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.Format;

    /// <summary>The place behind white space and comments.</summary>
    /// <param name="at">From where.</param>
    /// <param name="isLook">True when nothing is consumed.</param>
    public int Skip(int at, bool isLook = true)
    {
        var most = isLook ? Math.Min(Length, at + LongestLook) : Length;
        while (at < most)
        {
            if (IsBlank(text[at]))
            {
                at++;
            }
            else if (text[at] == '#' || (text[at] == '/' && Is(at + 1) == '/'))
            {
                var end = text.IndexOf('\n', at, Math.Max(0, most - at));
                at = end < 0 ? most : end + 1;
            }
            else if (text[at] == '/' && Is(at + 1) == '*')
            {
                var end = text.IndexOf("*/", at, Math.Max(0, most - at), StringComparison.Ordinal);
                at = end < 0 ? most : end + 2;
            }
            else
            {
                break;
            }
        }

        return at;
    }

    /// <summary>The place behind white space.</summary>
    public int SkipBlank(int at)
    {
        var most = Math.Min(Length, at + LongestLook);
        while (at < most && IsBlank(text[at]))
        {
            at++;
        }

        return at;
    }

    /// <summary>True when there is a line's end between two places.</summary>
    public bool HasLineEnd(int from, int to) => text.AsSpan(from, Math.Max(0, to - from)).Contains('\n');

    /// <summary>True at the bracket of an item of the list that is asked for.</summary>
    public bool IsItemAt(int at) => Is(at) is '{' or '｛' && NameAt(Skip(at + 1), out _) is { } name && names.IsOfItem(name);

    /// <summary>The width of the colon, arrow or equals sign at a place; 0 when there is none.</summary>
    public int ColonAt(int at) => Is(at) switch
    {
        ':' or '：' => 1,
        '=' => Is(at + 1) == '>' ? 2 : 1,
        _ => 0,
    };

    /// <summary>The width of an ellipsis at a place; 0 when there is none.</summary>
    public int EllipsisAt(int at) => Is(at) switch
    {
        '…' => 1,
        '.' when Is(at + 1) == '.' && Is(at + 2) == '.' => 3,
        _ => 0,
    };

    /// <summary>The quotation mark with which a string begins at a place; null when none does.</summary>
    public LooseQuote? QuoteAt(int at)
    {
        var c = Is(at);
        if (c == '\\' && LooseQuote.IsMark(Is(at + 1)))
        {
            return new LooseQuote(Is(at + 1), 1, 1, true);
        }

        // u'text', f"text"
        if (Prefixes.Contains(c) && Is(at + 1) is '"' or '\'' && !(at > 0 && char.IsLetterOrDigit(text[at - 1])))
        {
            return QuoteAt(at + 1) is { } quote ? quote with { Lead = 1 } : null;
        }

        if (!LooseQuote.IsMark(c) || IsFenceAt(at))
        {
            return null;
        }

        if (c is '"' or '\'' && Is(at + 1) == c)
        {
            if (Is(at + 2) == c)
            {
                return new LooseQuote(c, 3);
            }

            var next = Is(Skip(at + 2));
            var isEmpty = next == '\0' || IsSeparator(next) || IsCloser(next) || ColonAt(Skip(at + 2)) > 0 || next == '+'
                || QuoteAtIsNext(at + 2);
            if (isEmpty)
            {
                return new LooseQuote(c, 1);
            }

            // ""text"" as CSV has it, or a string that begins with somebody's words.
            var rest = Rest(at + 2);
            var end = rest[..Math.Min(rest.Length, LongestLook)].IndexOf(c);
            return new LooseQuote(c, end >= 0 && end + 1 < rest.Length && rest[end + 1] == c ? 2 : 1);
        }

        return new LooseQuote(c, 1);
    }

    /// <summary>The name of the member that begins at a place, with a colon behind it; null when none does. Its quotation marks may be
    /// missing, doubled or of two kinds.</summary>
    /// <param name="at">Where its quotation mark or first letter is.</param>
    /// <param name="colon">Where the colon is.</param>
    public string? NameAt(int at, out int colon)
    {
        var from = SkipMarks(at);
        var to = from;
        var most = Math.Min(Length, from + CompletionNames.Longest);
        while (to < most && !NoName.Contains(text[to]) && !LooseQuote.IsMark(text[to]))
        {
            to++;
        }

        var behind = SkipBlank(to);
        var end = SkipMarks(behind);
        colon = SkipBlank(end);
        if (to == most || to == from || (from == at && !(char.IsLetter(text[from]) || text[from] == '_')))
        {
            return null;
        }

        var isWhole = from > at == end > behind && !HasLineEnd(to, behind);
        if (ColonAt(colon) == 0)
        {
            var plain = from > at && end > behind ? text[from..to].Trim() : "";
            return names.IsKnown(plain) && BehindWords(ref colon) ? plain : null;
        }

        var name = text[from..to].Trim();
        return isWhole || names.IsKnown(name) ? name : null;
    }

    /// <summary>True when a member begins at a place: one of ours, or one whose colon has a value behind it.</summary>
    public bool IsMemberAt(int at)
    {
        if (NameAt(at, out var colon) is not { } name)
        {
            return false;
        }

        return names.IsKnown(name)
            || ((QuoteAt(at) is not null || (HasBareNames && !name.Contains(' '))) && IsValueAt(Skip(colon + ColonAt(colon))));
    }

    /// <summary>True when the text ends inside the name that begins at a place.</summary>
    public bool IsCutNameAt(int at) => QuoteAt(at) is { } quote && Length - at < CompletionNames.Longest
        && Rest(at + quote.Length).IndexOfAny('\n', ',', ':') < 0 && Rest(at + quote.Length).IndexOfAny(quote.Ends) < 0;

    /// <summary>True when a member of ours begins at a place.</summary>
    public bool IsKnownMemberAt(int at) => NameAt(at, out _) is { } name && names.IsKnown(name);

    /// <summary>True when a value other than bare words begins at a place.</summary>
    public bool IsValueAt(int at)
    {
        var c = Is(at);
        return c is '{' or '[' or '(' or '-' or '+' || char.IsAsciiDigit(c) || QuoteAt(at) is not null
            || LooseWords.LiteralAt(text, at) is not null;
    }

    /// <summary>Moves over words that are no value, to the next place where something may begin.</summary>
    public void SkipWords()
    {
        var next = Rest(At + 1).IndexOfAny(",;}]\"\n");
        At = next < 0 ? Length : At + 1 + next;
    }

    /// <summary>Moves behind the object or list that begins here.</summary>
    public void SkipNested()
    {
        var depth = 0;
        while (!IsAtEnd)
        {
            var c = Here;
            At++;
            depth += c is '{' or '[' or '(' ? 1 : IsCloser(c) ? -1 : 0;
            if (depth <= 0)
            {
                return;
            }

            var next = Rest(At).IndexOfAny("{[()]}");
            At = next < 0 ? Length : At + next;
        }
    }

    // Behind one of our names the colon may be forgotten, or have words before it.
    private bool BehindWords(ref int at)
    {
        if (IsValueAt(at))
        {
            return true;
        }

        var rest = Rest(at);
        var end = rest[..Math.Min(rest.Length, LongestProse)].IndexOfAnyExcept(WordCharacters);
        at += Math.Max(0, end);
        return end > 0 && ColonAt(at) > 0;
    }

    private int SkipMarks(int at)
    {
        var most = at + MostMarks;
        while (at < most && (LooseQuote.IsMark(Is(at)) || (Is(at) == '\\' && LooseQuote.IsMark(Is(at + 1)))))
        {
            at++;
        }

        return at;
    }

    // "" "b": an empty string, and another behind it.
    private bool QuoteAtIsNext(int at) => at < Length && IsBlank(text[at]) && LooseQuote.IsMark(Is(Skip(at)));
}
