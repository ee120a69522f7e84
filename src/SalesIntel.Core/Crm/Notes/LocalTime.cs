using System.Globalization;

namespace SalesIntel.Crm;

/// <summary>Times as a rep reads them.</summary>
internal static class LocalTime
{
    /// <summary>The time in a zone; in UTC where the zone is empty or unknown.</summary>
    public static DateTimeOffset In(string zone, DateTimeOffset at) =>
        zone.Length > 0 && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var found)
            ? TimeZoneInfo.ConvertTime(at, found)
            : at.ToUniversalTime();

    /// <summary>E.g. <c>Thu 19 Nov 2026, 11:30 America/New_York (16:30 UTC)</c>.</summary>
    public static string Describe(string zone, DateTimeOffset at)
    {
        var known = zone.Length > 0 && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _);
        var local = In(zone, at);
        var text = local.ToString("ddd d MMM yyyy, HH:mm", CultureInfo.InvariantCulture);
        var utc = at.ToUniversalTime().ToString("HH:mm 'UTC'", CultureInfo.InvariantCulture);
        return known ? $"{text} {zone} ({utc})" : $"{text} UTC";
    }

    /// <summary>The day, e.g. <c>2026-11-19</c>.</summary>
    public static string Day(string zone, DateTimeOffset at) =>
        In(zone, at).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
