namespace SalesIntel.Leads;

/// <summary>Decides which names at the beginning of lines are speakers, after having seen the whole text.</summary>
/// <remarks>A sentence can begin like a speaker's line ("My point: ..."). What tells them apart is the rest of the text: a speaker comes
/// back, is known from the list of attendees, has a time, or stands in the form in which the other speakers stand.</remarks>
internal sealed class SpeakerEvidence(KnownSpeakers known)
{
    /// <summary>How many forms there are.</summary>
    internal const int Forms = (int)SpeakerForm.TimeLine + 1;

    // Nobody holds a meeting with more speakers; what looks like more is a list.
    private const int MostNames = 5_000;

    private readonly Dictionary<string, NameEvidence> names = new(StringComparer.OrdinalIgnoreCase);
    private readonly int[] lines = new int[Forms];
    private SpeakerHabits habits = new([]);
    private int words;
    private int bareTimes;
    private int pieces;

    /// <summary>True when clocks without brackets at the beginning of lines are times and not part of what was said.</summary>
    internal bool HasBareTimes => bareTimes >= 3 && bareTimes * 2 >= words;

    /// <summary>True when a clock alone on a line is a time.</summary>
    internal bool HasTimeLines => lines[(int)SpeakerForm.TimeLine] > 1;

    /// <summary>True when at least one name is a speaker's.</summary>
    internal bool HasSpeakers => habits.Lines > 0;

    /// <summary>Counts a line that is not blank.</summary>
    internal void See(bool isTimed)
    {
        words++;
        bareTimes += isTimed ? 1 : 0;
    }

    /// <summary>Counts a caption or block with more than one line.</summary>
    internal void SeePiece(bool hasLines) => pieces += hasLines ? 1 : 0;

    /// <summary>Takes note of a line that may name a speaker, or of a time.</summary>
    /// <param name="line">The line.</param>
    /// <param name="beginning">The first characters of its words.</param>
    /// <param name="isAfterBlank">It is the first line or stands after a blank one.</param>
    internal void Add(SpeakerLine line, ReadOnlySpan<char> beginning, bool isAfterBlank)
    {
        if (line.IsOnlyTime)
        {
            lines[(int)line.Form]++;
        }
        else if (Find(line.Name.Name) is { } name
            && (name.Likeness == NameLikeness.Strict || name.IsKnown
                || line.Form is not (SpeakerForm.NameLine or SpeakerForm.TimeAndNameLine)))
        {
            lines[(int)line.Form]++;
            name.Add(line, isAfterBlank, beginning is [var first, ..] && (char.IsLower(first) || char.IsAsciiDigit(first)));
        }
    }

    /// <summary>Decides.</summary>
    /// <param name="texts">The text, to find words that are also written small.</param>
    internal void Decide(IEnumerable<string> texts)
    {
        foreach (var name in names.Values)
        {
            name.IsSpeaker = IsProven(name);
        }

        var speakers = new SpeakerHabits(names.Values.Where(name => name.IsSpeaker));
        var others = names.Where(entry => !entry.Value.IsSpeaker && MayStandAlone(entry.Value)).ToList();
        if (speakers.Lines > 0 || others.Exists(entry => entry.Value.Likeness == NameLikeness.Strict))
        {
            var written = others.Where(entry => entry.Value.Likeness == NameLikeness.Strict).Select(entry => entry.Key).ToList();
            var common = written.Count > 0 ? CommonWords.In(texts, written) : null;
            others.RemoveAll(entry => common?.Consists(entry.Key) == true);
            var areMany = others.Sum(entry => entry.Value.ColonLines) * 4 >= words;
            foreach (var (text, name) in others)
            {
                name.IsSpeaker = speakers.Lines == 0 ? areMany : speakers.Include(text, name);
            }
        }

        habits = new SpeakerHabits(names.Values.Where(name => name.IsSpeaker));
    }

