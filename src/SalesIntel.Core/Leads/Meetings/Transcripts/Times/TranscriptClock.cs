namespace SalesIntel.Leads;

/// <summary>Reads the clocks of transcripts: <c>0:10</c>, <c>00:01:15</c>, <c>1:02:03.250</c>, <c>3:05 PM</c>, <c>1m 5s</c>, a date with a
/// clock, and a range of two of them.</summary>
internal static class TranscriptClock
{
    /// <summary>Dashes, and what looks like one: the figure dash, the horizontal bar, the minus sign.</summary>
    internal const string Dashes = "-–—‒―−";

    private const int LongestMoment = 35;

    private static readonly string[] RangeMarks = [.. CaptionTiming.Marks, .. Dashes.Select(dash => $"{dash}")];

    /// <summary>Reads a clock at the beginning of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="loose">Accept what is a clock only where nothing else can stand: one digit for minutes and seconds, <c>8.00s</c>.
    /// </param>
    /// <param name="time">The time.</param>
    /// <returns>How many characters the clock takes; 0 when there is none.</returns>
    internal static int Read(ReadOnlySpan<char> text, bool loose, out TranscriptTime time)
    {
        time = default;
        var length = ReadMoment(text, ref time);
        length = length > 0 ? length : ReadDay(text, ref time);
        length = length > 0 ? length : ReadClock(text, loose, ref time);
        length = length > 0 ? length : UnitClock.Read(text, loose, out time);
        var isPartOfWord = length > 0 && length < text.Length
            && (char.IsLetterOrDigit(text[length]) || (text[length] is ':' or '/' && IsDigit(text, length + 1)));
        return isPartOfWord ? 0 : length;
    }

    /// <summary>As <see cref="Read"/>, with an end that may follow: <c>00:00 - 00:08</c>. The time is the start.</summary>
    internal static int ReadRange(ReadOnlySpan<char> text, bool loose, out TranscriptTime time)
    {
        var length = Read(text, loose, out time);
        if (length == 0)
        {
            return 0;
        }

        // In a table the end stands in the next column.
        var after = text[length..].TrimStart();
        if (text[length..] is ['\t', ..] && Read(after, loose, out _) is > 0 and var column)
        {
            return text.Length - after.Length + column;
        }

        foreach (var mark in RangeMarks)
        {
            if (after.StartsWith(mark, StringComparison.Ordinal))
            {
                var end = after[mark.Length..].TrimStart();
                var more = Read(end, loose, out _);
                return more > 0 ? text.Length - end.Length + more : length;
            }
        }

        return length;
    }

    /// <summary>Takes a clock, or a range, off the end of a text; it must stand apart from what is before it.</summary>
    internal static bool TryTakeEnd(ref ReadOnlySpan<char> text, out TranscriptTime time)
    {
        time = default;
        var best = -1;
        var start = text.Length;
        for (var word = 0; word < 4 && start > 0; word++)
        {
            start = text[..start].TrimEnd().LastIndexOfAny(" \t,|@") + 1;
            if (start == 0 || start == text.Length)
            {
                break;
            }

            if (char.IsAsciiDigit(text[start]) && ReadRange(text[start..], loose: false, out var read) == text.Length - start)
            {
                (best, time) = (start, read);
            }
        }

        if (best < 0)
        {
            return false;
        }

        text = text[..best];
        return true;
    }

    private static int ReadMoment(ReadOnlySpan<char> text, ref TranscriptTime time)
    {
        if (text.Length < 16 || text[4] != '-' || text[7] != '-' || text[10] is not (' ' or 'T'))
        {
            return 0;
        }

        var length = 11;
        while (length < text.Length && length < LongestMoment
            && (char.IsAsciiDigit(text[length]) || text[length] is ':' or '.' or '+' or 'Z'
                || (text[length] == '-' && IsDigit(text, length + 1))))
        {
            length++;
        }

        length = text[..length].TrimEnd(".:").Length;
        if (WireTime.FromIso(text[..length].ToString()) is not { } moment)
        {
            return 0;
        }

        time = TranscriptTime.At(moment);
        return length;
    }

