using System.Text.Json;
using SalesIntel.Leads;
using SalesIntel.Text;

namespace SalesIntel.Webhooks.Calendly;

/// <summary>Reads a body once for both: what identifies it, and what it says.</summary>
internal static class CalendlyReader
{
    private const string Created = "invitee.created";
    private const string Canceled = "invitee.canceled";
    private const string Rescheduled = "invitee.rescheduled";
    private const string NoShowCreated = "invitee_no_show.created";
    private const string NoShowDeleted = "invitee_no_show.deleted";

    internal static (WebhookReading Reading, CalendlyMessage? Message) Read(
        ReadOnlyMemory<byte> body,
        DateTimeOffset receivedAt,
        string eventTypeId)
    {
        if (!JsonBody.TryParse(body, out var document, out var problem))
        {
            return (Reading(WebhookKind.Unreadable, "", "", body, default, problem), null);
        }

        using (document)
        {
            return Read(document.RootElement, body, receivedAt, eventTypeId);
        }
    }

    private static (WebhookReading Reading, CalendlyMessage? Message) Read(
        JsonElement root,
        ReadOnlyMemory<byte> body,
        DateTimeOffset receivedAt,
        string eventTypeId)
    {
        var payload = root.Get("payload");
        var eventType = root.Get("event") is { ValueKind: JsonValueKind.String } name ? name.GetString()!.Trim() : "";
        var inviteeId = SafeId.OfUri(payload.Get("uri").Text());

        (WebhookReading, CalendlyMessage?) Without(WebhookKind kind, string reason) =>
            (Reading(kind, eventType, inviteeId, body, root, reason), null);

        if (eventType.Length == 0)
        {
            return Without(WebhookKind.Unreadable, "event is missing or not a text");
        }

        if (eventType is not (Created or Canceled or Rescheduled or NoShowCreated or NoShowDeleted))
        {
            return Without(
                WebhookKind.Ignore,
                SafeId.IsEventName(eventType) ? $"event '{eventType}' is not processed" : "unknown event");
        }

        if (payload.ValueKind != JsonValueKind.Object)
        {
            return Without(WebhookKind.Unreadable, "payload is missing or not an object");
        }

        if (payload.Get("event").ValueKind == JsonValueKind.Object)
        {
            return Without(WebhookKind.Unreadable, "payload.event is an object: the message is of API version 1");
        }

        if (inviteeId.Length == 0)
        {
            return Without(WebhookKind.Unreadable, "payload.uri is missing");
        }

        var bookedType = SafeId.OfUri(payload.Get("scheduled_event").Get("event_type").Text());
        if (eventTypeId.Length > 0 && bookedType.Length > 0 && bookedType != eventTypeId)
        {
            return Without(WebhookKind.Ignore, "another event type");
        }

        if (!EmailAddress.TryParse(payload.Get("email").Text(), out var email))
        {
            return Without(WebhookKind.Unreadable, "payload.email is missing or not an e-mail address");
        }

        var cancellation = payload.Get("cancellation") is { ValueKind: JsonValueKind.Object } own
            ? own
            : payload.Get("scheduled_event").Get("cancellation");
        var message = new CalendlyMessage
        {
            EventType = eventType,
            Booking = BookingReader.Read(payload, inviteeId, email.Value, root.Time("created_at"), receivedAt),
            HappenedAt = HappenedAt(eventType, root, payload, cancellation) ?? receivedAt,
            CanceledBy = eventType == Canceled ? cancellation.Line("canceled_by") : "",
            CancelReason = eventType == Canceled ? cancellation.Block("reason") : "",
        };
        var reading = Reading(WebhookKind.Process, eventType, inviteeId, body, root, "");
        return (reading with { LeadEmail = email.Value }, message);
    }

    private static WebhookReading Reading(
        WebhookKind kind,
        string eventType,
        string inviteeId,
        ReadOnlyMemory<byte> body,
        JsonElement root,
        string reason)
    {
        var type = SafeId.IsEventName(eventType) ? eventType : "unknown";
        var id = inviteeId.Length > 0 ? inviteeId : Digest.Of(body.Span, 32);
        return new WebhookReading
        {
            Kind = kind,
            EventType = type,
            ExternalId = id,
            IdempotencyKey = $"calendly:{type}:{id}",
            Revision = Revision(eventType, root) ?? Digest.Of(body.Span, 16),
            Reason = reason,
        };
    }

    /// <summary>What tells two messages of one kind about one invitee apart. The same message sent again has the same one;
    /// Calendly sends no delivery id.</summary>
    private static string? Revision(string eventType, JsonElement root)
    {
        var payload = root.Get("payload");
        var envelope = root.Get("created_at").Text();
        var updated = payload.Get("updated_at").Text();
        return eventType switch
        {
            NoShowCreated => First(
                SafeId.OfUri(payload.Get("no_show").Get("uri").Text()),
                payload.Get("no_show").Get("created_at").Text(),
                updated,
                envelope),
            NoShowDeleted => First(string.Join('_', new[] { updated, envelope }.Where(text => text.Length > 0))),
            _ => First(updated, payload.Get("created_at").Text(), envelope),
        };
    }

    private static string? First(params ReadOnlySpan<string> candidates)
    {
        foreach (var candidate in candidates)
        {
            if (SafeId.Revision(candidate) is { } revision)
            {
                return revision;
            }
        }

        return null;
    }

    private static DateTimeOffset? HappenedAt(
        string eventType,
        JsonElement root,
        JsonElement payload,
        JsonElement cancellation)
    {
        var envelope = root.Time("created_at");
        var updated = payload.Time("updated_at");
        return eventType switch
        {
            Created => payload.Time("created_at") ?? envelope,
            Canceled => cancellation.Time("created_at") ?? updated ?? envelope,
            NoShowCreated => payload.Get("no_show").Time("created_at") ?? updated ?? envelope,
            _ => envelope ?? updated,
        };
    }
}
