namespace SalesIntel.Storage.Contract;

/// <summary>The dead letters whose alert is pending. The transaction that sets an event aside also adds it to this list, so the alert
/// survives a process that dies right afterwards. See <see cref="IEventStore"/> for failures.</summary>
public interface IDeadLetterAlerts
{
    /// <summary>Lists the events that were set aside before a moment, oldest first. An event that was put back into the queue is not
    /// listed.</summary>
    /// <param name="before">The moment, UTC. Leave some time: the process that has just set an event aside is still raising its alert.</param>
    /// <param name="limit">The largest number of events to return.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<IReadOnlyList<WebhookEvent>> ListPendingAlertsAsync(DateTimeOffset before, int limit, CancellationToken cancellationToken);

    /// <summary>Removes an event from the list: its alert was sent, or is recorded as durably as the store itself. Does nothing when the
    /// event is not listed.</summary>
    Task MarkAlertSentAsync(string eventId, CancellationToken cancellationToken);
}
