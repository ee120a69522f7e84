namespace SalesIntel.Leads;

/// <summary>The current booking, with what it does not tell about the person taken from the lead's other bookings. What belongs to the
/// appointment (time, place) is never taken from another one.</summary>
internal static class FilledBooking
{
    /// <summary>The booking, and the person's name in it; both parts are empty when none of them has one.</summary>
    public static (Booking Booking, (string First, string Last) Name) Of(
        BookingState current, IEnumerable<BookingState> all, Employer employer)
    {
        List<Booking> latestFirst =
        [
            current.Booking,
            .. all.Where(other => other.InviteeId != current.InviteeId)
                .OrderByDescending(other => other.BookedAt)
                .ThenByDescending(other => other.InviteeId, StringComparer.Ordinal)
                .Select(other => other.Booking),
        ];
        (Booking Booking, (string First, string Last) Name) nobody = (current.Booking, ("", ""));
        var (named, name) = latestFirst
            .Select(one => (Booking: one, Name: PersonName.Split(one.FirstName, one.LastName, one.Name, employer)))
            .FirstOrDefault(one => one.Name.Last.Length > 0, nobody);
        var filled = current.Booking with
        {
            Name = named.Name,
            FirstName = named.FirstName,
            LastName = named.LastName,
            TimeZone = latestFirst.Find(one => one.TimeZone.Length > 0)?.TimeZone ?? "",
            Phone = latestFirst.Find(one => one.Phone.Length > 0)?.Phone ?? "",
            Answers = latestFirst.Find(one => one.Answers.Count > 0)?.Answers ?? [],
        };
        return (filled, name);
    }
}
