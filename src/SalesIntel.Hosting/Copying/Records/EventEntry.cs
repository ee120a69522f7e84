using System.Security.Cryptography;

namespace SalesIntel.Hosting.Copying;

/// <summary>An event as it stands.</summary>
/// <param name="Event">The event. When it was accepted may differ by microseconds between two stores.</param>
/// <param name="AlertPendingSince">Since when its alert has been pending; null when it is not.</param>
internal sealed record EventEntry(WebhookEvent Event, DateTimeOffset? AlertPendingSince) : StoreRecord
{
    public override RecordKind Kind => RecordKind.Event;

    public override string Identity => Event.EventId;

    public override int Bytes => base.Bytes + Event.Payload.Length;

    /// <summary>True while it waits in a lane or is worked on.</summary>
    public bool IsInLane => Event.Status is EventStatus.Queued or EventStatus.Processing;

    protected override IEnumerable<string?> Content =>
    [
        Event.Source, Event.EventType, Event.ExternalId, Event.IdempotencyKey, Event.Revision, StoreWords.Of(Event.Status),
        StoreWords.Of(Event.Stage), IsInLane ? Event.Lane?.Value : null, Event.Lead?.Value,
        Event.Attempts.ToString(CultureInfo.InvariantCulture), Event.LastError, Event.ErrorClass, Event.DryRun ? "dry run" : "",
        Event.Verified?.ToString(), TimeText.Precise(Event.UpdatedAt), AlertPendingSince is null ? "" : "pending",
        Convert.ToHexString(SHA256.HashData(Event.Payload.Span)),
        .. Event.Ledger.OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => $"{one.Key} {StoreJson.WriteEntry(one.Value)}"),
    ];
}
