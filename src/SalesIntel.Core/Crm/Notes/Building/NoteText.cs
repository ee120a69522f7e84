namespace SalesIntel.Crm;

/// <summary>Text from outside in the form in which a note shows it. A line of it always stands behind a label, a dash or an indent of our
/// own: it can't pass for a heading, a label or the marker, and a spreadsheet takes it for no formula.</summary>
internal static class NoteText
{
    private const string Indent = "  ";

    /// <summary>One line.</summary>
    public static string Line(string text) => Harmless(TextCleaner.Line(text));

    /// <summary>One line of at most so many characters.</summary>
    public static string Short(string text, int max) => TextCleaner.Shorten(Line(text), max);

    /// <summary>The lines that are not empty.</summary>
    public static IReadOnlyList<string> Lines(string text) =>
        [.. TextCleaner.Block(text).Split('\n').Select(Line).Where(line => line.Length > 0)];

    /// <summary>All in one line, its own lines separated by semicolons where they have no mark of their own.</summary>
    public static string Joined(string text) => Lines(text).Aggregate("", (joined, line) => joined switch
    {
        "" => line,
        [.., '.' or '!' or '?' or ';' or ':' or ','] => $"{joined} {line}",
        _ => $"{joined}; {line}",
    });

    /// <summary>A text of one or more lines behind a label.</summary>
    public static string Labelled(string label, string text) => Lines(text) switch
    {
        [] => "",
        [var line] => $"{label}: {line}",
        var lines => $"{label}:\n{string.Join('\n', lines.Select(line => $"{Indent}- {line}"))}",
    };

    /// <summary>A list with one line for each item; empty ones are left out.</summary>
    public static string Bullets(IEnumerable<string> items) =>
        string.Join('\n', items.Select(Line).Where(item => item.Length > 0).Select(item => $"- {item}"));

    /// <summary>The lines of a text, indented.</summary>
    public static string Indented(string text) => string.Join('\n', Lines(text).Select(line => Indent + line));

    // A note is found by its marker, which therefore stands nowhere else.
    private static string Harmless(string line) => line.Replace(Marker.Prefix, "SalesIntel-ref ", StringComparison.OrdinalIgnoreCase);
}
