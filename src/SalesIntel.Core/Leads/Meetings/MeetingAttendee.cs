namespace SalesIntel.Leads;

/// <summary>A participant or the owner of a meeting.</summary>
/// <param name="Name">Display name; may be empty.</param>
/// <param name="Email">E-mail address, trimmed, lower case; null when Read.ai does not know it.</param>
public sealed record MeetingAttendee(string Name, string? Email);
