using System.Globalization;
using System.Text;
using SalesIntel.Leads;
using SalesIntel.Text;

namespace SalesIntel.Extraction;

/// <summary>Renders a transcript as numbered turns, <c>[12] Name: words</c>, one line each. Above the limit the head and the tail
/// are kept, because budget, dates and next steps are said at the end, and the gap is marked.</summary>
internal static class TranscriptText
{
    private const int MaxSpeakerCharacters = 100;

    /// <summary>Renders the turns.</summary>
    /// <param name="turns">The transcript.</param>
    /// <param name="limit">Characters to keep.</param>
    /// <param name="leftOut">Turns left out.</param>
    public static string Render(IReadOnlyList<TranscriptTurn> turns, int limit, out int leftOut)
    {
        leftOut = 0;
        var lines = new string[turns.Count];
        long total = 0;
        for (var i = 0; i < turns.Count; i++)
        {
            lines[i] = Line(i, turns[i], limit / 2);
            total += lines[i].Length + 1;
        }

        if (total <= limit)
        {
            return string.Join('\n', lines);
        }

        var head = Take(Enumerable.Range(0, lines.Length));
        var tail = Take(Enumerable.Range(0, lines.Length - head).Select(i => lines.Length - 1 - i));
        leftOut = lines.Length - head - tail;
        if (leftOut == 0)
        {
            return string.Join('\n', lines);
        }

        var text = new StringBuilder(limit + 200);
        text.AppendJoin('\n', lines.Take(head));
        text.Append(CultureInfo.InvariantCulture, $"\n[... turns {head + 1} to {lines.Length - tail} are left out here ...]\n");
        text.AppendJoin('\n', lines.Skip(lines.Length - tail));
        return text.ToString();

        int Take(IEnumerable<int> order)
        {
            var used = 0;
            var count = 0;
            foreach (var i in order)
            {
                used += lines[i].Length + 1;
                if (used > limit / 2 && count > 0)
                {
                    break;
                }

                count++;
            }

            return count;
        }
    }

    private static string Line(int index, TranscriptTurn turn, int max)
    {
        var speaker = TextCleaner.Cut(TextCleaner.Line(turn.Speaker), MaxSpeakerCharacters);
        var text = TextCleaner.Line(turn.Text);
        var shown = text.Length <= max
            ? text
            : $"{TextCleaner.Cut(text, max / 2)} [... {text.Length - max} characters are left out here ...] {text[^(max / 2)..]}";
        return $"[{index + 1}] {(speaker.Length > 0 ? speaker : "(unknown)")}: {shown}";
    }
}
