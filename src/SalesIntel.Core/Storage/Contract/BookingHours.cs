using SalesIntel.Leads;

namespace SalesIntel.Storage.Contract;

/// <summary>The hours by which leads with bookings, and events that await bookings, are found: one form for every store.</summary>
internal static class BookingHours
{
    private const int Most = 25;

    /// <summary>The hour of a moment, UTC, as text of ten digits, e.g. <c>2026120815</c>.</summary>
    public static string Of(DateTimeOffset at) => at.UtcDateTime.ToString("yyyyMMddHH", CultureInfo.InvariantCulture);

    /// <summary>The hours from one moment's to another's, at most 25.</summary>
    public static IReadOnlyList<string> Between(DateTimeOffset from, DateTimeOffset to)
    {
        var first = from.UtcTicks / TimeSpan.TicksPerHour;
        var last = Math.Min(to.UtcTicks / TimeSpan.TicksPerHour, first + Most - 1);
        List<string> hours = [];
        for (var hour = first; hour <= last; hour++)
        {
            hours.Add(Of(new DateTimeOffset(hour * TimeSpan.TicksPerHour, TimeSpan.Zero)));
        }

        return hours;
    }

    /// <summary>The hours in which the bookings start that are among the facts of an update.</summary>
    public static IEnumerable<string> Of(LeadUpdate update) =>
        update.Facts.OfType<BookingSeen>().Select(fact => fact.Booking.Start).OfType<DateTimeOffset>().Select(Of).Distinct();
}
