using System.Text.Json.Nodes;

namespace SalesIntel.Core.Tests.Fakes;

/// <summary>Bodies of webhooks, small and complete.</summary>
internal static class Bodies
{
    // Parts that a message may leave out, see Without.
    public const int Appointment = 1;
    public const int Answers = 2;
    public const int Zone = 4;
    public const int Name = 8;
    public const int CreatedAt = 32;

    public static readonly DateTimeOffset Base = new(2026, 11, 1, 8, 0, 0, TimeSpan.Zero);

    public static string Created(string invitee, string email, int bookedMinute, int startHour, string? old = null, string pain = "Slow") =>
        Calendly("invitee.created", invitee, email, bookedMinute, bookedMinute, startHour, payload =>
        {
            payload["old_invitee"] = old is null ? null : Uri(old);
            payload["questions_and_answers"] = new JsonArray(
                new JsonObject { ["question"] = "Pain", ["answer"] = pain, ["position"] = 0 },
                new JsonObject { ["question"] = "Company", ["answer"] = $"Company of {invitee}", ["position"] = 1 });
        });

    public static string Canceled(string invitee, string email, int bookedMinute, int startHour, int canceledMinute, string? replacedBy = null, bool rescheduled = false) =>
        Calendly("invitee.canceled", invitee, email, bookedMinute, canceledMinute, startHour, payload =>
        {
            payload["status"] = "canceled";
            payload["rescheduled"] = rescheduled || replacedBy is not null;
            payload["new_invitee"] = replacedBy is null ? null : Uri(replacedBy);
            payload["cancellation"] = new JsonObject { ["created_at"] = At(canceledMinute), ["reason"] = null };
        });

    /// <summary>What Calendly never sends, but a relay may: a booking moved in one message, in place or under a new id.</summary>
    public static string Rescheduled(string invitee, string email, int bookedMinute, int movedMinute, int startHour, string? old = null) =>
        Calendly("invitee.rescheduled", invitee, email, bookedMinute, movedMinute, startHour, payload =>
            payload["old_invitee"] = old is null ? null : Uri(old));

    public static string NoShow(string invitee, string email, int bookedMinute, int startHour, int markedMinute) =>
        Calendly("invitee_no_show.created", invitee, email, bookedMinute, bookedMinute, startHour, payload =>
            payload["no_show"] = new JsonObject
            {
                ["uri"] = $"https://api.calendly.com/invitee_no_shows/{invitee}-{markedMinute}", ["created_at"] = At(markedMinute),
            });

    public static string NoShowRemoved(string invitee, string email, int bookedMinute, int startHour, int removedMinute) =>
        Calendly("invitee_no_show.deleted", invitee, email, bookedMinute, bookedMinute, startHour, _ => { }, envelope: removedMinute);

    public static string Meeting(string session, string email, int startMinute, string summary = "They count days.", string? spoken = null) => new JsonObject
    {
        ["session_id"] = session,
        ["trigger"] = "meeting_end",
        ["title"] = "Demo",
        ["start_time"] = At(startMinute),
        ["end_time"] = At(startMinute + 30),
        ["participants"] = new JsonArray(new JsonObject { ["name"] = "Ada Quill", ["email"] = email }),
        ["summary"] = summary,
        ["action_items"] = new JsonArray(new JsonObject { ["text"] = "Send the quote." }),
        ["transcript"] = spoken is null ? null : new JsonObject
        {
            ["speakers"] = new JsonArray(new JsonObject { ["name"] = "Ada Quill" }),
            ["speaker_blocks"] = new JsonArray(new JsonObject
            {
                ["start_time"] = 1, ["end_time"] = 9, ["speaker"] = new JsonObject { ["name"] = "Ada Quill" }, ["words"] = spoken,
            }),
        },
    }.ToJsonString();

    /// <summary>A message as an old or careless sender makes it: bit by bit of <paramref name="parts"/> something is left out.</summary>
    public static string Without(string body, int parts)
    {
        string[] optional = ["scheduled_event", "questions_and_answers", "timezone", "name", "text_reminder_number", "created_at"];
        var root = JsonNode.Parse(body)!;
        if (root["payload"] is JsonObject payload)
        {
            payload["text_reminder_number"] = $"+46 8 {payload["uri"]!.GetValue<string>().Length} {payload["uri"]!.GetValue<string>()[^1]}";
            for (var part = 0; part < optional.Length; part++)
            {
                if ((parts & (1 << part)) != 0)
                {
                    payload.Remove(optional[part]);
                }
            }
        }

        return root.ToJsonString();
    }

    private static string Calendly(
        string type, string invitee, string email, int created, int updated, int startHour, Action<JsonObject> more, int? envelope = null)
    {
        var payload = new JsonObject
        {
            ["uri"] = Uri(invitee),
            ["email"] = email,
            ["name"] = "Ada Quill",
            ["timezone"] = "Europe/Stockholm",
            ["created_at"] = At(created),
            ["updated_at"] = At(updated),
            ["scheduled_event"] = new JsonObject
            {
                ["uri"] = $"https://api.calendly.com/scheduled_events/E-{invitee}",
                ["name"] = "Product demo",
                ["start_time"] = At(startHour * 60),
                ["end_time"] = At((startHour * 60) + 30),
            },
        };
        more(payload);
        return new JsonObject { ["event"] = type, ["created_at"] = At(envelope ?? updated), ["payload"] = payload }.ToJsonString();
    }

    private static string Uri(string invitee) => $"https://api.calendly.com/scheduled_events/E-{invitee}/invitees/{invitee}";

    private static string At(int minute) => Base.AddMinutes(minute).ToString("yyyy-MM-ddTHH:mm:ss.ffffffZ", System.Globalization.CultureInfo.InvariantCulture);
}
