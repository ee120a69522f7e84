namespace SalesIntel.Leads;

/// <summary>Walks over the lines of a text, with a look at the next line that is not blank. Takes time linear in the text's length when
/// it is asked for that line at most once for each line.</summary>
/// <param name="text">The text; lines end with <c>\n</c>.</param>
internal ref struct TextLines(ReadOnlySpan<char> text)
{
    private readonly ReadOnlySpan<char> text = text;
    private int next;
    private bool isBlank = true;

    /// <summary>The line, without its end.</summary>
    internal ReadOnlySpan<char> Line { get; private set; }

    /// <summary>True when the line is empty or white space.</summary>
    internal readonly bool IsBlank => isBlank;

    /// <summary>True for the first line, and for a line after a blank one.</summary>
    internal bool IsAfterBlank { get; private set; }

    /// <summary>Goes to the next line.</summary>
    internal bool MoveNext()
    {
        if (next > text.Length)
        {
            return false;
        }

        IsAfterBlank = isBlank;
        Line = Take(ref next);
        isBlank = Line.IsWhiteSpace();
        return true;
    }

    /// <summary>The next line that is not blank; empty at the end of the text.</summary>
    internal readonly ReadOnlySpan<char> PeekWords()
    {
        var at = next;
        while (at <= text.Length)
        {
            var line = Take(ref at);
            if (!line.IsWhiteSpace())
            {
                return line;
            }
        }

        return default;
    }

    private readonly ReadOnlySpan<char> Take(scoped ref int at)
    {
        var rest = text[at..];
        var end = rest.IndexOf('\n');
        at = end < 0 ? text.Length + 1 : at + end + 1;
        return end < 0 ? rest : rest[..end];
    }
}
