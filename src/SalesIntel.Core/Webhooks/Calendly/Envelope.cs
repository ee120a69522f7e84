namespace SalesIntel.Webhooks.Calendly;

/// <summary>Calendly's envelope, wherever a relay has put it: the event's name, when it was sent, and the invitee.</summary>
/// <param name="Event">The event's name; empty when there is none.</param>
/// <param name="SentAt">The envelope's <c>created_at</c>.</param>
/// <param name="Payload">The invitee; undefined when there is none.</param>
/// <param name="Scheduled">The meeting: of the invitee, else, as some relays lay it, beside him; undefined when there is none.</param>
internal sealed record Envelope(string Event, JsonElement SentAt, JsonElement Payload, JsonElement Scheduled)
{
    private const int WithInvitee = 3;
    private const int WithPayload = 2;
    private const int OfBody = 1;

    private static readonly string[] Payloads = ["payload", "invitee", "resource", "data"];

    /// <summary>That of a body in which there is none.</summary>
    internal static Envelope None { get; } = new("", default, default, default);

    /// <summary>Finds the envelope in a body.</summary>
    internal static Envelope Of(JsonElement body)
    {
        var place = JsonPlace.Find(body, WithInvitee, Rank, place => NameOf(place) + PayloadOf(place).Get("uri").Text());
        if (place is null)
        {
            return None;
        }

        var payload = PayloadOf(place);
        var own = payload.Get("scheduled_event").AsObject();
        return new Envelope(
            NameOf(place),
            place.Value.Get("created_at"),
            payload,
            own.ValueKind == JsonValueKind.Object ? own : place.Value.Get("scheduled_event").AsObject());
    }

    private static int Rank(JsonPlace place) =>
        NameOf(place).Length == 0 ? 0
        : PayloadOf(place).Get("uri").Text().Length > 0 ? WithInvitee
        : PayloadOf(place).ValueKind == JsonValueKind.Object ? WithPayload
        : place.IsBody ? OfBody
        : 0;

    private static string NameOf(JsonPlace place) =>
        place.Value.Get("event") is { ValueKind: JsonValueKind.String } name && name.AsObject().ValueKind == JsonValueKind.Undefined
            ? name.GetString()!.Trim().ToLowerInvariant()
            : "";

    // As it is called, as relays call it, or spread beside the event's name.
    private static JsonElement PayloadOf(JsonPlace place) => Payloads.Select(name => place.Value.Get(name).AsObject()).Append(place.Value)
        .FirstOrDefault(
            inner => inner.Get("uri").Text().Length > 0 && inner.Get("email").ValueKind != JsonValueKind.Undefined,
            place.Value.Get("payload").AsObject());
}
