using SalesIntel.Leads;

namespace SalesIntel.Webhooks.Calendly;

/// <summary>Reads a body: what identifies it, whose it is, and what it says.</summary>
internal static class CalendlyReader
{
    // Not whole, facts and document are left out: their reading is most of the work.
    internal static WebhookReading Read(ReadOnlyMemory<byte> body, DateTimeOffset receivedAt, string eventTypeId, bool isWhole)
    {
        if (!JsonBody.TryParse(body, out var document, out var root, out var problem))
        {
            return Reading(WebhookKind.Unreadable, Envelope.None, "", body, problem);
        }

        using (document)
        {
            return Read(Envelope.Of(root), body, receivedAt, eventTypeId, isWhole);
        }
    }

    private static WebhookReading Read(
        Envelope envelope, ReadOnlyMemory<byte> body, DateTimeOffset receivedAt, string eventTypeId, bool isWhole)
    {
        var (eventType, payload) = (envelope.Event, envelope.Payload);
        var inviteeId = SafeId.OfUri(payload.Get("uri").Text());

        WebhookReading Of(WebhookKind kind, string reason) => Reading(kind, envelope, inviteeId, body, reason);

        if (eventType.Length == 0)
        {
            return Of(WebhookKind.Unreadable, "event is missing or not a text, or there are several messages in the body");
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
        var bookedType = SafeId.OfUri(envelope.Scheduled.Get("event_type").Text());
        var isOther = eventTypeId.Length > 0 && bookedType.Length > 0 && bookedType != eventTypeId;
        if (MailboxList.OnlyAddress(payload.Get("email").Within(["email", "address", "value"])) is not { } email)
        {
            return isOther
                ? Of(WebhookKind.Ignore, "another event type")
                : Of(WebhookKind.Unreadable, "payload.email is missing or not an e-mail address");
        }

        var identity = Of(isOther ? WebhookKind.Ignore : WebhookKind.Process, isOther ? "another event type" : "") with
        {
            Route = new LeadRoute.Known(email.Value),
        };
        if (!isWhole)
        {
            return identity;
        }

        var booking = BookingReader.Read(payload, envelope.Scheduled, inviteeId, email.Value, WireTime.Read(envelope.SentAt), receivedAt);
        return identity with
        {
            Facts = [.. Facts(eventType, booking, HappenedAt(envelope) ?? receivedAt)],
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
        WebhookKind kind, Envelope envelope, string inviteeId, ReadOnlyMemory<byte> body, string reason)
    {
        var type = SafeId.IsEventName(envelope.Event) ? envelope.Event : "unknown";
        var id = inviteeId.Length > 0 ? inviteeId : Digest.Of(body.Span, 32);
        return new WebhookReading
        {
            Kind = kind,
            EventType = type,
            ExternalId = id,
            IdempotencyKey = $"{CalendlySource.SourceName}:{type}:{id}",
            Revision = Revision(envelope) ?? Digest.Of(body.Span, 16),
            Reason = reason,
        };
    }

    /// <summary>What tells two messages of one kind about one invitee apart. The same message sent again has the same one;
    /// Calendly sends no delivery id.</summary>
    private static string? Revision(Envelope envelope)
    {
        var payload = envelope.Payload;
        var sent = envelope.SentAt.Text();
        var updated = payload.Get("updated_at").Text();
        return envelope.Event switch
        {
            CalendlyEvents.NoShowCreated => First(
                SafeId.OfUri(payload.Get("no_show").Get("uri").Text()),
                payload.Get("no_show").Get("created_at").Text(),
                updated,
                sent),
            CalendlyEvents.NoShowDeleted => First(string.Join('_', new[] { updated, sent }.Where(text => text.Length > 0))),
            _ => First(updated, payload.Get("created_at").Text(), sent),
        };
    }

    private static string? First(params IEnumerable<string> candidates) =>
        candidates.Select(candidate => SafeId.Revision(candidate)).FirstOrDefault(revision => revision is not null);

    private static DateTimeOffset? HappenedAt(Envelope envelope)
    {
        var payload = envelope.Payload;
        var sent = WireTime.Read(envelope.SentAt);
        var updated = payload.Time("updated_at");
        var cancellation = payload.Get("cancellation").AsObject() is { ValueKind: JsonValueKind.Object } own
            ? own
            : envelope.Scheduled.Get("cancellation");
        return envelope.Event switch
        {
            CalendlyEvents.Created => payload.Time("created_at") ?? sent,
            CalendlyEvents.Canceled => cancellation.Time("created_at") ?? updated ?? sent,
            CalendlyEvents.NoShowCreated => payload.Get("no_show").Time("created_at") ?? updated ?? sent,
            _ => sent ?? updated,
        };
    }
}
