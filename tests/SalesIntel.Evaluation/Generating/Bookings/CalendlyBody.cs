using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using SalesIntel.Evaluation.Cases;

namespace SalesIntel.Evaluation.Generating.Bookings;

/// <summary>A booking as Calendly sends it.</summary>
internal static class CalendlyBody
{
    private const string Api = "https://api.calendly.com";

    /// <summary>The body.</summary>
    /// <param name="id">The invitee's id.</param>
    /// <param name="booking">What the invitee filled in.</param>
    /// <param name="createdAt">When the booking was made; the demo is three days later.</param>
    public static byte[] Of(string id, CorpusBooking booking, DateTimeOffset createdAt)
    {
        var created = Iso(createdAt);
        var name = booking.Name.Length > 0 ? booking.Name : $"{booking.FirstName} {booking.LastName}";
        var scheduled = $"{Api}/scheduled_events/event-{id}";
        var start = createdAt.Date.AddDays(3).AddHours(15);
        var body = new JsonObject
        {
            ["created_at"] = created,
            ["created_by"] = $"{Api}/users/host-1",
            ["event"] = "invitee.created",
            ["payload"] = new JsonObject
            {
                ["cancel_url"] = $"https://calendly.com/cancellations/{id}",
                ["created_at"] = created,
                ["email"] = booking.Email,
                ["event"] = scheduled,
                ["first_name"] = booking.FirstName,
                ["last_name"] = booking.LastName,
                ["name"] = name,
                ["new_invitee"] = null,
                ["old_invitee"] = null,
                ["no_show"] = null,
                ["questions_and_answers"] = new JsonArray(
                [
                    .. booking.Answers.Select((answer, position) => (JsonNode)new JsonObject
                    {
                        ["answer"] = answer.Answer, ["position"] = position, ["question"] = answer.Question,
                    }),
                ]),
                ["reschedule_url"] = $"https://calendly.com/reschedulings/{id}",
                ["rescheduled"] = false,
                ["scheduled_event"] = new JsonObject
                {
                    ["created_at"] = created,
                    ["start_time"] = Iso(new DateTimeOffset(start, TimeSpan.Zero)),
                    ["end_time"] = Iso(new DateTimeOffset(start.AddMinutes(30), TimeSpan.Zero)),
                    ["event_guests"] = new JsonArray(),
                    ["event_memberships"] = new JsonArray(new JsonObject
                    {
                        ["user"] = $"{Api}/users/host-1", ["user_email"] = "host@northlight-software.example", ["user_name"] = "Host One",
                    }),
                    ["event_type"] = $"{Api}/event_types/demo-1",
                    ["name"] = booking.Event,
                    ["status"] = "active",
                    ["uri"] = scheduled,
                },
                ["status"] = "active",
                ["text_reminder_number"] = booking.Phone,
                ["timezone"] = booking.TimeZone,
                ["tracking"] = new JsonObject { ["utm_campaign"] = null, ["utm_source"] = null },
                ["updated_at"] = created,
                ["uri"] = $"{scheduled}/invitees/{id}",
            },
        };
        using var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes))
        {
            body.WriteTo(writer);
        }

        return bytes.ToArray();
    }

    private static string Iso(DateTimeOffset at) => at.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);
}
