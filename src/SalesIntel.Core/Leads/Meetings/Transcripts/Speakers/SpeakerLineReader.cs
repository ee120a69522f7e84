using System.Buffers;

namespace SalesIntel.Leads;

/// <summary>Reads one line: does it look as if it named a speaker, or a time? Whether it does is decided over the whole text.</summary>
internal sealed class SpeakerLineReader
{
    // Most lines have none of these, and are words and nothing else.
    private static readonly SearchValues<char> Telling = SearchValues.Create("0123456789:：[<【［*_#");

    private readonly SpeakerNameReader names = new();

    /// <summary>Reads a line.</summary>
    /// <param name="line">The line.</param>
    /// <param name="mayBeName">True where a name can stand alone on its line.</param>
    /// <param name="found">What the line looks like.</param>
    /// <returns>False when it looks like words and nothing else.</returns>
    internal bool TryRead(ReadOnlySpan<char> line, bool mayBeName, out SpeakerLine found)
    {
        found = default;
        if (!mayBeName && !line[..Math.Min(line.Length, LineHead.Longest)].ContainsAny(Telling))
        {
            return false;
        }

        var head = new LineHead(line, stackalloc char[LineHead.Longest], stackalloc int[LineHead.Longest]);
        var text = head.Text;
        var at = LineScan.SkipMarks(text, out var isBullet, out var isArrow, out var isHeading);
        var start = at;
        var isTimed = LineScan.TryReadTime(text, ref at, out var time, out var isBracketed);
        found = new SpeakerLine
        {
            Form = SpeakerForm.Timed,
            Time = time,
            WordsAfterTime = isTimed ? head.PlaceOf(at) : -1,
            IsTimeBracketed = isBracketed,
            IsBullet = isBullet || head.IsBullet,
        };
        if (at == text.Length)
        {
            found = found with { Form = SpeakerForm.TimeLine };
            return isTimed && head.IsWhole;
        }

        while (text[at] == '>' && at + 1 < text.Length)
        {
            isArrow = true;
            at++;
        }

        var isBold = isHeading || (head.BoldFrom >= start && head.BoldFrom <= at);
        var hasColon = TryReadColon(line, head, at, isArrow, isBold, found, out var withColon);
        if (!hasColon || !IsName(withColon))
        {
            // The colon is part of what was said; the name ends before it in another way, or there is none.
            if ((TryReadMarked(head, at, isBold, found, out var other) && IsName(other))
                || (TryReadInside(head, at, found, out other) && IsName(other))
                || (TryReadLine(head, at, mayBeName, found, out other) && IsName(other)))
            {
                found = other;
                return true;
            }
        }

        found = withColon;
        return hasColon || isTimed;
    }

    private static bool IsName(SpeakerLine line) => NameShape.Of(line.Name.Name) != NameLikeness.None;

    private bool TryReadColon(
        ReadOnlySpan<char> line, LineHead head, int at, bool isArrow, bool isBold, SpeakerLine found, out SpeakerLine read)
    {
        read = found;
        var colon = LineScan.FindColon(head.Text[at..], head.IsWhole, out var isTight);
        if (colon < 0 || !names.TryRead(head.Text.Slice(at, colon), out var name, out var time, out var isBracketed))
        {
            return false;
        }

        var words = head.WordsAfter(at + colon);
        time = found.Time.IsKnown ? found.Time : time;
        if (!time.IsKnown)
        {
            words += LineScan.TimeAtStart(line[words..], out time);
        }

        read = found with
        {
            Name = name,
            Time = time,
            WordsAt = words,
            Form = time.IsKnown ? SpeakerForm.TimedColon
                : isArrow ? SpeakerForm.ArrowColon
                : isBracketed ? SpeakerForm.BracketColon
                : isBold ? SpeakerForm.BoldColon
                : isTight ? SpeakerForm.TightColon
                : SpeakerForm.Colon,
        };
        return true;
    }

    // A name that brackets or emphasis mark off from the words, without a colon.
    private bool TryReadMarked(LineHead head, int at, bool isBold, SpeakerLine found, out SpeakerLine read)
    {
        read = found;
        var text = head.Text;
        var inside = text[at] is '[' or '<' or '【' or '［' ? SpeakerNameReader.ClosingBracket(text[at..]) : -1;
        var end = inside > 0 ? at + inside + 1
            : isBold && head.BoldFrom >= 0 ? head.BoldTo
            : isBold && head.IsWhole ? text.Length
            : -1;
        if (end <= at || !names.TryRead(text[at..end], out var name, out var time, out _))
        {
            return false;
        }

        var next = end;
        if (LineScan.TryReadTime(text, ref next, out var after, out _) && !time.IsKnown)
        {
            time = after;
        }

        time = found.Time.IsKnown ? found.Time : time;
        while (next < text.Length && LineScan.IsSeparator(text[next]))
        {
            next++;
        }

        read = found with
        {
            Name = name,
            Time = time,
            WordsAt = head.PlaceOf(next),
            Form = time.IsKnown && next == text.Length && head.IsWhole ? SpeakerForm.NameAndTimeLine
                : inside > 0 ? SpeakerForm.Bracket
                : SpeakerForm.Bold,
        };
        return true;
    }

    // A line that holds a name and a time and nothing else.
    private bool TryReadLine(LineHead head, int at, bool mayBeName, SpeakerLine found, out SpeakerLine read)
    {
        read = found;
        var text = head.Text[at..].Trim();
        var mayEndWithTime = text is [.., (>= '0' and <= '9') or ')' or ']' or 'M' or 'm' or 's'] or [.., 'm', '.'];
        if (!head.IsWhole || (!mayEndWithTime && !mayBeName && !found.Time.IsKnown)
            || !names.TryRead(text, out var name, out var time, out _)
            || (!time.IsKnown && !mayBeName && !found.Time.IsKnown))
        {
            return false;
        }

        read = found with
        {
            Name = name,
            WordsAt = head.PlaceOf(head.Text.Length),
            Form = found.Time.IsKnown ? SpeakerForm.TimeAndNameLine
                : time.IsKnown ? SpeakerForm.NameAndTimeLine
                : SpeakerForm.NameLine,
            Time = found.Time.IsKnown ? found.Time : time,
        };
        return true;
    }

    // A name, a time (or, behind a time, a tab) and words, all on one line.
    private bool TryReadInside(LineHead head, int at, SpeakerLine found, out SpeakerLine read)
    {
        read = found;
        var text = head.Text;
        for (var i = at + 1; i < text.Length - 1 && i < at + LineScan.LongestBeforeColon; i++)
        {
            var next = i;
            var time = found.Time;
            if (found.Time.IsKnown
                ? text[i] != '\t'
                : !char.IsWhiteSpace(text[i]) || !LineScan.TryReadTime(text, ref next, out time, out _))
            {
                continue;
            }

            if (next == text.Length || !names.TryRead(text[at..i], out var name, out _, out _))
            {
                return false;
            }

            read = found with
            {
                Name = name,
                WordsAt = head.PlaceOf(next + (found.Time.IsKnown ? 1 : 0)),
                Form = found.Time.IsKnown ? SpeakerForm.TimedColon : SpeakerForm.NameAndTime,
                Time = time,
            };
            return true;
        }

        return false;
    }
}
