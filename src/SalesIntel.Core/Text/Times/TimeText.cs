namespace SalesIntel.Text;

/// <summary>Times as text, each form once. Nothing here depends on the machine's culture or zone.</summary>
internal static class TimeText
{
    private const string DayFormat = "yyyy-MM-dd";
    private const string PreciseFormat = "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'";
    private const string OffsetFormat = "yyyy-MM-dd'T'HH:mm:ss";

    /// <summary>The day in the time's own offset, e.g. <c>2026-11-19</c>.</summary>
    public static string Day(DateTimeOffset at) => Text(at, DayFormat);

    /// <summary>A day, e.g. <c>2026-11-19</c>.</summary>
    public static string Day(DateOnly day) => day.ToString(DayFormat, CultureInfo.InvariantCulture);

    /// <summary>Reads <see cref="Day(DateOnly)"/>; null for any other text.</summary>
    public static DateOnly? ReadDay(ReadOnlySpan<char> text) =>
        DateOnly.TryParseExact(text, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>ISO 8601 in UTC to the second, e.g. <c>2026-11-19T16:30:00Z</c>.</summary>
    public static string Utc(DateTimeOffset at) => Text(at.ToUniversalTime(), "yyyy-MM-dd'T'HH:mm:ss'Z'");

    /// <summary>ISO 8601 in UTC to the microsecond, as a store keeps it.</summary>
    public static string Precise(DateTimeOffset at) => Text(at.ToUniversalTime(), PreciseFormat);

    /// <summary>Reads <see cref="Precise"/>; null for any other text.</summary>
    public static DateTimeOffset? ReadPrecise(string text) => DateTimeOffset.TryParseExact(
        text, PreciseFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at)
        ? at
        : null;

    /// <summary>ISO 8601 to the second with the time's own offset, e.g. <c>2026-11-19T11:30:00-05:00</c>.</summary>
    public static string WithOffset(DateTimeOffset at) => Text(at, OffsetFormat + "zzz");

    /// <summary>Reads <see cref="WithOffset"/>, also with <c>Z</c> or without an offset (UTC); null for any other text.</summary>
    public static DateTimeOffset? ReadWithOffset(string text) => DateTimeOffset.TryParseExact(
        text, OffsetFormat + "K", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
        ? at
        : null;

    /// <summary>For people, to the second, e.g. <c>2026-11-19 16:30:00 UTC</c>.</summary>
    public static string UtcSeconds(DateTimeOffset at) => Text(at.ToUniversalTime(), "yyyy-MM-dd HH:mm:ss 'UTC'");

    /// <summary>For a language model, which needs the weekday to reckon with, e.g. <c>Thursday, 2026-11-19 16:30 UTC</c>.</summary>
    public static string UtcWithWeekday(DateTimeOffset at) => Text(at.ToUniversalTime(), "dddd, yyyy-MM-dd HH:mm 'UTC'");

    /// <summary>The time in a zone; in UTC where the zone is empty or unknown.</summary>
    public static DateTimeOffset In(string zone, DateTimeOffset at) => TryIn(zone, at) ?? at.ToUniversalTime();

    /// <summary>The time at which clocks of a zone show a local one, in UTC; of two such times the earlier. The local one as UTC where the
    /// zone is empty or unknown.</summary>
    public static DateTimeOffset FromLocal(string zone, DateTime local)
    {
        var offset = TimeZones.Find(zone) is { } found
            ? found.IsAmbiguousTime(local) ? found.GetAmbiguousTimeOffsets(local).Max() : found.GetUtcOffset(local)
            : TimeSpan.Zero;
        var ticks = Math.Clamp(local.Ticks - offset.Ticks, DateTime.MinValue.Ticks, DateTime.MaxValue.Ticks);
        return new DateTimeOffset(ticks, TimeSpan.Zero);
    }

    /// <summary>For a rep, e.g. <c>Thu 19 Nov 2026, 11:30 America/New_York (16:30 UTC)</c>; in UTC alone where the zone is empty or
    /// unknown.</summary>
    public static string Describe(string zone, DateTimeOffset at)
    {
        var local = TryIn(zone, at);
        var text = Text(local ?? at.ToUniversalTime(), "ddd d MMM yyyy, HH:mm");
        return local is null ? $"{text} UTC" : $"{text} {zone} ({Text(at.ToUniversalTime(), "HH:mm 'UTC'")})";
    }

    /// <summary>As <see cref="Describe(string, DateTimeOffset)"/>, with the reader's time in place of UTC, e.g.
    /// <c>Thu 19 Nov 2026, 11:30 America/New_York (17:30 Europe/Berlin)</c>; with its day where that is another one.</summary>
    /// <param name="zone">The zone of whom it is about.</param>
    /// <param name="at">The time.</param>
    /// <param name="readersZone">The reader's; empty or unknown = UTC.</param>
    public static string Describe(string zone, DateTimeOffset at, string readersZone)
    {
        if (TryIn(readersZone, at) is not { } theirs || readersZone == zone)
        {
            return Describe(zone, at);
        }

        var local = TryIn(zone, at) ?? at.ToUniversalTime();
        var other = Text(theirs, local.Date == theirs.Date ? "HH:mm" : "ddd d MMM, HH:mm");
        return $"{Text(local, "ddd d MMM yyyy, HH:mm")} {(TryIn(zone, at) is null ? "UTC" : zone)} ({other} {readersZone})";
    }

    /// <summary>With offset and zone, e.g. <c>2026-11-19 11:30 -05:00 America/New_York</c>; empty where the zone is empty or unknown.
    /// </summary>
    public static string Local(string zone, DateTimeOffset at) =>
        TryIn(zone, at) is { } local ? $"{Text(local, "yyyy-MM-dd HH:mm zzz")} {zone}" : "";

    private static DateTimeOffset? TryIn(string zone, DateTimeOffset at) =>
        TimeZones.Find(zone) is { } found ? TimeZoneInfo.ConvertTime(at, found) : null;

    private static string Text(DateTimeOffset at, string format) => at.ToString(format, CultureInfo.InvariantCulture);
}
