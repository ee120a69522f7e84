using SalesIntel.Text;

namespace SalesIntel.Leads;

/// <summary>Tells people from rooms, calendars, senders of mail that nobody reads, and recorders.</summary>
internal static class MachineAddresses
{
    // Rooms, groups and imported calendars have addresses below Google's; read.ai is a recorder itself.
    private static readonly string[] Domains = ["calendar.google.com", "read.ai"];

    private static readonly string[] Names =
    [
        "noreply", "no-reply", "no_reply", "donotreply", "do-not-reply", "do_not_reply", "mailer-daemon", "postmaster",
        "calendar", "calendar-notification", "notetaker", "note-taker", "meeting-notes", "recorder",
    ];

    private static readonly string[] Prefixes = ["room-", "room_", "meetingroom-", "conference-room", "conf-room"];

    /// <summary>True for an address that is no person's.</summary>
    public static bool Contains(string email)
    {
        if (!EmailAddress.TryParse(email, out var address) || Domains.Any(address.IsAt))
        {
            return true;
        }

        var name = address.LocalPart.Split('+')[0];
        return name.Length == 0
            || Names.Contains(name, StringComparer.Ordinal)
            || Prefixes.Any(prefix => name.StartsWith(prefix, StringComparison.Ordinal));
    }
}
