namespace SalesIntel.Text;

/// <summary>Reads a date with a time as programs write it for people: RFC 1123, <c>2026-12-08 15:00:00 UTC</c>,
/// <c>Tue Dec 08 2026 15:00:00 GMT+0100 (Central European Time)</c>, <c>December 8, 2026 3:00 PM</c>. Without an offset it is UTC.</summary>
/// <remarks>A date in digits alone that does not begin with the year means different things to different people and is not read; nor is one
/// with a zone by any other name than UTC, which <see cref="WireTime"/> takes off before.</remarks>
internal static partial class WrittenTime
{
    private const int Longest = 100;

    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    /// <summary>The time in UTC; null when the text is none.</summary>
    public static DateTimeOffset? Read(string text)
    {
        if (text.Length > Longest)
        {
            return null;
        }

        var match = YearFirst().Match(text);
        match = match.Success ? match : MonthByName().Match(text);
        if (!match.Success)
        {
            return null;
        }

        var month = match.Groups["month"].Value;
        return Of(
            Number(match, "year"),
            char.IsAsciiDigit(month[0]) ? Number(match, "month") : 1 + Array.IndexOf(Months, month[..3].ToLowerInvariant()),
            Number(match, "day"),
            Hour(match),
            Number(match, "minute"),
            Number(match, "second"),
            match.Groups["fraction"].Value,
            Offset(match.Groups["offset"].Value));
    }

    private static DateTimeOffset? Of(int year, int month, int day, int hour, int minute, int second, string fraction, TimeSpan? offset)
    {
        if (year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)
            || hour is < 0 or > 24 || minute > 59 || second > 59 || offset is not { } ahead)
        {
            return null;
        }

        // 24:00 is the end of the day.
        var clock = new TimeSpan(hour, minute, second).Ticks + Ticks(fraction);
        if (clock > TimeSpan.TicksPerDay)
        {
            return null;
        }

        var ticks = new DateTime(year, month, day).Ticks + clock - ahead.Ticks;
        return ticks >= DateTime.MinValue.Ticks && ticks <= DateTime.MaxValue.Ticks ? new DateTimeOffset(ticks, TimeSpan.Zero) : null;
    }

    private static int Number(Match match, string group) =>
        int.TryParse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    // 12 PM is noon and 12 AM midnight; 13 PM is no time.
    private static int Hour(Match match)
    {
        var hour = Number(match, "hour");
        return match.Groups["half"].ValueSpan switch
        {
            [] => hour,
            _ when hour is < 1 or > 12 => -1,
            ['A' or 'a', ..] => hour % 12,
            _ => (hour % 12) + 12,
        };
    }

    // A tick is the seventh digit; senders write up to nine.
    private static long Ticks(string fraction) =>
        fraction.Length == 0 ? 0 : long.Parse(fraction.PadRight(7, '0').AsSpan(0, 7), NumberStyles.None, CultureInfo.InvariantCulture);

    private static TimeSpan? Offset(string text)
    {
        // GMT+1, GMT+5:30
        var digits = string.Concat(text.Where(char.IsAsciiDigit));
        digits = (digits.Length % 2 == 1 ? $"0{digits}" : digits).PadRight(4, '0');
        var ahead = new TimeSpan(int.Parse(digits[..2], CultureInfo.InvariantCulture), int.Parse(digits[2..], CultureInfo.InvariantCulture), 0);
        return ahead > TimeSpan.FromHours(14) ? null : text.Contains('-', StringComparison.Ordinal) ? -ahead : ahead;
    }

    private const RegexOptions Flags = RegexOptions.CultureInvariant | RegexOptions.IgnoreCase;

    private const string Half = @"(?:\s*(?<half>[AP][.]?M\b[.]?))";

    private const string Zone = @"(?:\s*(?:(?<offset>[+-]\d{2}(?::?\d{2})?)|(?:Z|UTC|GMT)(?:\s*(?<offset>[+-]\d{1,2}(?::?\d{2})?))?)"
        + @"(?:\s*\([^()]*\))?)?\s*$";

    [GeneratedRegex(
        @"^\s*(?<year>\d{4})(?<between>[-/.]?)(?<month>\d{2})\k<between>(?<day>\d{2})"
        + @"(?:(?:T|\s+|\s*,\s*)(?<hour>\d{2}):?(?<minute>\d{2})(?::?(?<second>\d{2})(?:[.,](?<fraction>\d{1,9}))?)?)?" + Zone,
        Flags)]
    private static partial Regex YearFirst();

    [GeneratedRegex(
        @"^\s*(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*[,.]?\s+)?(?:(?<day>\d{1,2})[\s-]+(?<month>(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*)"
        + @"|(?<month>(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*)[.]?\s+(?<day>\d{1,2})(?:st|nd|rd|th)?),?[\s-]+(?<year>\d{4})"
        + @"(?:,?\s+(?:(?:at|@)\s+)?(?<hour>\d{1,2})(?::(?<minute>\d{2})(?::(?<second>\d{2})(?:[.](?<fraction>\d{1,9}))?)?" + Half + "?"
        + "|" + Half + "))?" + Zone,
        Flags)]
    private static partial Regex MonthByName();
}
