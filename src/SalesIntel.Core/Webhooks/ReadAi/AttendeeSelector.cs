using SalesIntel.Leads;
using SalesIntel.Text;

namespace SalesIntel.Webhooks.ReadAi;

/// <summary>Tells a meeting's guests from our own people, and people from rooms, calendars and recorders.</summary>
public static class AttendeeSelector
{
    // Rooms, groups and imported calendars have addresses below Google's; read.ai is the recorder itself.
    private static readonly string[] MachineDomains = ["calendar.google.com", "read.ai"];

    private static readonly string[] MachineNames =
    [
        "noreply", "no-reply", "no_reply", "donotreply", "do-not-reply", "do_not_reply", "mailer-daemon", "postmaster",
        "calendar", "calendar-notification", "notetaker", "note-taker", "meeting-notes", "recorder",
    ];

    private static readonly string[] MachinePrefixes = ["room-", "room_", "meetingroom-", "conference-room", "conf-room"];

    /// <summary>Sorts a meeting's attendees.</summary>
    /// <param name="meeting">The meeting.</param>
    /// <param name="options">Names our domains.</param>
    public static MeetingCandidates Select(Meeting meeting, ReadAiOptions options)
    {
        ArgumentNullException.ThrowIfNull(meeting);
        ArgumentNullException.ThrowIfNull(options);
        var ours = options.InternalDomains;
        var owner = meeting.Owner is { } one && IsPerson(one) ? one : null;
        var people = meeting.Attendees.Where(IsPerson).ToArray();
        return new MeetingCandidates
        {
            External = Distinct(people.Where(person => !IsAt(person, ours))),
            ExternalOwner = owner is not null && !IsAt(owner, ours) ? owner : null,
            Internal = Distinct(people.Append(owner).OfType<MeetingAttendee>().Where(person => IsAt(person, ours))),
        };
    }

    private static IReadOnlyList<MeetingAttendee> Distinct(IEnumerable<MeetingAttendee> people) =>
        [.. people.DistinctBy(person => person.Email, StringComparer.OrdinalIgnoreCase)];

    private static bool IsPerson(MeetingAttendee attendee)
    {
        if (!EmailAddress.TryParse(attendee.Email, out var address) || MachineDomains.Any(address.IsAt))
        {
            return false;
        }

        var plain = address.LocalPart.Split('+')[0];
        return plain.Length > 0
            && !MachineNames.Contains(plain, StringComparer.OrdinalIgnoreCase)
            && !MachinePrefixes.Any(prefix => plain.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));
    }

    private static bool IsAt(MeetingAttendee attendee, IEnumerable<string> domains) =>
        EmailAddress.TryParse(attendee.Email, out var address) && domains.Any(address.IsAt);
}
