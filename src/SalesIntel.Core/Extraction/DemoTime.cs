using System.Globalization;
using SalesIntel.Leads;

namespace SalesIntel.Extraction;

/// <summary>The demo's time as text, from the booking alone.</summary>
internal static class DemoTime
{
    /// <summary>ISO 8601 in UTC, to the second; empty when the booking has no start.</summary>
    public static string Utc(Booking booking) =>
        booking.Start?.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture) ?? "";

    /// <summary>Local time of the invitee with offset and zone; empty without a start or a zone that the machine knows.</summary>
    public static string Local(Booking booking)
    {
        if (booking.Start is not { } start || booking.TimeZone.Length == 0
            || !TimeZoneInfo.TryFindSystemTimeZoneById(booking.TimeZone, out var zone))
        {
            return "";
        }

        var local = TimeZoneInfo.ConvertTime(start, zone);
        return string.Create(CultureInfo.InvariantCulture, $"{local:yyyy-MM-dd HH:mm zzz} {booking.TimeZone}");
    }
}
