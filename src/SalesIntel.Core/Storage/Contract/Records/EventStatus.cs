namespace SalesIntel.Storage.Contract;

/// <summary>Where an event stands. In the store these are lower-case words.</summary>
public enum EventStatus
{
    /// <summary>Accepted, waiting for its turn (also between two attempts).</summary>
    Queued,

    /// <summary>Taken by a worker.</summary>
    Processing,

    /// <summary>Done.</summary>
    Processed,

    /// <summary>Kept, but not for us.</summary>
    Ignored,

    /// <summary>Dead-lettered: needs a person.</summary>
    Failed,
}
