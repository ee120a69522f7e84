namespace SalesIntel.Leads;

/// <summary>The zone of whoever holds a demo.</summary>
internal static class HostZone
{
    /// <summary>The zone of the first of these people whose zone is configured; empty when there is none.</summary>
    public static string Of(IEnumerable<string> addresses, TeamOptions team) => addresses
        .Select(address => team.HostTimeZones.FirstOrDefault(zone => zone.Key.Equals(address, StringComparison.OrdinalIgnoreCase)).Value)
        .FirstOrDefault(zone => !string.IsNullOrEmpty(zone)) ?? "";

    /// <summary>The zone of a meeting's host: of its owner, else of the first attendee whose zone is configured; empty when there is none.</summary>
    public static string Of(Meeting meeting, TeamOptions team) =>
        Of(meeting.Attendees.Prepend(meeting.Owner).Select(person => person?.Email).OfType<string>(), team);
}
