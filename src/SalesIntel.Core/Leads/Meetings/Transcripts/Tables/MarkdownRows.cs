namespace SalesIntel.Leads;

/// <summary>Takes the frame off a table that is written in Markdown: bars around its rows, and a rule below its names.</summary>
internal static class MarkdownRows
{
    /// <summary>What stands between two cells.</summary>
    internal const char Separator = '|';

    /// <summary>The rows without the frame; null when the text is no such table.</summary>
    internal static string? In(string text)
    {
        var first = text.IndexOf('\n', StringComparison.Ordinal);
        if (first < 0 || !text.AsSpan(0, first).Contains(Separator))
        {
            return null;
        }

        var lines = text.Split('\n');
        return IsRule(lines[1]) ? string.Join('\n', lines.Take(1).Concat(lines.Skip(2)).Select(Row)) : null;
    }

    // "|---|:--:|", also without the bars at its ends.
    private static bool IsRule(string line) => line.Contains(Separator, StringComparison.Ordinal)
        && line.Contains('-', StringComparison.Ordinal) && line.All(c => c is Separator or '-' or ':' or ' ' or '\t');

    private static string Row(string line)
    {
        var row = line.Trim();
        row = row.StartsWith(Separator) ? row[1..] : row;
        return row.EndsWith(Separator) ? row[..^1] : row;
    }
}
