namespace SalesIntel.Leads;

/// <summary>Takes a table of separated values apart (RFC 4180), row by row. Takes time linear in the text's length.</summary>
/// <param name="text">The table; rows end with <c>\n</c>.</param>
/// <param name="separator">What stands between two cells.</param>
internal sealed class TableCells(string text, char separator)
{
    private readonly char[] ends = [separator, '\n'];
    private int next;
    private bool closes = true;

    /// <summary>The cells of the next row that is not blank, without quotes; null at the end.</summary>
    public List<string>? Next()
    {
        while (next < text.Length)
        {
            List<string> cells = [];
            do
            {
                cells.Add(Cell());
            }
            while (next < text.Length && text[next++] == separator);

            if (cells.Exists(cell => cell.Length > 0))
            {
                return cells;
            }
        }

        return null;
    }

    // Ends before what ends the cell. A quote that nothing closes is a character like others.
    private string Cell()
    {
        var start = next;
        while (start < text.Length && text[start] == ' ')
        {
            start++;
        }

        if (closes && start < text.Length && text[start] == '"' && TryQuoted(start + 1, out var quoted))
        {
            return quoted;
        }

        var end = text.IndexOfAny(ends, next);
        end = end < 0 ? text.Length : end;
        var cell = text[next..end].Trim(' ');
        next = end;
        return cell;
    }

    private bool TryQuoted(int start, out string cell)
    {
        var words = new StringBuilder();
        var from = start;
        for (var quote = text.IndexOf('"', start); quote >= 0; quote = text.IndexOf('"', from))
        {
            words.Append(text, from, quote - from);
            from = quote + 1;
            if (from < text.Length && text[from] == '"')
            {
                words.Append('"');
                from++;
                continue;
            }

            var after = from;
            while (after < text.Length && text[after] == ' ')
            {
                after++;
            }

            if (after == text.Length || Array.IndexOf(ends, text[after]) >= 0)
            {
                (next, cell) = (after, words.ToString().Trim());
                return true;
            }

            words.Append('"');
        }

        closes = false;
        cell = "";
        return false;
    }
}
