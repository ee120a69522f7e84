namespace SalesIntel.Hosting.Commands.Events;

/// <summary>A point in time as an operator writes it.</summary>
internal static class Moment
{
    public const string Short = "ISO 8601 (UTC if no offset is given), or ago: 90s, 15m, 2h, 1d";

    public const string Forms =
        "2026-11-23, 2026-11-23T09:30, 2026-11-23T09:30:00+01:00 (UTC if no offset is given), or 90s, 15m, 2h, 1d ago";

    // Longer ago than anything is kept, and far from the calendar's ends.
    private const double MostDays = 36_500;

    private static readonly string[] Formats =
    [
        "yyyy-MM-dd", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK",
    ];

    /// <summary>Reads ISO 8601 or a time ago; null when it is neither.</summary>
    public static DateTimeOffset? Read(string text, DateTimeOffset now)
    {
        var written = text.Trim();
        if (DateTimeOffset.TryParseExact(
            written, Formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at))
        {
            return at;
        }

        double secondsEach = written.Length > 0 ? written[^1] switch { 's' => 1, 'm' => 60, 'h' => 3_600, 'd' => 86_400, _ => 0 } : 0;
        return secondsEach > 0
            && double.TryParse(written[..^1], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            && number * secondsEach <= MostDays * 86_400
            ? now - TimeSpan.FromSeconds(number * secondsEach)
            : null;
    }
}
