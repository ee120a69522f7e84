using SalesIntel.Leads;

namespace SalesIntel.Engine;

/// <summary>What the bookings of a meeting's hour say about its lead.</summary>
/// <param name="Kind">By what the booking was found.</param>
/// <param name="Email">The address of the lead who made it; null when none of the bookings is the meeting's.</param>
/// <param name="HasBookings">True when there are bookings of that hour at all that stand, or whose own people came.</param>
/// <param name="GivenUp">Leads whose booking of that hour gives them no meeting: it was cancelled or moved and none of its people came, or
/// another one is as likely.</param>
/// <param name="IsCut">True when there were more than could be looked at.</param>
/// <param name="People">The people of the meeting by side: the bookings' hosts are on ours.</param>
internal sealed record BookingMatch(
    MatchKind Kind, string? Email, bool HasBookings, IReadOnlySet<LeadKey> GivenUp, bool IsCut, SortedPeople People)
{
    public static BookingMatch None(SortedPeople people) => new(MatchKind.None, null, false, new HashSet<LeadKey>(), false, people);
}
