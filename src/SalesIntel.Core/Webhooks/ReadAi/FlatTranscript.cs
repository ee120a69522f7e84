using System.Globalization;
using System.Text;
using SalesIntel.Leads;
using SalesIntel.Text;

namespace SalesIntel.Webhooks.ReadAi;

/// <summary>Splits a transcript that came as one text at the lines that look like <c>Name: words</c>, with or without a time
/// such as <c>[00:01:15]</c> before.</summary>
internal static class FlatTranscript
{
    private const int LongestName = 60;
    private const int MostWords = 5;

    // Parts of names that are written small.
    private static readonly string[] Particles =
        ["van", "von", "de", "der", "den", "da", "di", "du", "del", "la", "le", "bin", "al", "zu", "y"];

    private static readonly string[] Clocks = [@"h\:m\:s", @"m\:s"];

    internal static IReadOnlyList<TranscriptTurn> Split(string text, DateTimeOffset? start)
    {
        var turns = new List<TranscriptTurn>();
        var speaker = "";
        DateTimeOffset? at = null;
        var words = new StringBuilder();

        void Close()
        {
            if (TextCleaner.Block(words.ToString()) is { Length: > 0 } said)
            {
                turns.Add(new TranscriptTurn(speaker, said, at));
            }

            words.Clear();
        }

        foreach (var line in TextCleaner.Block(text).Split('\n'))
        {
            var rest = line.AsSpan().Trim();
            var time = TakeTime(ref rest);
            if (TakeName(ref rest) is { } name)
            {
                Close();
                speaker = name;
                at = start + time;
                words.Append(rest).Append('\n');
            }
            else
            {
                words.Append(line).Append('\n');
            }
        }

        Close();
        return turns;
    }

    private static TimeSpan? TakeTime(ref ReadOnlySpan<char> line)
    {
        if (line is not ['[' or '(', ..])
        {
            return null;
        }

        var close = line.IndexOfAny(']', ')');
        if (close < 0
            || !TimeSpan.TryParseExact(line[1..close], Clocks, CultureInfo.InvariantCulture, out var time))
        {
            return null;
        }

        line = line[(close + 1)..].TrimStart();
        return time;
    }

    private static string? TakeName(ref ReadOnlySpan<char> line)
    {
        var colon = line.IndexOf(':');
        if (colon is < 1 or > LongestName || (colon + 1 < line.Length && line[colon + 1] != ' '))
        {
            return null;
        }

        var name = TextCleaner.Name(line[..colon].ToString());
        var parts = name.Split(' ');
        if (parts.Length > MostWords
            || name.IndexOfAny(['?', '!', ';', '"', '/']) >= 0
            || !parts.All(part => part.Length > 0 && (!char.IsLower(part[0]) || Particles.Contains(part)))
            || !name.Any(char.IsLetter))
        {
            return null;
        }

        line = line[(colon + 1)..].TrimStart();
        return name;
    }
}
