using System.Text.Json;
using SalesIntel.Leads;
using SalesIntel.Text;

namespace SalesIntel.Webhooks.Calendly;

/// <summary>Reads a body: what identifies it, whose it is, and what it says.</summary>
internal static class CalendlyReader
{
    internal static WebhookReading Read(ReadOnlyMemory<byte> body, DateTimeOffset receivedAt, string eventTypeId)
    {
        if (!JsonBody.TryParse(body, out var document, out var problem))
        {
            return Reading(WebhookKind.Unreadable, "", "", body, default, problem);
        }

        using (document)
        {
            return Read(document.RootElement, body, receivedAt, eventTypeId);
        }
    }

    private static WebhookReading Read(JsonElement root, ReadOnlyMemory<byte> body, DateTimeOffset receivedAt, string eventTypeId)
    {
        var payload = root.Get("payload");
        var eventType = root.Get("event") is { ValueKind: JsonValueKind.String } name ? name.GetString()!.Trim() : "";
        var inviteeId = SafeId.OfUri(payload.Get("uri").Text());

        WebhookReading Of(WebhookKind kind, string reason) => Reading(kind, eventType, inviteeId, body, root, reason);

        if (eventType.Length == 0)
        {
            return Of(WebhookKind.Unreadable, "event is missing or not a text");
        }

        if (!CalendlyEvents.AreProcessed(eventType))
        {
            return Of(
                WebhookKind.Ignore,
                SafeId.IsEventName(eventType) ? $"event '{eventType}' is not processed" : "unknown event");
        }

        if (payload.ValueKind != JsonValueKind.Object)
        {
            return Of(WebhookKind.Unreadable, "payload is missing or not an object");
        }

        if (payload.Get("event").ValueKind == JsonValueKind.Object)
        {
            return Of(WebhookKind.Unreadable, "payload.event is an object: the message is of API version 1");
        }

        if (inviteeId.Length == 0)
        {
            return Of(WebhookKind.Unreadable, "payload.uri is missing");
        }

        // Read in any case: a person may replay what was ignored.
        var bookedType = SafeId.OfUri(payload.Get("scheduled_event").Get("event_type").Text());
        var isOther = eventTypeId.Length > 0 && bookedType.Length > 0 && bookedType != eventTypeId;
        if (!EmailAddress.TryParse(payload.Get("email").Text(), out var email))
        {
            return isOther
                ? Of(WebhookKind.Ignore, "another event type")
                : Of(WebhookKind.Unreadable, "payload.email is missing or not an e-mail address");
        }

        var booking = BookingReader.Read(payload, inviteeId, email.Value, root.Time("created_at"), receivedAt);
        return Of(isOther ? WebhookKind.Ignore : WebhookKind.Process, isOther ? "another event type" : "") with
        {
            Route = new LeadRoute.Known(email.Value),
            Facts = [.. Facts(eventType, booking, HappenedAt(eventType, root, payload) ?? receivedAt)],
            Document = CalendlyEvents.Move(eventType) ? new BookingDocument(booking) : null,
        };
    }

    private static IEnumerable<LeadFact> Facts(string eventType, Booking booking, DateTimeOffset happenedAt)
    {
        // A message that does not tell when the booking was made bears the envelope's time there, later than what it reports: nothing is
        // cancelled or missed before it was booked.
        var moves = CalendlyEvents.Move(eventType);
        yield return new BookingSeen
        {
            At = moves || happenedAt < booking.CreatedAt ? happenedAt : booking.CreatedAt, Booking = booking, Moves = moves,
        };
        switch (eventType)
        {
            case CalendlyEvents.Canceled:
                yield return new BookingCanceled { At = happenedAt, InviteeId = booking.InviteeId, Rescheduled = booking.Rescheduled };
                break;
            case CalendlyEvents.NoShowCreated:
                yield return new NoShowMarked { At = happenedAt, InviteeId = booking.InviteeId };
                break;
            case CalendlyEvents.NoShowDeleted:
                yield return new NoShowRemoved { At = happenedAt, InviteeId = booking.InviteeId };
                break;
        }
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
            IdempotencyKey = $"{CalendlySource.SourceName}:{type}:{id}",
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
            CalendlyEvents.NoShowCreated => First(
                SafeId.OfUri(payload.Get("no_show").Get("uri").Text()),
                payload.Get("no_show").Get("created_at").Text(),
                updated,
                envelope),
            CalendlyEvents.NoShowDeleted => First(string.Join('_', new[] { updated, envelope }.Where(text => text.Length > 0))),
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

    private static DateTimeOffset? HappenedAt(string eventType, JsonElement root, JsonElement payload)
    {
        var envelope = root.Time("created_at");
        var updated = payload.Time("updated_at");
        var cancellation = payload.Get("cancellation") is { ValueKind: JsonValueKind.Object } own
            ? own
            : payload.Get("scheduled_event").Get("cancellation");
        return eventType switch
        {
            CalendlyEvents.Created => payload.Time("created_at") ?? envelope,
            CalendlyEvents.Canceled => cancellation.Time("created_at") ?? updated ?? envelope,
            CalendlyEvents.NoShowCreated => payload.Get("no_show").Time("created_at") ?? updated ?? envelope,
            _ => envelope ?? updated,
        };
    }
}
