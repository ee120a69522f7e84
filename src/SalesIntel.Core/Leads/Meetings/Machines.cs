namespace SalesIntel.Leads;

/// <summary>Tells people from rooms, calendars, senders of mail that nobody reads, and recorders.</summary>
internal static class Machines
{
    private static readonly IReadOnlyDictionary<string, IReadOnlyList<string>> Words = DataFile.Sections("Leads.Meetings.Data.machines.txt");
    private static readonly IReadOnlyList<string> Domains = Words["domains"];
    private static readonly FrozenSet<string> Addresses = Words["addresses"].ToFrozenSet(StringComparer.Ordinal);
    private static readonly FrozenSet<string> Names = Words["names"].ToFrozenSet(StringComparer.Ordinal);
    private static readonly IReadOnlyList<string> Prefixes = Words["prefixes"];
    private static readonly IReadOnlyList<string> Recorders = [.. Words["recorders"].Select(recorder => $" {recorder} ")];

    /// <summary>True for an attendee who is no person, by address or by name.</summary>
    public static bool Contains(MeetingAttendee attendee) =>
        (attendee.Email is { } email && IsAddress(email))
        || $" {LetterFolding.Phrase(attendee.Name)} " is var name
            && Recorders.Any(recorder => name.Contains(recorder, StringComparison.Ordinal));

    private static bool IsAddress(string email)
    {
        if (!EmailAddress.TryParse(email, out var address) || Addresses.Contains(address.Value) || Domains.Any(address.IsAt))
        {
            return true;
        }

        var name = address.LocalPart.Split('+')[0];
        return name.Length == 0
            || Names.Contains(name)
            || Prefixes.Any(prefix => name.StartsWith(prefix, StringComparison.Ordinal));
    }
}
