namespace SalesIntel.Webhooks;

/// <summary>What a source read from a webhook's body.</summary>
public sealed record WebhookReading
{
    /// <summary>Whether to process, to ignore, or to keep for a person.</summary>
    public required WebhookKind Kind { get; init; }

    /// <summary>The event's type, e.g. <c>invitee.created</c>, <c>meeting_end</c>; <c>unknown</c> when it can't be told.</summary>
    public required string EventType { get; init; }

    /// <summary>The sender's id of the thing (invitee id, session id); for an unreadable body a hash of it.</summary>
    public required string ExternalId { get; init; }

    /// <summary>Same key, same thing: <c>calendly:{event_type}:{external_id}</c>, <c>readai:meeting_completed:{session_id}</c>.</summary>
    public required string IdempotencyKey { get; init; }

    /// <summary>Tells states of the same thing apart: another revision under the same key is new, an equal one a duplicate.</summary>
    public required string Revision { get; init; }

    /// <summary>Why it is ignored or could not be read; names the field, never its value.</summary>
    public string Reason { get; init; } = "";

    /// <summary>The lead's e-mail address where the message itself tells it (Calendly); null where it must be chosen (Read.ai).</summary>
    public string? LeadEmail { get; init; }
}
