namespace SalesIntel.Crm;

/// <summary>A text to which values are added, each with its day: <c>2026-11-23: the value</c>, the newest last.</summary>
internal static class DatedEntries
{
    private const int DayDigits = 10;

    /// <summary>A value with its day.</summary>
    public static string Entry(DateOnly day, string value) => $"{TimeText.Day(day)}: {value}";

    /// <summary>The text with one more entry.</summary>
    public static string Add(string text, string entry) => text.Trim().Length == 0 ? entry : $"{text.TrimEnd()}\n{entry}";

    /// <summary>True when an entry is in the text; a CRM may have changed its white space, given it formats, or made one line of it.</summary>
    public static bool Holds(string text, string entry)
    {
        var (lines, own) = (Lines(MarkupText.Plain(text)), Lines(entry));
        return $"\n{lines}\n".Contains($"\n{own}\n", StringComparison.Ordinal) || HoldsInOneLine(Joined(lines), Joined(own));
    }

    // Where no line tells what is another entry, its day does: of a text that begins with one.
    private static bool HoldsInOneLine(string text, string entry)
    {
        for (var at = IsDated(text) ? 0 : text.Length; (at = text.IndexOf(entry, at, StringComparison.Ordinal)) >= 0; at++)
        {
            if (at + entry.Length == text.Length || IsDated(text.AsSpan(at + entry.Length)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsDated(ReadOnlySpan<char> text) =>
        text.Length > DayDigits && text[DayDigits] == ':' && TimeText.ReadDay(text[..DayDigits]) is not null;

    private static string Lines(string text) =>
        string.Join('\n', text.ReplaceLineEndings("\n").Split('\n').Select(TextCleaner.Printed).Where(line => line.Length > 0));

    private static string Joined(string lines) => lines.Replace("\n", "", StringComparison.Ordinal);

    /// <summary>True when an entry adds this value, on whatever day.</summary>
    public static bool Adds(string entry, string value) => entry.Length > DayDigits + 2 && entry.AsSpan(DayDigits + 2).SequenceEqual(value);
}
