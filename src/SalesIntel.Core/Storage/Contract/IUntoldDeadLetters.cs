namespace SalesIntel.Storage.Contract;

/// <summary>The dead letters of which nobody was told yet. An event comes on this list in the transaction that sets it aside, so that
/// a process that dies right after it can't keep it from people. See <see cref="IEventStore"/> for failures.</summary>
public interface IUntoldDeadLetters
{
    /// <summary>Those set aside before a moment, oldest first. One that was put back into the queue is not among them.</summary>
    /// <param name="before">The moment, UTC: whoever has just set one aside is still telling.</param>
    /// <param name="limit">At most so many.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<IReadOnlyList<WebhookEvent>> ListUntoldAsync(DateTimeOffset before, int limit, CancellationToken cancellationToken);

    /// <summary>Takes one off the list: people have been told, or what remembers it for them is as durable as the store. Harmless when it is
    /// not on it.</summary>
    Task MarkToldAsync(string eventId, CancellationToken cancellationToken);
}
