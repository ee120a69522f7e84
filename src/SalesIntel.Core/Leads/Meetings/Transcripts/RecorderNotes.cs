namespace SalesIntel.Leads;

/// <summary>Recognises what a recorder writes below the last words of a transcript, which nobody has said.</summary>
internal static class RecorderNotes
{
    private const int Longest = 200;

    private static readonly FrozenSet<string> Closings = [.. Lines("closings")];
    private static readonly string[] Disclaimers = [.. Lines("disclaimers")];

    /// <summary>A text without such lines at its end.</summary>
    internal static string CutOff(string text)
    {
        var rest = text.AsSpan();
        while (rest.Length > 0)
        {
            var start = rest.LastIndexOf('\n') + 1;
            var line = rest[start..].Trim();
            if (!line.IsEmpty && !IsNote(line))
            {
                break;
            }

            rest = rest[..Math.Max(0, start - 1)];
        }

        return rest.Length == text.Length ? text : rest.TrimEnd().ToString();
    }

    // The clock has hours: in words people say minutes.
    private static bool IsNote(ReadOnlySpan<char> line)
    {
        if (line.Length > Longest)
        {
            return false;
        }

        var phrase = LetterFolding.Phrase(line.ToString());
        if (Array.Exists(Disclaimers, start => phrase.StartsWith(start, StringComparison.Ordinal)))
        {
            return true;
        }

        var clock = line.IndexOfAnyInRange('0', '9');
        var rest = clock > 0 ? line[clock..] : default;
        var length = TranscriptClock.Read(rest, loose: false, out var time);
        return length > 0 && time.OnClock is not null && rest[..length].Count(':') == 2 && !rest[length..].ToString().Any(char.IsLetterOrDigit)
            && Closings.Contains(LetterFolding.Phrase(line[..clock].ToString()));
    }

    private static IEnumerable<string> Lines(string section) =>
        DataFile.Sections("Leads.Meetings.Transcripts.Data.speakers.txt")[section].Select(line => LetterFolding.Phrase(line));
}
