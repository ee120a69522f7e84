using SalesIntel.Leads;

namespace SalesIntel.Webhooks;

/// <summary>What a source read from a webhook's body.</summary>
public sealed record WebhookReading
{
    /// <summary>Whether to process, to ignore, or to keep for a person.</summary>
    public required WebhookKind Kind { get; init; }

    /// <summary>The event's type, e.g. <c>invitee.created</c>, <c>meeting_end</c>; <c>unknown</c> when it can't be determined.</summary>
    public required string EventType { get; init; }

    /// <summary>The sender's id of the thing (invitee id, session id); for an unreadable body a hash of it.</summary>
    public required string ExternalId { get; init; }

    /// <summary>Same key, same thing: <c>{source}:{what}:{external_id}</c>, e.g. <c>calendly:invitee.created:{invitee_id}</c>.</summary>
    public required string IdempotencyKey { get; init; }

    /// <summary>Tells states of the same thing apart: another revision under the same key is new, an equal one a duplicate.</summary>
    public required string Revision { get; init; }

    /// <summary>Why it is ignored or could not be read; names the field, never its value.</summary>
    public string Reason { get; init; } = "";

    /// <summary>Whose lead the message belongs to, or how that is found out; null only when it is not to be processed.</summary>
    public LeadRoute? Route { get; init; }

    /// <summary>What the message says about the lead. <see cref="LeadFact.EventId"/> stays empty: the engine fills it.</summary>
    public IReadOnlyList<LeadFact> Facts { get; init; } = [];

    /// <summary>What values are to be read from and a note is to be written about; null when the facts are all.</summary>
    public LeadDocument? Document { get; init; }
}
