namespace SalesIntel.Leads;

/// <summary>What is known of the people of a meeting beside what one report of it says: from the lead's bookings, and from other reports of
/// the same meeting.</summary>
internal static class KnownPeople
{
    /// <summary>The meeting with the hosts of the lead's bookings, and with the lead's address at the attendee who had it in another report.
    /// </summary>
    /// <param name="meeting">The meeting as one report shows it.</param>
    /// <param name="lead">The lead's address.</param>
    /// <param name="facts">The lead's facts.</param>
    public static Meeting In(Meeting meeting, string lead, IReadOnlyCollection<LeadFact> facts)
    {
        string[] hosts =
        [
            .. facts.OfType<BookingSeen>().SelectMany(fact => fact.Booking.HostEmails).Distinct(StringComparer.OrdinalIgnoreCase)
                .Where(host => !host.Equals(lead, StringComparison.OrdinalIgnoreCase)).Order(StringComparer.Ordinal),
        ];
        var attendees = meeting.Attendees.Any(person => person.Email == lead)
            ? meeting.Attendees
            : WithAddress(meeting.Attendees, lead, [.. NamesIn(meeting.SessionId, facts).Select(SpokenName.Of)]);
        return hosts.Length == 0 && ReferenceEquals(attendees, meeting.Attendees)
            ? meeting
            : meeting with { Hosts = hosts, Attendees = attendees };
    }

    private static IEnumerable<string> NamesIn(string session, IEnumerable<LeadFact> facts) => facts.OfType<MeetingHeld>()
        .Where(report => report.SessionId == session && report.AttendeeName.Length > 0)
        .Select(report => report.AttendeeName).Distinct(StringComparer.Ordinal);

    // Of two with one name nobody knows which of them it is.
    private static IReadOnlyList<MeetingAttendee> WithAddress(
        IReadOnlyList<MeetingAttendee> attendees, string lead, IReadOnlyList<SpokenName> names)
    {
        int[] found =
        [
            .. attendees.Index().Where(person => names.Count > 0 && person.Item.Email is null && names.Any(SpokenName.Of(person.Item.Name).Is))
                .Select(person => person.Index),
        ];
        return found is [var at] ? [.. attendees.Select((person, index) => index == at ? person with { Email = lead } : person)] : attendees;
    }
}
