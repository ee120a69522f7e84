namespace SalesIntel.Extraction;

/// <summary>A date as a text names it, in parts.</summary>
/// <param name="Day">Day of the month; null when not named.</param>
/// <param name="Month">1 to 12; null when not named.</param>
/// <param name="Year">The year; null when not named.</param>
/// <param name="Weekday">1 for Monday to 7; null when not named.</param>
/// <param name="First">Index of its first token.</param>
/// <param name="Last">Index of its last token.</param>
internal sealed record DateMention(int? Day, int? Month, int? Year, int? Weekday, int First, int Last)
{
    /// <summary>The weekday of a date that is named in full, 1 for Monday to 7; null of any other date, and of a day that there is not.</summary>
    public int? ItsWeekday => this is { Day: { } day and > 0, Month: { } month and (>= 1 and <= 12), Year: { } year and (>= 1 and <= 9999) }
        && day <= DateTime.DaysInMonth(year, month) ? WeekdayOf(new DateOnly(year, month, day)) : null;

    /// <summary>The weekday of a day, 1 for Monday to 7.</summary>
    public static int WeekdayOf(DateOnly day) => day.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)day.DayOfWeek;
}
