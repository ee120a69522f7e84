namespace SalesIntel.Leads;

/// <summary>Reads one line: does it look as if it named a speaker, or a time? Whether it does is decided over the whole text.</summary>
internal static class SpeakerLineReader
{
    private const int LongestBeforeColon = 150;
    private const string Bullets = "-–—•·‣▪◦";
    private const string AfterTime = " \t|-–—:,·•>";

    /// <summary>Reads a line.</summary>
    /// <param name="line">The line.</param>
    /// <param name="mayBeName">True where a name can stand alone on its line.</param>
    /// <param name="found">What the line looks like.</param>
    /// <returns>False when it looks like words and nothing else.</returns>
    internal static bool TryRead(ReadOnlySpan<char> line, bool mayBeName, out SpeakerLine found)
    {
        var head = new LineHead(line, stackalloc char[LineHead.Longest], stackalloc int[LineHead.Longest]);
        var text = head.Text;
        var at = SkipMarks(text, out var isBullet, out var isArrow, out var isHeading);
        var start = at;
        var isTimed = TryReadTime(text, ref at, out var time, out var isBracketed);
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

    private static bool TryReadColon(
        ReadOnlySpan<char> line, LineHead head, int at, bool isArrow, bool isBold, SpeakerLine found, out SpeakerLine read)
    {
        read = found;
        var colon = FindColon(head.Text[at..], head.IsWhole, out var isTight);
        if (colon < 0 || !SpeakerName.TryRead(head.Text.Slice(at, colon), out var name, out var time, out var isBracketed))
        {
            return false;
        }

        var words = head.WordsAfter(at + colon);
        time = found.Time.IsKnown ? found.Time : time;
        if (!time.IsKnown)
        {
            words += TimeAtStart(line[words..], out time);
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
    private static bool TryReadMarked(LineHead head, int at, bool isBold, SpeakerLine found, out SpeakerLine read)
    {
        read = found;
        var text = head.Text;
        var inside = text[at] is '[' or '<' or '【' or '［' ? SpeakerName.ClosingBracket(text[at..]) : -1;
        var end = inside > 0 ? at + inside + 1
            : isBold && head.BoldFrom >= 0 ? head.BoldTo
            : isBold && head.IsWhole ? text.Length
            : -1;
        if (end <= at || !SpeakerName.TryRead(text[at..end], out var name, out var time, out _))
        {
            return false;
        }

        var next = end;
        if (TryReadTime(text, ref next, out var after, out _) && !time.IsKnown)
        {
            time = after;
        }

        time = found.Time.IsKnown ? found.Time : time;
        while (next < text.Length && AfterTime.Contains(text[next]))
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
    private static bool TryReadLine(LineHead head, int at, bool mayBeName, SpeakerLine found, out SpeakerLine read)
    {
        read = found;
        var text = head.Text[at..].Trim();
        var mayEndWithTime = text is [.., (>= '0' and <= '9') or ')' or ']' or 'M' or 'm'] or [.., 'm', '.'];
        if (!head.IsWhole || (!mayEndWithTime && !mayBeName && !found.Time.IsKnown)
            || !SpeakerName.TryRead(text, out var name, out var time, out _)
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
    private static bool TryReadInside(LineHead head, int at, SpeakerLine found, out SpeakerLine read)
    {
        read = found;
        var text = head.Text;
        for (var i = at + 1; i < text.Length - 1 && i < at + LongestBeforeColon; i++)
        {
            var next = i;
            var time = found.Time;
            if (found.Time.IsKnown ? text[i] != '\t' : !char.IsWhiteSpace(text[i]) || !TryReadTime(text, ref next, out time, out _))
            {
                continue;
            }

            if (next == text.Length || !SpeakerName.TryRead(text[at..i], out var name, out _, out _))
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

    // What stands before a time or a name: the marks of lists, quotations, headings and subtitles.
    private static int SkipMarks(ReadOnlySpan<char> text, out bool isBullet, out bool isArrow, out bool isHeading)
    {
        isBullet = isArrow = isHeading = false;
        var at = 0;
        while (at < text.Length)
        {
            var rest = text[at..];
            if (char.IsWhiteSpace(rest[0]))
            {
                at++;
            }
            else if (rest[0] == '>')
            {
                isArrow = true;
                at++;
            }
            else if (rest[0] == '#')
            {
                isHeading = true;
                at++;
            }
            else if (Bullets.Contains(rest[0]) && rest.Length > 1 && !char.IsAsciiDigit(rest[1]))
            {
                isBullet = true;
                at++;
            }
            else if (Number(rest) is > 0 and var number)
            {
                isBullet = true;
                at += number;
            }
            else
            {
                break;
            }
        }

        return at;
    }

    // The number of a list's item, as "12. " or "12) ".
    private static int Number(ReadOnlySpan<char> text)
    {
        var digits = text.IndexOfAnyExceptInRange('0', '9');
        return digits is > 0 and <= 4 && text[digits] is '.' or ')' && digits + 1 < text.Length && char.IsWhiteSpace(text[digits + 1])
            ? digits + 1
            : 0;
    }

    private static bool TryReadTime(ReadOnlySpan<char> text, ref int at, out TranscriptTime time, out bool isBracketed)
    {
        time = default;
        isBracketed = false;
        var start = at;
        while (start < text.Length && (char.IsWhiteSpace(text[start]) || text[start] == '@'))
        {
            start++;
        }

        if (start == text.Length)
        {
            return false;
        }

        var closing = SpeakerName.Closing(text[start]);
        isBracketed = closing != '\0';
        var inside = isBracketed ? start + 1 + (text[(start + 1)..].Length - text[(start + 1)..].TrimStart(" @").Length) : start;
        var length = TranscriptClock.ReadRange(text[inside..], isBracketed, out time);
        var end = inside + length;
        while (isBracketed && end < text.Length && text[end] == ' ')
        {
            end++;
        }

        if (length == 0 || (isBracketed ? end == text.Length || text[end] != closing : end < text.Length && !AfterTime.Contains(text[end])))
        {
            time = default;
            isBracketed = false;
            return false;
        }

        end += isBracketed ? 1 : 0;
        while (end < text.Length && AfterTime.Contains(text[end]))
        {
            end++;
        }

        at = end;
        return true;
    }

    // A time in brackets in front of the words, or all that stands behind the colon.
    private static int TimeAtStart(ReadOnlySpan<char> words, out TranscriptTime time)
    {
        var at = 0;
        var head = words[..Math.Min(words.Length, LineHead.Longest)];
        if (!TryReadTime(head, ref at, out time, out var isBracketed) || (!isBracketed && at < words.Length))
        {
            time = default;
            return 0;
        }

        return at;
    }

    // The colon that ends a name; -1 when a clause ends or a time or a link begins before there is one.
    private static int FindColon(ReadOnlySpan<char> text, bool isWhole, out bool isTight)
    {
        isTight = false;
        var depth = 0;
        var isQuoted = false;
        for (var i = 0; i < text.Length && i < LongestBeforeColon; i++)
        {
            var c = text[i];
            if (c is '"' or '“' or '”')
            {
                isQuoted = !isQuoted;
            }
            else if (SpeakerName.Closing(c) != '\0')
            {
                depth++;
            }
            else if (c is ')' or ']' or '>' or '}' or '）' or '】' or '］' or '」')
            {
                depth--;
            }
            else if (c is '?' or '!' or ';' or '。' or '！' or '？' or '，' or '…' or '\t')
            {
                return -1;
            }
            else if (c is ':' or '：' && depth <= 0)
            {
                var next = i + 1 < text.Length ? text[i + 1] : ' ';
                if (i > 0 && char.IsAsciiDigit(text[i - 1]) && char.IsAsciiDigit(next))
                {
                    continue;
                }

                isTight = c == ':' && !char.IsWhiteSpace(next);
                return isQuoted || (i + 1 == text.Length && !isWhole) ? -1
                    : !isTight || char.IsLetter(next) || next is '"' or '“' or '[' or '(' or '\'' ? i
                    : -1;
            }
        }

        return -1;
    }
}
