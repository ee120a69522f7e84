namespace SalesIntel.Leads;

/// <summary>Reads the line that times a caption: <c>00:00:10.000 --&gt; 00:00:15.000</c>, with settings behind, and words behind these.
/// </summary>
internal static class CaptionTiming
{
    // An arrow further on is a part of what was said.
    private const int LongestStart = 40;

    // Word processors make a dash of two hyphens.
    private static readonly string[] Arrows = ["-->", "->", "–>", "—>", "→"];

    // Of WebVTT, and of SubRip the corners of a box. Whatever else stands behind the times was said.
    private static readonly string[] Settings =
        ["align:", "position:", "line:", "size:", "vertical:", "region:", "X1:", "X2:", "Y1:", "Y2:"];

    /// <summary>What can stand between two times.</summary>
    internal static IEnumerable<string> Marks => Arrows;

    /// <summary>True for a line that can time a caption; a glance for the many that can not.</summary>
    internal static bool MayTime(ReadOnlySpan<char> line) =>
        line.ContainsAny('>', '→') || (line.TrimStart() is [>= '0' and <= '9', ..] && line.Contains(','));

    /// <summary>Reads a line.</summary>
    /// <param name="line">The line.</param>
    /// <param name="time">When the caption is shown.</param>
    /// <param name="words">What stands behind the times and the settings.</param>
    /// <returns>False for a line that does not begin with the times of a caption.</returns>
    internal static bool TryRead(ReadOnlySpan<char> line, out TranscriptTime time, out ReadOnlySpan<char> words) =>
        TryRead(line, out time, out words, out _);

    /// <summary>Reads a line, and tells whether settings stand behind the times: nobody but a caption has them.</summary>
    internal static bool TryRead(ReadOnlySpan<char> line, out TranscriptTime time, out ReadOnlySpan<char> words, out bool hasSettings)
    {
        time = default;
        words = default;
        hasSettings = false;
        var text = line.Trim();
        foreach (var mark in Arrows)
        {
            var arrow = text[..Math.Min(text.Length, LongestStart)].IndexOf(mark, StringComparison.Ordinal);
            if (arrow > 0)
            {
                var from = text[..arrow].TrimEnd();
                var to = text[(arrow + mark.Length)..].TrimStart();
                var end = TranscriptClock.Read(to, loose: true, out _);
                var behind = to[end..].TrimStart();
                words = WithoutSettings(behind);
                hasSettings = words.Length < behind.Length;
                return TranscriptClock.Read(from, loose: true, out time) == from.Length
                    && end > 0 && (end == to.Length || char.IsWhiteSpace(to[end]));
            }
        }

        return TryReadPair(text, out time);
    }

    // SubViewer's "0:00:01.000,0:00:04.000": nothing but two clocks with fractions.
    private static bool TryReadPair(ReadOnlySpan<char> text, out TranscriptTime time)
    {
        time = default;
        var comma = text.IndexOf(',');
        return comma > 0 && text.Length <= 2 * LongestStart && text[..comma].Contains('.') && IsClock(text[(comma + 1)..], out _)
            && IsClock(text[..comma], out time);

        static bool IsClock(ReadOnlySpan<char> text, out TranscriptTime time) =>
            TranscriptClock.Read(text, loose: true, out time) is > 0 and var length && length == text.Length;
    }

    private static ReadOnlySpan<char> WithoutSettings(ReadOnlySpan<char> text)
    {
        var rest = text;
        while (Setting(rest) is > 0 and var length)
        {
            rest = rest[length..].TrimStart();
        }

        return rest;
    }

    // A setting has its value right behind the colon: "Line: 4" was said.
    private static int Setting(ReadOnlySpan<char> text)
    {
        foreach (var name in Settings)
        {
            if (text.Length > name.Length && !char.IsWhiteSpace(text[name.Length])
                && text.StartsWith(name, StringComparison.OrdinalIgnoreCase))
            {
                var end = text.IndexOfAny(' ', '\t');
                return end < 0 ? text.Length : end;
            }
        }

        return 0;
    }
}
