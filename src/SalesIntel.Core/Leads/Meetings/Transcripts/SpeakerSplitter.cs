namespace SalesIntel.Leads;

/// <summary>Splits parts without speakers (one text, captions, blocks) at the lines that name one.</summary>
internal sealed class SpeakerSplitter
{
    private const int LongestTime = 60;

    private readonly TranscriptDraft draft;
    private readonly SpeakerEvidence evidence;
    private readonly SpeakerLineReader reader = new();
    private readonly StringBuilder said = new();
    private SpeakerName speaker = SpeakerName.None;
    private TranscriptTime time;
    private TranscriptTime next;
    private bool hasWords;
    private bool hasNamesUnderTimes;

    private SpeakerSplitter(TranscriptDraft draft, KnownSpeakers known)
    {
        this.draft = draft;
        evidence = new SpeakerEvidence(known);
    }

    /// <summary>Puts turns in the place of a draft's parts.</summary>
    internal static void Split(TranscriptDraft draft, KnownSpeakers known)
    {
        var parts = draft.TakeParts();
        parts = parts is [var whole] ? [whole with { Text = LineBreaks.BeforeSpeakers(whole.Text, known) }] : parts;
        var splitter = Looked(draft, known, parts);
        if (!splitter.evidence.HasSpeakers && SpeakerDividers.WithColons(parts, known) is { } divided)
        {
            parts = divided;
            splitter = Looked(draft, known, parts);
        }

        foreach (var part in parts)
        {
            splitter.Read(part, isPiece: parts.Count > 1);
        }
    }

    private static SpeakerSplitter Looked(TranscriptDraft draft, KnownSpeakers known, IReadOnlyList<TranscriptPart> parts)
    {
        var splitter = new SpeakerSplitter(draft, known);
        splitter.hasNamesUnderTimes = NamesUnderTimes.In(parts);
        foreach (var part in parts)
        {
            splitter.Look(part.Text, isPiece: parts.Count > 1);
        }

        splitter.evidence.Decide(parts.Select(part => part.Text));
        return splitter;
    }

    private bool TryRead(ref TextLines lines, bool isFirstOfPiece, out SpeakerLine line, out bool isComplete)
    {
        // A name alone on its line is one where a clock follows, or above the words of a caption. Where names stand below the clocks, what
        // stands above one was said.
        var following = lines.PeekWords();
        var mayBeName = !following.IsEmpty && (isFirstOfPiece || (!hasNamesUnderTimes && IsTime(following)));
        var isFound = reader.TryRead(lines.Line, mayBeName, out line);

        // Where the name has a line of its own, words follow.
        isComplete = isFound && (line.Form is not (SpeakerForm.NameAndTimeLine or SpeakerForm.TimeAndNameLine)
            || (!following.IsEmpty && !BeginsTurn(following)));
        return isFound;
    }

    private bool IsTime(ReadOnlySpan<char> text) =>
        text.Length <= LongestTime && text.ContainsAnyInRange('0', '9')
        && reader.TryRead(text, mayBeName: false, out var line) && line.Form == SpeakerForm.TimeLine;

    private bool BeginsTurn(ReadOnlySpan<char> text) =>
        reader.TryRead(text, mayBeName: false, out var line)
        && (line.IsOnlyTime || (line.Form is SpeakerForm.NameAndTimeLine or SpeakerForm.TimeAndNameLine
            && NameShape.Of(line.Name.Name) == NameLikeness.Strict && !NameShape.IsHeading(line.Name.Name)));

    private void Look(string text, bool isPiece)
    {
        evidence.SeePiece(isPiece && text.Contains('\n', StringComparison.Ordinal));
        var lines = new TextLines(text);
        var isFirst = true;
        var isUnderTime = false;
        while (lines.MoveNext())
        {
            if (lines.IsBlank)
            {
                continue;
            }

            var isFound = TryRead(ref lines, (isPiece && isFirst) || isUnderTime, out var line, out var isComplete);
            isUnderTime = hasNamesUnderTimes && isFound && line.Form == SpeakerForm.TimeLine;
            evidence.See(isFound && line is { WordsAfterTime: >= 0, IsTimeBracketed: false });
            if (isComplete)
            {
                evidence.Add(line, lines.Line[Math.Max(0, line.WordsAt)..], lines.IsAfterBlank);
            }

            isFirst = false;
        }
    }

    private void Read(TranscriptPart part, bool isPiece)
    {
        var lines = new TextLines(part.Text);
        var isFirst = true;
        var isUnderTime = false;
        time = part.Time;
        next = default;
        while (lines.MoveNext())
        {
            var line = default(SpeakerLine);
            var isFound = !lines.IsBlank && TryRead(ref lines, (isPiece && isFirst) || isUnderTime, out line, out _);
            if (!isFound || !Take(line, lines.Line, part.Time))
            {
                Say(lines.Line);
                next = lines.IsBlank ? next : default;
            }

            isUnderTime = hasNamesUnderTimes && isFound && line.Form == SpeakerForm.TimeLine;
            isFirst &= lines.IsBlank;
        }

        Close();
    }

    // Begins a turn, or takes note of a time; false when the line is nothing but words.
    private bool Take(SpeakerLine line, ReadOnlySpan<char> text, TranscriptTime ofPart)
    {
        if (evidence.Names(line))
        {
            Close();
            speaker = line.Name;
            time = line.Time.IsKnown ? line.Time : next.IsKnown ? next : ofPart;
            next = default;
            Say(text[line.WordsAt..]);
            return true;
        }

        // Under a name a time is that of the turn, else that of what follows.
        var isTime = line.Form == SpeakerForm.TimeLine;
        if (isTime && speaker.Name.Length > 0 && !time.IsKnown && !hasWords)
        {
            time = line.Time;
            return true;
        }

        if (isTime && (line.IsTimeBracketed || evidence.HasTimeLines))
        {
            Close();
            (time, next) = (line.Time, line.Time);
            return true;
        }

        if (line.WordsAfterTime < 0 || !(line.IsTimeBracketed || evidence.HasBareTimes))
        {
            return false;
        }

        Close();
        time = line.Time;
        Say(text[line.WordsAfterTime..]);
        return true;
    }

    private void Say(ReadOnlySpan<char> line)
    {
        hasWords |= !line.IsWhiteSpace();
        said.Append(line).Append('\n');
    }

    private void Close()
    {
        draft.Add(speaker, said.ToString(), time);
        said.Clear();
        hasWords = false;
        time = default;
    }
}
