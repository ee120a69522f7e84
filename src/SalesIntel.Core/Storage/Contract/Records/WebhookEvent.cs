using SalesIntel.Leads;

namespace SalesIntel.Storage.Contract;

/// <summary>An accepted event as the store holds it.</summary>
public sealed record WebhookEvent
{
    /// <summary>The event's id.</summary>
    public required string EventId { get; init; }

    /// <summary>The source's name, e.g. <c>calendly</c>.</summary>
    public required string Source { get; init; }

    /// <summary>E.g. <c>invitee.created</c>.</summary>
    public required string EventType { get; init; }

    /// <summary>The sender's id of the thing.</summary>
    public required string ExternalId { get; init; }

    /// <summary>Same key, same thing.</summary>
    public required string IdempotencyKey { get; init; }

    /// <summary>Tells states of the same thing apart.</summary>
    public required string Revision { get; init; }

    /// <summary>Where it stands.</summary>
    public required EventStatus Status { get; init; }

    /// <summary>How far it has come.</summary>
    public required Stage Stage { get; init; }

    /// <summary>The lane it is in; null when it never entered one.</summary>
    public Lane? Lane { get; init; }

    /// <summary>The lead it belongs to; null while unknown.</summary>
    public LeadKey? Lead { get; init; }

    /// <summary>Attempts that failed in the current stage and were charged.</summary>
    public int Attempts { get; init; }

    /// <summary>The last failure, without personal data; empty if none.</summary>
    public string LastError { get; init; } = "";

    /// <summary>Code of the last failure, e.g. <c>event/lead-converted</c>; empty if none.</summary>
    public string ErrorClass { get; init; } = "";

    /// <summary>True when it was last processed in dry run: it does not count as processed for the real world.</summary>
    public bool DryRun { get; init; }

    /// <summary>When it was accepted, UTC, to the microsecond: also the order within its lane.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it last changed, UTC.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>The body, byte for byte.</summary>
    public required ReadOnlyMemory<byte> Payload { get; init; }

    /// <summary>Whether the message was proven genuine when it came: true when its signature was right, or unsigned messages are expressly
    /// allowed; false when it was taken in dry run without a check; null when it was accepted before this was kept.</summary>
    public bool? Verified { get; init; }

    /// <summary>What has been done for it, by effect name.</summary>
    public IReadOnlyDictionary<string, LedgerEntry> Ledger { get; init; } = new Dictionary<string, LedgerEntry>();
}
