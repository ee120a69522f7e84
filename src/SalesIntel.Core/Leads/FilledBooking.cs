namespace SalesIntel.Leads;

/// <summary>The current booking, with what it does not tell about the person taken from the lead's other bookings. What belongs to the
/// appointment (time, place) is never taken from another one.</summary>
internal static class FilledBooking
{
    public static Booking Of(BookingState current, IEnumerable<BookingState> all)
    {
        List<Booking> latestFirst =
        [
            current.Booking,
            .. all.Where(other => other.InviteeId != current.InviteeId)
                .OrderByDescending(other => other.BookedAt)
                .ThenByDescending(other => other.InviteeId, StringComparer.Ordinal)
                .Select(other => other.Booking),
        ];
        var named = latestFirst.Find(one => PersonName.Split(one.FirstName, one.LastName, one.Name).Last.Length > 0) ?? current.Booking;
        return current.Booking with
        {
            Name = named.Name,
            FirstName = named.FirstName,
            LastName = named.LastName,
            TimeZone = latestFirst.Find(one => one.TimeZone.Length > 0)?.TimeZone ?? "",
            Phone = latestFirst.Find(one => one.Phone.Length > 0)?.Phone ?? "",
            Answers = latestFirst.Find(one => one.Answers.Count > 0)?.Answers ?? [],
        };
    }
}
