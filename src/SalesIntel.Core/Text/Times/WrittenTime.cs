namespace SalesIntel.Text;

/// <summary>Reads a date with a time as programs write it for people: RFC 1123, <c>2026-12-08 15:00:00 UTC</c>,
/// <c>Tue Dec 08 2026 15:00:00 GMT+0100 (Central European Time)</c>, <c>December 8, 2026 3:00 PM</c>, <c>8. Dezember 2026 um 15 Uhr</c>,
/// <c>08.12.2026 15:00</c>. Without an offset it is UTC.</summary>
/// <remarks>Of a date in digits alone dots say that the day stands first; with slashes or hyphens it is read where only one reading is
/// possible: <c>13/12/2026</c>, not <c>08/12/2026</c>. A zone by any other name than UTC is taken off before, by <see cref="WireTime"/>.</remarks>
internal static partial class WrittenTime
{
    private const int Longest = 100;
    private const int MostMonths = 12;

    /// <summary>The time in UTC; null when the text is none.</summary>
    public static DateTimeOffset? Read(string text)
    {
        if (text.Length > Longest)
        {
            return null;
        }

        var match = YearFirst().Match(text);
        match = match.Success ? match : EastAsian().Match(text);
        if (match.Success)
        {
            return Of(match, Number(match, "day"), Number(match, "month"));
        }

        match = MonthByName().Match(text);
        if (match.Success)
        {
            return Of(match, Number(match, "day"), DateWords.Month(match.Groups["month"].Value));
        }

        match = YearLast().Match(text);
        return match.Success && DayAndMonth(match) is { } date ? Of(match, date.Day, date.Month) : null;
    }

    /// <summary>The same time with its parts in the usual order: of <c>Tue Dec  8 15:00:00 UTC 2026</c>, as C writes it, and of
    /// <c>03:00pm - Tuesday, December 8, 2026</c>, as calendars do. Any other text as it is.</summary>
    public static string InUsualOrder(string text)
    {
        var match = text.Length > Longest ? Match.Empty : AsCWritesIt().Match(text);
        match = match.Success || text.Length > Longest ? match : ClockFirst().Match(text);
        return !match.Success ? text : string.Join(
            ' ',
            new[] { "date", "year", "clock", "zone" }.Select(part => match.Groups[part].Value.Trim()).Where(part => part.Length > 0));
    }

    private static (int Day, int Month)? DayAndMonth(Match match)
    {
        var (first, second) = (Number(match, "first"), Number(match, "other"));
        return match.Groups["between"].Value == "." || first == second || (first > MostMonths && second <= MostMonths) ? (first, second)
            : second > MostMonths && first <= MostMonths ? (second, first)
            : null;
    }

    private static DateTimeOffset? Of(Match match, int day, int month) =>
        DateWords.MayStandBeforeDay(match.Groups["before"].Value) && DateWords.MayStandBeforeClock(match.Groups["at"].Value)
            ? Of(
                Number(match, "year"),
                month,
                day,
                Hour(match),
                Number(match, "minute"),
                Number(match, "second"),
                match.Groups["fraction"].Value,
                Offset(match.Groups["offset"].Value))
            : null;

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
            ['A' or 'a', ..] or "午前" or "上午" or "오전" => hour % 12,
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

    private const string Half = @"(?:\s*(?<half>[AP][.]?\s?M\b[.]?))";

    private const string Hours = @"\s?(?:h|hrs?|uhr|uur)\b";

    // The hour alone counts with a word before or behind it, or a half of the day.
    private const string Clock = @"(?<hour>\d{1,2})(?:(?:[:.]|\s?h\s?)(?<minute>\d{2})(?::(?<second>\d{2})(?:[.,](?<fraction>\d{1,9}))?)?(?:"
        + Half + "|" + Hours + ")?|" + Half + "|" + Hours + @"|(?(at)(?![\d:.])|(?!)))";

    private const string BeforeClock = @"(?:[,;]?\s+(?:-\s+)?(?:(?:@|(?<at>\p{L}{1,4}(?:\s\p{L}{2,4})?)[.]?)\s*)?";

    private const string BeforeDay = @"^\s*(?:(?<before>\p{L}+(?:-\p{L}+)?[.,]{0,2}(?:\s+\p{L}{2,3})?)\s+)?";

    private const string Zone = @"(?:\s*(?:(?<offset>[+-]\d{2}(?::?\d{2})?)|(?:Z|UTC|GMT)(?:\s*(?<offset>[+-]\d{1,2}(?::?\d{2})?))?)"
        + @"(?:\s*\([^()]*\))?)?\s*$";

    [GeneratedRegex(
        @"^\s*(?<year>\d{4})(?<between>[-/.]?)(?<month>\d{2})\k<between>(?<day>\d{2})"
        + @"(?:(?:T|\s+|\s*,\s*)(?<hour>\d{2}):?(?<minute>\d{2})(?::?(?<second>\d{2})(?:[.,](?<fraction>\d{1,9}))?)?)?" + Zone,
        Flags)]
    private static partial Regex YearFirst();

    [GeneratedRegex(
        @"^\s*(?<year>\d{4})\s*[年년]\s*(?<month>\d{1,2})\s*[月월]\s*(?<day>\d{1,2})\s*[日일]\s*(?:[(（]\p{L}{1,3}[)）])?"
        + @"(?:\s*(?<half>午前|午後|上午|下午|오전|오후)?\s*(?<hour>\d{1,2})\s*(?:[:：時时시]\s*"
        + @"(?:(?<minute>\d{2})(?:[:：](?<second>\d{2}))?\s*[分분]?)?))?" + Zone,
        Flags)]
    private static partial Regex EastAsian();

    [GeneratedRegex(
        BeforeDay + @"(?:(?<day>\d{1,2})(?:er|st|nd|rd|th|[.º°ª])?[\s-]*(?:(?:de|of)\s+)?(?<month>\p{L}{3,})[.]?"
        + @"|(?<month>\p{L}{3,})[.]?\s+(?<day>\d{1,2})(?:st|nd|rd|th)?)(?:,?[\s-]+|(?<=[.]))(?:(?:del?|of)\s+)?(?<year>\d{4})(?:\s+г[.]?|[.])?"
        + BeforeClock + Clock + ")?" + Zone,
        Flags)]
    private static partial Regex MonthByName();

    [GeneratedRegex(
        BeforeDay + @"(?<first>\d{1,2})(?<between>[-/.])\s?(?<other>\d{1,2})\k<between>\s?(?<year>\d{4})[.]?"
        + BeforeClock + Clock + ")?" + Zone,
        Flags)]
    private static partial Regex YearLast();

    [GeneratedRegex(
        @"^\s*(?<date>\p{L}{3}\s+\p{L}{3}\s+\d{1,2})\s+(?<clock>\d{1,2}:\d{2}:\d{2})(?<zone>\s+[A-Z]{1,5})?\s+(?<year>\d{4})\s*$", Flags)]
    private static partial Regex AsCWritesIt();

    [GeneratedRegex(
        @"^\s*(?<clock>\d{1,2}:\d{2}(?::\d{2})?(?:\s*[AP][.]?M\b[.]?)?)(?:\s*,|\s+-)?\s+(?<date>[\p{L}\d][^()]*\b\d{4})"
        + @"(?<zone>\s*\([^()]*\))?\s*$",
        Flags)]
    private static partial Regex ClockFirst();
}
