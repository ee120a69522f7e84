namespace SalesIntel.Hosting.Sqlite;

/// <summary>A lane that is held, and its first event.</summary>
/// <param name="AcceptedAt">When the event was accepted: its key.</param>
/// <param name="EventId">The event.</param>
/// <param name="Lane">The lane.</param>
/// <param name="Token">The lease's token.</param>
internal sealed record TakenLane(DateTimeOffset AcceptedAt, string EventId, Lane Lane, string Token)
{
    public static TakenLane Of(EventLease held) => new(held.Event.CreatedAt, held.Event.EventId, held.Lane, held.Token);
}
