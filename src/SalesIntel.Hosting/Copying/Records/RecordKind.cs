namespace SalesIntel.Hosting.Copying;

/// <summary>What a store keeps, in the order in which it is taken over: the queue comes last, so that nothing is due before all that it
/// needs is there.</summary>
internal enum RecordKind
{
    /// <summary>A value that processes share, such as an access token or an alert that is not sent yet.</summary>
    SharedValue,

    /// <summary>An open circuit.</summary>
    Circuit,

    /// <summary>Which lead a meeting belongs to.</summary>
    Meeting,

    /// <summary>A lead with a booking in an hour.</summary>
    BookedLead,

    /// <summary>An event that awaits a booking in an hour.</summary>
    AwaitingEvent,

    /// <summary>A lead.</summary>
    Lead,

    /// <summary>An idempotency key with a revision.</summary>
    IdempotencyKey,

    /// <summary>An event with its body and its ledger.</summary>
    Event,

    /// <summary>A lane of the queue with the time at which it is due.</summary>
    Lane,
}
