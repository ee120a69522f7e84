namespace SalesIntel.Extraction;

/// <summary>Escapes in strings: those of JSON, of the languages that models mix up with it, and of Markdown.</summary>
internal static class LooseEscapes
{
    private const char Replacement = '\uFFFD';

    /// <summary>Reads the escape that is here.</summary>
    public static void Read(LooseText text, StringBuilder words, LooseNode node)
    {
        var c = text.Is(text.At + 1);
        text.At += 2;
        switch (c)
        {
            case '"' or '\\' or '/':
                words.Append(c);
                break;
            case 'n' or 'r' or 't' or 'b' or 'f':
                words.Append(c switch { 'n' => '\n', 'r' => '\r', 't' => '\t', 'b' => '\b', _ => '\f' });
                break;
            case 'u' when Hexadecimal(text, text.At, 4) is { } unit:
                words.Append((char)unit);
                text.At += 4;
                break;
            case 'x' when Hexadecimal(text, text.At, 2) is { } unit:
                node.Note(LooseNotes.Escape);
                words.Append((char)unit);
                text.At += 2;
                break;
            case 'u' when text.Here == '{' && CodePoint(text) is var (rune, length):
                node.Note(LooseNotes.Escape);
                words.Append(rune.ToString());
                text.At += length;
                break;
            case '\n':
                // The string goes on in the next line.
                node.Note(LooseNotes.Escape);
                break;
            case '\0' when text.At > text.Length:
                text.At = text.Length;
                break;
            default:
                // Before a sign it protects the sign; before a letter it may be a path or a formula.
                node.Note(LooseNotes.Escape);
                words.Append(char.IsLetterOrDigit(c) ? "\\" : "").Append(c);
                break;
        }
    }

    /// <summary>The text with the character that stands for a wrong one in the place of each half of a surrogate pair.</summary>
    public static string WithoutHalves(string words, LooseNode node)
    {
        StringBuilder? whole = null;
        for (var i = 0; i < words.Length; i++)
        {
            if (!char.IsSurrogate(words[i]))
            {
                continue;
            }

            if (char.IsHighSurrogate(words[i]) && i + 1 < words.Length && char.IsLowSurrogate(words[i + 1]))
            {
                i++;
                continue;
            }

            whole ??= new StringBuilder(words);
            whole[i] = Replacement;
            node.Note(LooseNotes.HalfCharacter);
        }

        return whole?.ToString() ?? words;
    }

    private static int? Hexadecimal(LooseText text, int at, int digits) =>
        at + digits <= text.Length
        && int.TryParse(text.Source.AsSpan(at, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit)
            ? unit
            : null;

    // \u{1F600}
    private static (Rune Rune, int Length)? CodePoint(LooseText text)
    {
        var end = text.Source.IndexOf('}', text.At, Math.Min(8, text.Length - text.At));
        return end > text.At + 1 && Hexadecimal(text, text.At + 1, end - text.At - 1) is { } code && Rune.IsValid(code)
            ? (new Rune(code), end - text.At + 1)
            : null;
    }
}
