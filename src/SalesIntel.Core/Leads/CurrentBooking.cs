namespace SalesIntel.Leads;

/// <summary>Tells which of a lead's bookings counts.</summary>
internal static class CurrentBooking
{
    /// <summary>The end of the chain of reschedules, the latest booked if there are several; null when no booking is known.</summary>
    public static BookingState? Choose(IReadOnlyDictionary<string, BookingState> bookings)
    {
        var ends = bookings.Values.Where(booking => !booking.ReplacedBy.Any(bookings.ContainsKey)).ToList();
        var latest = Latest(ends.Count > 0 ? ends : bookings.Values);

        // Two bookings of one person, the later one given up while the other was still to come: that other one is the demo.
        if (latest?.CanceledAt is { } canceledAt)
        {
            return Latest(ends.Where(other => other.CanceledAt is null && other.Booking.Start > canceledAt)) ?? latest;
        }

        return latest;
    }

    private static BookingState? Latest(IEnumerable<BookingState> bookings) => bookings
        .OrderByDescending(booking => booking.BookedAt)
        .ThenByDescending(booking => booking.InviteeId, StringComparer.Ordinal)
        .FirstOrDefault();
}
