namespace SalesIntel.Leads;

/// <summary>Gives a text its line breaks back: on the way through forms and spreadsheets they become spaces or the two characters
/// <c>\n</c>.</summary>
internal static class LineBreaks
{
    private const int LongestHead = 120;
    private const int FewestTurns = 2;

    private static readonly string[] Marks = ["\\r\\n", "\\n"];

    /// <summary>Breaks the lines at what was written for a line break; a text that has lines stays as it is.</summary>
    internal static string FromMarks(string text)
    {
        if (text.Contains('\n', StringComparison.Ordinal) || !Marks.Any(mark => text.Contains(mark, StringComparison.OrdinalIgnoreCase)))
        {
            return text;
        }

        var lines = Marks.Aggregate(text, (broken, mark) => broken.Replace(mark, "\n", StringComparison.OrdinalIgnoreCase));
        lines = TextCleaner.Block(lines);
        return CaptionReader.Recognizes(lines) || CountTurns(lines) >= FewestTurns ? lines : text;
    }

    /// <summary>Breaks a text without lines before the names of speakers who come back, or are known to have been there.</summary>
    internal static string BeforeSpeakers(string text, KnownSpeakers known)
    {
        if (text.Contains('\n', StringComparison.Ordinal))
        {
            return text;
        }

        var heads = HeadsIn(text);
        var counts = heads.CountBy(head => head.Name, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(StringComparer.OrdinalIgnoreCase);
        var starts = heads
            .Where(head => head.IsTimed || counts[head.Name] > 1 || SpeakerWords.IsNumberedSpeaker(head.Name) || known.Has(head.Name))
            .ToList();
        if (starts.Count < FewestTurns)
        {
            return text;
        }

        var lines = new StringBuilder(text.Length + starts.Count);
        var from = 0;
        foreach (var (start, _, _) in starts)
        {
            lines.Append(text, from, start - from).Append('\n');
            from = start;
        }

        return lines.Append(text, from, text.Length - from).ToString();
    }

    // Where a sentence ends and a name with a colon follows.
    private static List<(int Start, string Name, bool IsTimed)> HeadsIn(string text)
    {
        var reader = new SpeakerLineReader();
        var heads = new List<(int Start, string Name, bool IsTimed)>();
        for (var colon = text.IndexOf(':', StringComparison.Ordinal); colon >= 0; colon = text.IndexOf(':', colon + 1))
        {
            if (colon + 1 == text.Length || !(char.IsWhiteSpace(text[colon + 1]) || text[colon + 1] == '*'))
            {
                continue;
            }

            var start = colon;
            while (start > 0 && colon - start < LongestHead && !IsAfterSentence(text, start))
            {
                start--;
            }

            if (colon - start < LongestHead
                && reader.TryRead(text.AsSpan(start, colon + 1 - start), mayBeName: false, out var line) && line.HasColon
                && NameShape.Of(line.Name.Name) == NameLikeness.Strict && !NameShape.IsHeading(line.Name.Name))
            {
                heads.Add((start, line.Name.Name, line.Form == SpeakerForm.TimedColon));
            }
        }

        return heads;
    }

    private static bool IsAfterSentence(string text, int at) =>
        char.IsWhiteSpace(text[at - 1])
        && text.AsSpan(Math.Max(0, at - 4), Math.Min(at, 4)).TrimEnd() is [.., var end] && ".?!…\"”»。！？-–—,".Contains(end);

    private static int CountTurns(string text)
    {
        var reader = new SpeakerLineReader();
        var count = 0;
        var lines = new TextLines(text);
        while (lines.MoveNext())
        {
            count += reader.TryRead(lines.Line, mayBeName: false, out var line)
                && (line.IsOnlyTime || NameShape.Of(line.Name.Name) != NameLikeness.None) ? 1 : 0;
        }

        return count;
    }
}
