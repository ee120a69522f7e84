using System.Text.Json.Nodes;

namespace SalesIntel.Core.Tests.Fakes;

/// <summary>Bookings and recordings of one hour, with hosts, guests and names.</summary>
internal static class Demos
{
    public const string Rep = "rep@seller.example";
    public const string Pat = "pat@person.example";

    public static readonly DateTimeOffset Hour = new(2026, 12, 8, 15, 0, 0, TimeSpan.Zero);

    public static string Booked(
        string invitee,
        string email,
        string name,
        string? host = "Rep One",
        string[]? guests = null,
        DateTimeOffset? start = null,
        string type = "invitee.created",
        int updatedMinute = 0,
        string? hostEmail = null)
    {
        var at = start ?? Hour;
        var made = Iso(Bodies.Base);
        var updated = Iso(Bodies.Base.AddMinutes(updatedMinute));
        return new JsonObject
        {
            ["event"] = type,
            ["created_at"] = updated,
            ["payload"] = new JsonObject
            {
                ["uri"] = $"https://api.calendly.com/scheduled_events/E{invitee}/invitees/{invitee}",
                ["email"] = email,
                ["name"] = name,
                ["created_at"] = made,
                ["updated_at"] = updated,
                ["cancellation"] = type == "invitee.canceled" ? new JsonObject { ["created_at"] = updated } : null,
                ["scheduled_event"] = new JsonObject
                {
                    ["uri"] = $"https://api.calendly.com/scheduled_events/E{invitee}",
                    ["start_time"] = Iso(at),
                    ["end_time"] = Iso(at.AddMinutes(30)),
                    ["event_memberships"] = host is null ? null : new JsonArray(new JsonObject { ["user_name"] = host, ["user_email"] = hostEmail }),
                    ["event_guests"] = new JsonArray([.. (guests ?? []).Select(guest => new JsonObject { ["email"] = guest })]),
                },
            },
        }.ToJsonString();
    }

    /// <param name="session">The meeting.</param>
    /// <param name="people">Names with addresses; null where none is known.</param>
    public static string Held(string session, params (string Name, string? Email)[] people) => Held(session, Hour.AddMinutes(1), people);

    public static string Held(string session, DateTimeOffset? start, params (string Name, string? Email)[] people) => new JsonObject
    {
        ["session_id"] = session,
        ["trigger"] = "meeting_end",
        ["title"] = "Demo",
        ["start_time"] = start is { } at ? Iso(at) : null,
        ["end_time"] = start is { } begun ? Iso(begun.AddMinutes(30)) : null,
        ["participants"] = new JsonArray([.. people.Select(person => new JsonObject { ["name"] = person.Name, ["email"] = person.Email })]),
        ["summary"] = "They count days.",
        ["action_items"] = new JsonArray(new JsonObject { ["text"] = $"Send the quote to {people.Length}." }),
    }.ToJsonString();

    private static string Iso(DateTimeOffset at) => at.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture);
}
