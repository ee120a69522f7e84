namespace SalesIntel.Extraction;

/// <summary>Words that are values by themselves, of JSON and of the languages that models think in.</summary>
internal static class LooseWords
{
    private const int Longest = 12;

    private static readonly Dictionary<string, (LooseKind Kind, string Text)> Literals = new(StringComparer.OrdinalIgnoreCase)
    {
        ["true"] = (LooseKind.Flag, "true"),
        ["false"] = (LooseKind.Flag, "false"),
        ["null"] = (LooseKind.Null, ""),
        ["none"] = (LooseKind.Null, ""),
        ["nil"] = (LooseKind.Null, ""),
        ["undefined"] = (LooseKind.Null, ""),
        ["nan"] = (LooseKind.Null, ""),
        ["infinity"] = (LooseKind.Null, ""),
    };

    // "tru" is what is left of a literal, while "no" is a word.
    private static readonly string[] Pieces = ["t", "tr", "tru", "f", "fa", "fal", "fals", "n", "nu", "nul", "non", "undef"];

    /// <summary>The literal at a place; null when there is none.</summary>
    public static string? LiteralAt(string text, int at)
    {
        var end = at;
        while (end < text.Length && end - at < Longest && char.IsAsciiLetter(text[end]))
        {
            end++;
        }

        return end > at && (end == text.Length || !(char.IsLetterOrDigit(text[end]) || text[end] == '_'))
            && Literals.ContainsKey(text[at..end])
                ? text[at..end]
                : null;
    }

    public static bool IsLiteral(string word) => Literals.ContainsKey(word);

    public static LooseNode Value(string literal)
    {
        var (kind, value) = Literals[literal];
        var node = new LooseNode(kind, value);
        return literal is "true" or "false" or "null" ? node : node.Note(LooseNotes.Literal);
    }

    /// <summary>True for what is left of a literal that was cut.</summary>
    public static bool IsPiece(string word) => Pieces.Contains(word.ToLowerInvariant(), StringComparer.Ordinal);
}
