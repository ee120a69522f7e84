using SalesIntel.Leads;

namespace SalesIntel.Storage.Contract;

/// <summary>A webhook to be accepted.</summary>
public sealed record NewEvent
{
    /// <summary>The source's name, e.g. <c>calendly</c>.</summary>
    public required string Source { get; init; }

    /// <summary>E.g. <c>invitee.created</c>.</summary>
    public required string EventType { get; init; }

    /// <summary>The sender's id of the thing.</summary>
    public required string ExternalId { get; init; }

    /// <summary>Same key, same thing.</summary>
    public required string IdempotencyKey { get; init; }

    /// <summary>Tells states of the same thing apart; key and revision together make the event id.</summary>
    public required string Revision { get; init; }

    /// <summary>The body, byte for byte. It is the caller's and valid until the call has ended: a store that keeps it copies it.</summary>
    public required ReadOnlyMemory<byte> Payload { get; init; }

    /// <summary>False when nobody has checked that the message is genuine; see <see cref="WebhookEvent.Verified"/>.</summary>
    public bool Verified { get; init; } = true;

    /// <summary><see cref="EventStatus.Queued"/>; or <see cref="EventStatus.Ignored"/> or <see cref="EventStatus.Failed"/> for what
    /// is kept but never enters a lane.</summary>
    public EventStatus Status { get; init; } = EventStatus.Queued;

    /// <summary>Why it is ignored or failed.</summary>
    public string? Reason { get; init; }

    /// <summary>The failure's code, e.g. <c>event/unreadable</c>; null when it has not failed.</summary>
    public string? ErrorClass { get; init; }

    /// <summary>The lane in which it starts; required when queued.</summary>
    public Lane? Lane { get; init; }

    /// <summary>The stage with which it starts.</summary>
    public Stage Stage { get; init; } = Stage.Facts;

    /// <summary>The lead, where the message itself tells it.</summary>
    public LeadKey? Lead { get; init; }

    /// <summary>The event's id: SHA-256 of idempotency key and revision, first 128 bits, hex.</summary>
    public string EventId => EventIdentity.Derive(IdempotencyKey, Revision);

    /// <summary>Checks what every store relies on.</summary>
    /// <exception cref="ArgumentException">Queued without a lane, or a status with which no event starts.</exception>
    public void ThrowIfIncomplete()
    {
        if (Status == EventStatus.Queued && string.IsNullOrEmpty(Lane?.Value))
        {
            throw new ArgumentException("A queued event needs the lane in which it starts: set NewEvent.Lane.");
        }

        if (Status is EventStatus.Processing or EventStatus.Processed)
        {
            throw new ArgumentException($"An event starts as Queued, Ignored or Failed, not as {Status}.");
        }
    }

    /// <summary>Checks what every store relies on when this takes the place of an unverified message.</summary>
    /// <exception cref="ArgumentException">It is not verified itself, or not complete.</exception>
    public void ThrowIfUnverified()
    {
        ThrowIfIncomplete();
        if (!Verified)
        {
            throw new ArgumentException("Only a verified message takes the place of another one: set NewEvent.Verified.");
        }
    }
}
