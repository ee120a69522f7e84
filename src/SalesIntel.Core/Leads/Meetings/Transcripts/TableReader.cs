namespace SalesIntel.Leads;

/// <summary>Reads a transcript that is a table, of separated values or in Markdown, with a row of names above it or without.</summary>
internal static class TableReader
{
    private const int LongestFirstLine = 2_000;

    private const int FewestRows = 3;
    private const int FewestCells = 2;
    private const int MostCells = 40;

    private const string SeparatorLine = "sep=";

    private static readonly char[] Separators = ['\t', ';', ','];

    /// <summary>Adds a part for each row; false when the text is no such table.</summary>
    internal static bool TryRead(string text, TranscriptDraft draft)
    {
        var end = text.IndexOf('\n', StringComparison.Ordinal);
        if (end is < 0 or > LongestFirstLine)
        {
            return false;
        }

        if (MarkdownRows.In(text) is { } rows)
        {
            return TryRead(rows, MarkdownRows.Separator, draft);
        }

        // Spreadsheets may say first what separates.
        var first = text.AsSpan(0, end).Trim();
        if (first.StartsWith(SeparatorLine, StringComparison.OrdinalIgnoreCase) && first.Length <= SeparatorLine.Length + 1)
        {
            text = text[(end + 1)..];
        }

        return Array.Exists(Separators, separator => TryRead(text, separator, draft))
            || Array.Exists(Separators, separator => TryReadNameless(text, separator, draft));
    }

    /// <summary>The same of rows that are apart already.</summary>
    internal static bool TryRead(IReadOnlyList<List<string>> rows, TranscriptDraft draft)
    {
        if (rows.Any(row => row.Count != rows[0].Count))
        {
            return false;
        }

        var named = TableColumns.Of(rows[0]);
        var columns = named ?? (rows.Count < FewestRows ? null : TableColumns.Guess(rows, isQuoted: true));
        foreach (var row in columns is null ? [] : rows.Skip(named is null ? 0 : 1))
        {
            Add(row, columns!, '\t', draft);
        }

        return columns is not null;
    }

    private static bool TryReadNameless(string text, char separator, TranscriptDraft draft)
    {
        var cells = new TableCells(text, separator);
        List<List<string>> rows = [];
        while (cells.Next() is { } row)
        {
            rows.Add(row);
            if (row.Count < FewestCells || row.Count > MostCells || rows[0].Count > MostCells)
            {
                return false;
            }
        }

        // A row has more cells only where its words have been taken apart.
        var count = rows.Count < FewestRows ? 0 : rows.Min(row => row.Count);
        var isQuoted = text.Contains($"{separator}\"", StringComparison.Ordinal);
        if (count == 0 || TableColumns.Guess([.. rows.Select(row => Joined(row, count, separator))], isQuoted) is not { } columns)
        {
            return false;
        }

        foreach (var row in rows)
        {
            Add(Whole(row, columns, separator), columns, separator, draft);
        }

        return true;
    }

    private static List<string> Joined(List<string> row, int count, char separator) =>
        [.. row.Take(count - 1), string.Join(separator, row.Skip(count - 1))];

    private static bool TryRead(string text, char separator, TranscriptDraft draft)
    {
        var cells = new TableCells(text, separator);
        return cells.Next() is { } names && TableColumns.Of(names) is { } columns && TryRead(cells, columns, separator, draft);
    }

    private static bool TryRead(TableCells cells, TableColumns columns, char separator, TranscriptDraft draft)
    {
        List<List<string>> rows = [];
        while (cells.Next() is { } row)
        {
            // A line end that was not quoted begins no row.
            if (row.Count == 1 && rows.Count > 0 && rows[^1].Count >= columns.Count)
            {
                rows[^1][columns.Words] = $"{rows[^1][columns.Words].TrimEnd()}\n{row[0]}";
            }
            else
            {
                rows.Add(Whole(row, columns, separator));
            }
        }

        // Prose with a line above it that looks like names has no rows.
        if (rows.Count == 0 || rows.Count(row => row.Count >= columns.Count) * 2 < rows.Count)
        {
            return false;
        }

        foreach (var row in rows)
        {
            Add(row, columns, separator, draft);
        }

        return true;
    }

    // Words that were not quoted have been taken apart at their own commas.
    private static List<string> Whole(List<string> row, TableColumns columns, char separator)
    {
        var more = row.Count - columns.Count;
        if (more > 0)
        {
            var words = string.Join(separator == ',' ? ", " : $"{separator} ", row.Skip(columns.Words).Take(more + 1));
            row.RemoveRange(columns.Words, more);
            row[columns.Words] = words;
        }

        return row;
    }

    private static void Add(List<string> row, TableColumns columns, char separator, TranscriptDraft draft)
    {
        var words = Cell(row, columns.Words);
        if (words.Length == 0)
        {
            draft.UnreadEntries++;
            return;
        }

        var written = Cell(row, columns.Time);
        var time = JsonTimes.Read(separator != ',' && IsDecimal(written) ? written.Replace(',', '.') : written, columns.Unit);
        draft.UnreadTimes += written.Length > 0 && !time.IsKnown ? 1 : 0;
        draft.Add(SpeakerName.Of(Cell(row, columns.Speaker)), words, time);
    }

    private static string Cell(List<string> row, int column) => column >= 0 && column < row.Count ? row[column].Trim() : "";

    private static bool IsDecimal(string text) =>
        text.Count(c => c == ',') == 1 && text.All(c => char.IsAsciiDigit(c) || c == ',');
}
