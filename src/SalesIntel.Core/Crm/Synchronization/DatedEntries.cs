namespace SalesIntel.Crm;

/// <summary>A text to which values are added, each with its day: <c>2026-11-23: the value</c>, the newest last.</summary>
internal static class DatedEntries
{
    /// <summary>A value with its day.</summary>
    public static string Entry(DateOnly day, string value) => $"{TimeText.Day(day)}: {value}";

    /// <summary>The text with one more entry.</summary>
    public static string Add(string text, string entry) => text.Trim().Length == 0 ? entry : $"{text.TrimEnd()}\n{entry}";

    /// <summary>True when an entry is in the text; a CRM may have changed its line ends.</summary>
    public static bool Holds(string text, string entry) =>
        $"\n{text.ReplaceLineEndings("\n")}\n".Contains($"\n{entry.ReplaceLineEndings("\n")}\n", StringComparison.Ordinal);

    /// <summary>True when an entry adds this value, on whatever day.</summary>
    public static bool Adds(string entry, string value) => entry.Length > 12 && entry.AsSpan(12).SequenceEqual(value);
}
