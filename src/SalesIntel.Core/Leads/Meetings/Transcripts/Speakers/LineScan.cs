namespace SalesIntel.Leads;

/// <summary>Finds the borders inside of the beginning of a line: where marks end, a time ends, a name ends.</summary>
internal static class LineScan
{
    /// <summary>Characters in which a name must have ended.</summary>
    internal const int LongestBeforeColon = 150;

    private const string Bullets = "-–—•·‣▪◦";
    private const string AfterTime = " \t|:,·•>" + TranscriptClock.Dashes;

    /// <summary>True for what stands between a time and a name or words.</summary>
    internal static bool IsSeparator(char c) => AfterTime.Contains(c);

    /// <summary>Skips what stands before a time or a name: the marks of lists, quotations, headings and subtitles.</summary>
    internal static int SkipMarks(ReadOnlySpan<char> text, out bool isBullet, out bool isArrow, out bool isHeading)
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

    /// <summary>Reads a time, in brackets or not, with what separates it from what follows.</summary>
    internal static bool TryReadTime(ReadOnlySpan<char> text, ref int at, out TranscriptTime time, out bool isBracketed)
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

        var closing = SpeakerNameReader.Closing(text[start]);
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

    /// <summary>Reads a time in brackets in front of the words, or one that is all that stands behind the colon.</summary>
    /// <returns>Its length.</returns>
    internal static int TimeAtStart(ReadOnlySpan<char> words, out TranscriptTime time)
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

    /// <summary>Finds the colon that ends a name; -1 when a clause ends or a time or a link begins before there is one.</summary>
    internal static int FindColon(ReadOnlySpan<char> text, bool isWhole, out bool isTight)
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
            else if (SpeakerNameReader.Closing(c) != '\0')
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
