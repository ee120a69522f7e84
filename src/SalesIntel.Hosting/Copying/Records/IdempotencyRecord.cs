namespace SalesIntel.Hosting.Copying;

/// <summary>An idempotency key with a revision, and the event that has them.</summary>
/// <param name="Key">The key.</param>
/// <param name="Revision">The revision.</param>
/// <param name="EventId">The event.</param>
/// <param name="IsFirst">The key alone names this event, too.</param>
internal sealed record IdempotencyRecord(string Key, string Revision, string EventId, bool IsFirst) : StoreRecord
{
    public override RecordKind Kind => RecordKind.IdempotencyKey;

    public override string Identity => $"{Key}\n{Revision}";

    protected override IEnumerable<string?> Content => [EventId, IsFirst ? "first" : ""];
}
