namespace SalesIntel.Leads;

/// <summary>Reads the part of a line that may be a speaker's name and a time beside it. Keeps what it has read, because a transcript has
/// many lines of few speakers.</summary>
internal sealed class SpeakerNameReader
{
    private const int MostLayers = 8;

    // A text with more different beginnings of lines is no transcript; to take each of them apart would take its time.
    private const int MostTexts = 10_000;

    private const string Sender = "From ";

    private const string Marks = " \t*_`\"“”|:：,•@~=" + TranscriptClock.Dashes;

    // Of the brackets in which times stand.
    private const string Opening = "([<（【［";

    private readonly Dictionary<string, SpeakerName> known = new(StringComparer.Ordinal);

    /// <summary>Reads a name with what is around it; false when nothing is left of it.</summary>
    /// <param name="text">The text, without the colon that ends it.</param>
    /// <param name="name">The name.</param>
    /// <param name="time">A time that stands beside the name.</param>
    /// <param name="isBracketed">The name is in brackets.</param>
    internal bool TryRead(ReadOnlySpan<char> text, out SpeakerName name, out TranscriptTime time, out bool isBracketed)
    {
        time = default;
        isBracketed = false;
        text = TrimMarks(text);
        for (var layer = 0; layer < MostLayers && !text.IsEmpty; layer++)
        {
            var rest = text;
            if (TakeTime(ref rest, ref time))
            {
                text = TrimMarks(rest);
            }
            else if (ClosingBracket(text) == text.Length - 1)
            {
                isBracketed = true;
                text = TrimMarks(text[1..^1]);
            }
            else
            {
                break;
            }
        }

        name = NameIn(WithoutTime(text.ToString(), ref time));
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

    private static ReadOnlySpan<char> TrimMarks(ReadOnlySpan<char> text) => text.TrimStart(Marks + ">#.").TrimEnd(Marks);

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

    // Takes a time in brackets out, wherever it stands.
    private static string WithoutTime(string text, ref TranscriptTime time)
    {
        for (var open = text.AsSpan().IndexOfAny(Opening); open >= 0;)
        {
            var close = ClosingBracket(text.AsSpan(open));
            var inside = close < 0 ? default : text.AsSpan(open + 1, close - 1).Trim();
            if (TranscriptClock.ReadRange(inside, loose: true, out var found) is > 0 and var length && length == inside.Length)
            {
                time = time.IsKnown ? time : found;
                return string.Concat(text.AsSpan(0, open), " ", text.AsSpan(open + close + 1));
            }

            var next = text.AsSpan(open + 1).IndexOfAny(Opening);
            open = next < 0 ? -1 : open + 1 + next;
        }

        return text;
    }

    private SpeakerName NameIn(string text)
    {
        if (known.TryGetValue(text, out var name))
        {
            return name;
        }

        // A chat says to whom something was said: "From Ann Lee to Everyone".
        var isSender = text.StartsWith(Sender, StringComparison.OrdinalIgnoreCase);
        var to = isSender ? text.IndexOf(" to ", StringComparison.OrdinalIgnoreCase) : -1;
        var own = to > Sender.Length ? text[Sender.Length..to] : text;
        if (IsPlain(own))
        {
            return new SpeakerName(TextCleaner.Name(own), "");
        }

        if (known.Count == MostTexts)
        {
            return SpeakerName.None;
        }

        name = SpeakerName.Of(own);
        known.Add(text, name);
        return name;
    }

    // Letters and spaces have nothing beside them.
    private static bool IsPlain(string text) => text.All(static c => char.IsLetter(c) || c is ' ' or '.');
}
