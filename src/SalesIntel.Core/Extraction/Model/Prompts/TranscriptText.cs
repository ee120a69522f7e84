using SalesIntel.Leads;

namespace SalesIntel.Extraction;

/// <summary>Renders a transcript as numbered turns, <c>[12] Name: words</c>, one line each: whole where it fits one call, else in windows
/// that begin and end between turns and overlap, so that a question is read together with its answer.</summary>
internal static class TranscriptText
{
    /// <summary>Turns that two windows share.</summary>
    public const int Overlap = 3;

    /// <summary>Windows at most: beyond them the transcript is no meeting's, and somebody would pay for it.</summary>
    public const int MostWindows = 20;

    private const int MaxSpeakerCharacters = 100;

    /// <summary>Renders the turns.</summary>
    /// <param name="turns">The transcript.</param>
    /// <param name="tokens">Tokens that fit one call.</param>
    /// <param name="read">How many turns the windows hold whole.</param>
    public static IReadOnlyList<TranscriptWindow> Windows(IReadOnlyList<TranscriptTurn> turns, int tokens, out int read)
    {
        // A turn that fills a window alone could have no neighbours beside it.
        var longest = Math.Min(LongTurns.MostCharacters, Math.Max(1, tokens / 2));
        var windows = new List<TranscriptWindow>();
        var (first, next, cut) = (0, 0, 0);
        while (next < turns.Count && windows.Count < MostWindows)
        {
            var text = new StringBuilder();
            var (used, at) = (0, first);
            for (; at < turns.Count; at++)
            {
                var line = Line(at, turns[at], longest, out var isCut);
                var cost = TokenEstimate.Of(line) + 1;
                if (used + cost > tokens && at > next)
                {
                    break;
                }

                text.Append(text.Length > 0 ? "\n" : "").Append(line);
                used += cost;
                cut += isCut && at >= next ? 1 : 0;
            }

            windows.Add(new TranscriptWindow(text.ToString(), first, at - first));
            (next, first) = (at, Math.Max(first + 1, at - Overlap));
        }

        read = next - cut;
        return windows;
    }

    private static string Line(int index, TranscriptTurn turn, int max, out bool isCut)
    {
        var speaker = TextCleaner.Cut(TextCleaner.Line(turn.Speaker), MaxSpeakerCharacters);
        var text = TextCleaner.Line(turn.Text);
        isCut = text.Length > max;
        var shown = isCut
            ? $"{TextCleaner.Cut(text, max / 2)} [... {text.Length - max} characters are left out here ...] {text[^(max / 2)..]}"
            : text;
        return $"[{index + 1}] {(speaker.Length > 0 ? speaker : "(unknown)")}: {shown}";
    }
}
