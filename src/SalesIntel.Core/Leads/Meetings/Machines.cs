using SalesIntel.Text;

namespace SalesIntel.Leads;

/// <summary>Tells people from rooms, calendars, senders of mail that nobody reads, and recorders.</summary>
internal static class Machines
{
    // Rooms, groups and imported calendars have addresses below Google's; read.ai is a recorder itself.
    private static readonly string[] Domains = ["calendar.google.com", "read.ai"];

    // The address under which another recorder takes part in calls; people work at its domain too.
    private const string Fireflies = "fred@fireflies.ai";

    private static readonly string[] Names =
    [
        "noreply", "no-reply", "no_reply", "donotreply", "do-not-reply", "do_not_reply", "mailer-daemon", "postmaster",
        "calendar", "calendar-notification", "notetaker", "note-taker", "meeting-notes", "recorder", "bot",
    ];

    private static readonly string[] Prefixes = ["room-", "room_", "meetingroom-", "conference-room", "conf-room"];

    // What recorders call themselves in a call, alone or with the name of whoever sent them: "Fireflies.ai Notetaker Ann".
    private static readonly string[] Recorders =
    [
        "notetaker", "note taker", "notetaking", "ai notes", "ai assistant", "ai companion", "meeting assistant", "meeting notes",
        "meeting recorder", "call recorder",
    ];

    /// <summary>True for an attendee who is no person, by address or by name.</summary>
    public static bool Contains(MeetingAttendee attendee) =>
        (attendee.Email is { } email && IsAddress(email))
        || $" {LetterFolding.Phrase(attendee.Name)} " is var name
            && Array.Exists(Recorders, recorder => name.Contains($" {recorder} ", StringComparison.Ordinal));

    private static bool IsAddress(string email)
    {
        if (!EmailAddress.TryParse(email, out var address) || address.Value == Fireflies || Domains.Any(address.IsAt))
        {
            return true;
        }

        var name = address.LocalPart.Split('+')[0];
        return name.Length == 0
            || Names.Contains(name, StringComparer.Ordinal)
            || Prefixes.Any(prefix => name.StartsWith(prefix, StringComparison.Ordinal));
    }
}
