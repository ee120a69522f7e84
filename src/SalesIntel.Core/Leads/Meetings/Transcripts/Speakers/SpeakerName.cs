using SalesIntel.Text;

namespace SalesIntel.Leads;

/// <summary>A speaker's name as people write it, taken out of what a transcript puts around it: brackets, markdown, a colon, a time, a
/// company or a role.</summary>
/// <param name="Name">The name alone, one line; empty when unknown.</param>
/// <param name="Remark">What stood beside it, such as a company or a role; several remarks with <see cref="Between"/> between them.</param>
internal readonly record struct SpeakerName(string Name, string Remark)
{
    /// <summary>What stands between several remarks.</summary>
    internal const string Between = " | ";

    private const int MostLayers = 8;

    // What separates a name from a company or a role. A hyphen alone is part of a name.
    private static readonly string[] Separators = [" | ", "|", " - ", " – ", " — ", " @ ", " // ", " · ", " • "];

    internal static SpeakerName None => new("", "");

    /// <summary>The name in a field that holds a speaker and nothing else.</summary>
    internal static SpeakerName Of(string received)
    {
        var line = TextCleaner.Name(received);
        if (Nothing.IsNoName(line))
        {
            return None;
        }

        return TryRead(line, out var name, out _, out _) ? name : new SpeakerName(line, "");
    }

    /// <summary>Reads a name with what is around it; false when nothing is left of it.</summary>
    /// <param name="text">The text, without the colon that ends it.</param>
    /// <param name="name">The name.</param>
    /// <param name="time">A time that stands beside the name.</param>
    /// <param name="isBracketed">The name is in brackets.</param>
    internal static bool TryRead(ReadOnlySpan<char> text, out SpeakerName name, out TranscriptTime time, out bool isBracketed)
    {
        var remark = "";
        time = default;
        isBracketed = false;
        for (var layer = 0; layer < MostLayers; layer++)
        {
            text = TrimMarks(text);
            if (text.IsEmpty || !(TakeBrackets(ref text, ref remark, ref time, ref isBracketed)
                || TakeTime(ref text, ref time) || TakeRemark(ref text, ref remark)))
            {
                break;
            }
        }

        var shown = TextCleaner.Name(TrimMarks(text).ToString());
        (shown, remark) = shown.Length == 0 ? (TextCleaner.Name(TrimMarks(remark).ToString()), "") : (shown, TextCleaner.Name(remark));
        name = new SpeakerName(SpeakerWords.IsNumberedSpeaker(shown) ? shown.Replace(':', ' ') : shown, remark);
        return name.Name.Length > 0;
    }

    /// <summary>The index of the bracket that closes the one at the beginning; -1 when there is none.</summary>
    internal static int ClosingBracket(ReadOnlySpan<char> text)
    {
        var depth = 0;
        var close = text.IsEmpty ? '\0' : Closing(text[0]);
        for (var i = 0; close != '\0' && i < text.Length; i++)
        {
            depth += text[i] == text[0] ? 1 : text[i] == close ? -1 : 0;
            if (depth == 0)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>The bracket that closes this one; the zero character for any other character.</summary>
    internal static char Closing(char open) => open switch
    {
        '(' => ')',
        '[' => ']',
        '<' => '>',
        '{' => '}',
        '（' => '）',
        '【' => '】',
        '［' => '］',
        '「' => '」',
        _ => '\0',
    };

    private static ReadOnlySpan<char> TrimMarks(ReadOnlySpan<char> text) =>
        text.TrimStart(" \t*_`\"“”|:：,>#•–—@~=-.").TrimEnd(" \t*_`\"“”|:：,•–—@~=-");

    private static bool TakeBrackets(ref ReadOnlySpan<char> text, ref string remark, ref TranscriptTime time, ref bool isBracketed)
    {
        var close = ClosingBracket(text);
        if (close == text.Length - 1)
        {
            text = text[1..close];
            isBracketed = true;
            return true;
        }

        var open = OpeningBracket(text);
        if (open > 0)
        {
            Keep(text[(open + 1)..^1], ref remark, ref time);
            text = text[..open];
            return true;
        }

        if (close > 0)
        {
            Keep(text[1..close], ref remark, ref time);
            text = text[(close + 1)..];
            return true;
        }

        return false;
    }

    // Where the bracket begins that ends with the text.
    private static int OpeningBracket(ReadOnlySpan<char> text)
    {
        var depth = 0;
        for (var i = text.Length - 1; i >= 0; i--)
        {
            if (Closing(text[i]) == text[^1])
            {
                depth--;
                if (depth == 0)
                {
                    return i;
                }
            }

            depth += text[i] == text[^1] ? 1 : 0;
        }

        return -1;
    }

    private static void Keep(ReadOnlySpan<char> inside, ref string remark, ref TranscriptTime time)
    {
        var trimmed = inside.Trim();
        if (TranscriptClock.ReadRange(trimmed, loose: true, out var found) is > 0 and var length && length == trimmed.Length)
        {
            time = time.IsKnown ? time : found;
        }
        else
        {
            Add(trimmed, ref remark);
        }
    }

    private static bool TakeTime(ref ReadOnlySpan<char> text, ref TranscriptTime time)
    {
        if (TranscriptClock.TryTakeEnd(ref text, out var found))
        {
            time = time.IsKnown ? time : found;
            return true;
        }

        var length = TranscriptClock.ReadRange(text, loose: false, out found);
        if (length == 0 || length == text.Length)
        {
            return false;
        }

        time = time.IsKnown ? time : found;
        text = text[length..];
        return true;
    }

    private static bool TakeRemark(ref ReadOnlySpan<char> text, ref string remark)
    {
        // A chat says to whom something was said: "From Ann Lee to Everyone".
        var to = text.StartsWith("From ", StringComparison.OrdinalIgnoreCase) ? text.IndexOf(" to ", StringComparison.OrdinalIgnoreCase) : -1;
        if (to > "From ".Length)
        {
            text = text["From ".Length..to];
            return true;
        }

        foreach (var separator in Separators)
        {
            var at = text.IndexOf(separator, StringComparison.Ordinal);
            if (at > 0 && text[(at + separator.Length)..].Trim() is { Length: > 1 } right && right.ContainsAnyExceptInRange('0', '9'))
            {
                Add(right, ref remark);
                text = text[..at];
                return true;
            }
        }

        var comma = text.IndexOf(',');
        if (comma > 0 && SpeakerWords.IsRole(text[(comma + 1)..]))
        {
            Add(text[(comma + 1)..], ref remark);
            text = text[..comma];
            return true;
        }

        return false;
    }

    private static void Add(ReadOnlySpan<char> found, ref string remark) =>
        remark = remark.Length == 0 ? found.Trim().ToString() : $"{found.Trim()}{Between}{remark}";
}