    internal bool Names(SpeakerLine line)
    {
        if (line.IsOnlyTime || !names.TryGetValue(line.Name.Name, out var name) || !name.IsSpeaker)
        {
            return false;
        }

        return line.HasColon || line.Form is SpeakerForm.NameAndTimeLine || (name.IsNumbered && line.Form is SpeakerForm.Bracket)
            || (name.Of(line.Form) > 0 && habits.IsMostly(line.Form));
    }

    // Where nearly every line names somebody, one that is written carelessly is somebody too.
    private bool MayStandAlone(NameEvidence name)
    {
        var isTight = name.ColonLines == name.Of(SpeakerForm.TightColon);
        return !name.IsHeading && name.ColonLines > 0 && name.Likeness switch
        {
            NameLikeness.Strict => !isTight || (name.Words > 1 && IsNearlyEvery(SpeakerForm.TightColon)),
            NameLikeness.Loose => name.Of(SpeakerForm.Colon) > 0 && IsNearlyEvery(SpeakerForm.Colon),
            _ => false,
        };
    }

    private bool IsNearlyEvery(SpeakerForm form) => lines[(int)form] * 4 >= words * 3;

    private NameEvidence? Find(string text)
    {
        if (names.TryGetValue(text, out var found))
        {
            return found;
        }

        if (names.Count == MostNames)
        {
            return null;
        }

        var likeness = Nothing.IsNoName(text) ? NameLikeness.None : NameShape.Of(text);
        var isHeading = NameShape.IsHeading(text);
        var isKnown = known.Has(text) || (!isHeading && known.MayBe(text));
        var isNumbered = SpeakerWords.IsNumberedSpeaker(text);
        if (likeness == NameLikeness.None && !isKnown && !isNumbered)
        {
            return null;
        }

        found = new NameEvidence
        {
            Likeness = likeness,
            IsKnown = isKnown,
            IsNumbered = isNumbered,
            IsHeading = isHeading,
            Words = text.Count(c => c == ' ') + 1,
        };
        names.Add(text, found);
        return found;
    }

    private bool IsProven(NameEvidence name)
    {
        if (name.IsKnown || name.IsNumbered)
        {
            return true;
        }

        return !name.IsHeading && (name.Likeness == NameLikeness.Strict ? IsProvenStrict(name) : IsProvenLoose(name));
    }

    private bool IsProvenStrict(NameEvidence name)
    {
        var isFull = name.Words > 1;
        return name.ColonLines > 1
            || name.Of(SpeakerForm.TimedColon) + name.Of(SpeakerForm.ArrowColon) > 0
            || IsSettled(SpeakerForm.NameAndTimeLine, isFull ? 1 : 2)
            || (pieces == 0 ? IsSettled(SpeakerForm.NameLine, isFull ? 1 : 2)
                : name.Of(SpeakerForm.NameLine) > 1 && IsMost(SpeakerForm.NameLine, pieces))
            || IsSettled(SpeakerForm.TimeAndNameLine, isFull && IsMost(SpeakerForm.TimeAndNameLine, bareTimes) ? 2 : int.MaxValue)
            || name.Of(SpeakerForm.TimeAndNameLine) > 1
            || name.Of(SpeakerForm.NameAndTime) > 1
            || (name.Of(SpeakerForm.NameAndTime) > 0 && IsMost(SpeakerForm.NameAndTime, words))
            || (name.Of(SpeakerForm.Bracket) > 0 && IsMost(SpeakerForm.Bracket, words))
            || (name.Of(SpeakerForm.Bold) > 0 && IsMost(SpeakerForm.Bold, words));

        bool IsSettled(SpeakerForm form, int least) => name.Of(form) > 0 && lines[(int)form] >= least;
    }

    private bool IsProvenLoose(NameEvidence name)
    {
        for (var form = SpeakerForm.Colon; form < SpeakerForm.Timed; form++)
        {
            var needsMost = form is not (SpeakerForm.TimedColon or SpeakerForm.ArrowColon or SpeakerForm.NameAndTimeLine);
            if (name.Of(form) > 1 && (!needsMost || IsMost(form, words)))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsMost(SpeakerForm form, int all) => lines[(int)form] > 1 && lines[(int)form] * 2 >= all;
}