    // A clock after a day that is written as people do, 11/12/26 or 12.11.2026: it could be in two months.
    private static int ReadDay(ReadOnlySpan<char> text, ref TranscriptTime time)
    {
        var at = 0;
        for (var group = 0; group < 3; group++)
        {
            var digits = Digits(text[at..], 4, out _);
            at += digits;
            if (digits == 0 || at >= text.Length || (group < 2 && text[at] is not ('/' or '.' or '-')))
            {
                return 0;
            }

            at += group < 2 ? 1 : 0;
        }

        var clock = text[at..].TrimStart(", ");
        var read = default(TranscriptTime);
        var length = clock.Length == text.Length - at ? 0 : ReadClock(clock, loose: false, ref read);
        if (length == 0 || read.OnClock is not { } ofDay)
        {
            return 0;
        }

        time = TranscriptTime.OfDay(ofDay);
        return text.Length - clock.Length + length;
    }

    private static int ReadClock(ReadOnlySpan<char> text, bool loose, ref TranscriptTime time)
    {
        Span<int> groups = stackalloc int[4];
        var count = 0;
        var at = 0;
        while (count < 4)
        {
            var digits = Digits(text[at..], count == 0 ? 3 : 2, out var value);
            if (digits == 0 || (count > 0 && digits == 1 && !loose) || (count > 0 && value > 59))
            {
                break;
            }

            groups[count++] = value;
            at += digits;
            if (at + 1 >= text.Length || text[at] != ':' || !char.IsAsciiDigit(text[at + 1]))
            {
                break;
            }

            at++;
        }

        if (count < 2 || !char.IsAsciiDigit(text[at - 1]))
        {
            return 0;
        }

        at += Fraction(text[at..], out var fraction);
        var half = HalfOfDay(text[at..], out var isAfternoon);
        if (half > 0 && groups[0] is >= 1 and <= 12)
        {
            var hour = (groups[0] % 12) + (isAfternoon ? 12 : 0);
            time = TranscriptTime.OfDay(new TimeSpan(hour, groups[1], count > 2 ? groups[2] : 0));
            return at + half;
        }

        // The fourth group of a time code counts frames.
        time = TranscriptTime.After(fraction + (count == 2
            ? new TimeSpan(0, groups[0], groups[1])
            : new TimeSpan(groups[0], groups[1], groups[2])));
        return at;
    }

    /// <summary>Reads the fraction of a second with what separates it; 0 when there is none.</summary>
    internal static int Fraction(ReadOnlySpan<char> text, out TimeSpan fraction)
    {
        fraction = default;
        if (text is not ['.' or ',', ..] || Digits(text[1..], 9, out var value) is not (> 0 and var digits))
        {
            return 0;
        }

        fraction = TimeSpan.FromSeconds(value / Math.Pow(10, digits));
        return 1 + digits;
    }

    private static int HalfOfDay(ReadOnlySpan<char> text, out bool isAfternoon)
    {
        var trimmed = text.TrimStart();
        isAfternoon = trimmed is ['p' or 'P', ..];
        foreach (var mark in (ReadOnlySpan<string>)["a.m.", "p.m.", "am", "pm"])
        {
            if (trimmed.StartsWith(mark, StringComparison.OrdinalIgnoreCase)
                && (trimmed.Length == mark.Length || !char.IsLetterOrDigit(trimmed[mark.Length])))
            {
                return text.Length - trimmed.Length + mark.Length;
            }
        }

        return 0;
    }

    /// <summary>Reads a whole number; 0 when there is none, or one of more digits.</summary>
    internal static int Digits(ReadOnlySpan<char> text, int most, out int value)
    {
        value = 0;
        var length = 0;
        while (length < text.Length && char.IsAsciiDigit(text[length]))
        {
            if (length == most)
            {
                return 0;
            }

            value = (value * 10) + text[length++] - '0';
        }

        return length;
    }

    private static bool IsDigit(ReadOnlySpan<char> text, int at) => at < text.Length && char.IsAsciiDigit(text[at]);
}
