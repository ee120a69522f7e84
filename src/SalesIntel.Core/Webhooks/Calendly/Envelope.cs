namespace SalesIntel.Webhooks.Calendly;

/// <summary>Calendly's envelope, wherever a relay has put it: the event's name, when it was sent, and the invitee.</summary>
/// <param name="Event">The event's name; empty when there is none.</param>
/// <param name="SentAt">The envelope's <c>created_at</c>.</param>
/// <param name="Payload">The invitee; undefined when there is none.</param>
internal sealed record Envelope(string Event, JsonElement SentAt, JsonElement Payload)
{
    private const int WithInvitee = 3;
    private const int WithPayload = 2;
    private const int OfBody = 1;

    /// <summary>Finds the envelope in a body.</summary>
    internal static Envelope Of(JsonElement body)
    {
        var place = JsonPlace.Find(body, WithInvitee, Rank, place => NameOf(place) + PayloadOf(place).Get("uri").Text());
        return place is null
            ? new Envelope("", default, default)
            : new Envelope(NameOf(place), place.Value.Get("created_at"), PayloadOf(place));
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

    private static JsonElement PayloadOf(JsonPlace place) => place.Value.Get("payload").AsObject();
}
