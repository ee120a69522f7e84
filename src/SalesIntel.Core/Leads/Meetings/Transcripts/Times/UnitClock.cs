namespace SalesIntel.Leads;

/// <summary>Reads times whose numbers name their units: <c>0h 1m 5s</c>, <c>1m05s</c>, <c>65.5s</c>.</summary>
internal static class UnitClock
{
    private static readonly (string[] Names, int Seconds)[] Units =
    [
        (["hours", "hour", "hrs", "hr", "h"], 3600),
        (["minutes", "minute", "mins", "min", "m"], 60),
        (["seconds", "second", "secs", "sec", "s"], 1),
    ];

    /// <summary>Reads such a time at the beginning of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="loose">Accept one unit alone: <c>5m</c> is a length, or a distance, where other words stand around it.</param>
    /// <param name="time">The time.</param>
    /// <returns>How many characters it takes; 0 when there is none.</returns>
    internal static int Read(ReadOnlySpan<char> text, bool loose, out TranscriptTime time)
    {
        time = default;
        var sum = TimeSpan.Zero;
        var (end, count, next) = (0, 0, 0);
        while (next < Units.Length)
        {
            var at = end + (text[end..].Length - text[end..].TrimStart(' ').Length);
            var digits = TranscriptClock.Digits(text[at..], 5, out var number);
            if (digits == 0 || (count > 0 && number > 59))
            {
                break;
            }

            at += digits;
            at += TranscriptClock.Fraction(text[at..], out var fraction);
            at += text[at..] is [' ', ..] ? 1 : 0;
            var (unit, length) = Unit(text[at..], next);
            if (length == 0 || (fraction > TimeSpan.Zero && Units[unit].Seconds > 1))
            {
                break;
            }

            sum += TimeSpan.FromSeconds((long)number * Units[unit].Seconds) + fraction;
            (end, count, next) = (at + length, count + 1, unit + 1);
        }

        if (count == 0 || (count == 1 && !loose))
        {
            return 0;
        }

        time = TranscriptTime.After(sum);
        return end;
    }

    // The units come from the largest to the smallest, each once.
    private static (int Unit, int Length) Unit(ReadOnlySpan<char> text, int from)
    {
        for (var unit = from; unit < Units.Length; unit++)
        {
            foreach (var name in Units[unit].Names)
            {
                if (text.StartsWith(name, StringComparison.OrdinalIgnoreCase)
                    && (text.Length == name.Length || !char.IsLetter(text[name.Length])))
                {
                    return (unit, name.Length);
                }
            }
        }

        return (0, 0);
    }
}
