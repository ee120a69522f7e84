using SalesIntel.Leads;

namespace SalesIntel.Storage.Contract;

/// <summary>Holds events, leads and the queue. When the store can't be reached every method throws
/// <see cref="StoreUnavailableException"/>.</summary>
public interface IEventStore
{
    /// <summary>Stores the event, takes its idempotency key and makes it due, in one transaction. When it returns, the event is
    /// as durable as the store. Harmless to repeat wherever it was cut off.</summary>
    Task<AcceptReceipt> AcceptAsync(NewEvent accepted, CancellationToken cancellationToken);

    /// <summary>Puts a verified message in the place of the same message (same <see cref="NewEvent.EventId"/>) that was not verified: its
    /// body, lane, stage and lead. It starts anew, with nothing done for it, keeps its place by acceptance, and whoever works on the old
    /// body loses the lease. All of it or nothing.</summary>
    /// <returns>False when there is no such event (any more), or its message is verified already; then nothing was changed.</returns>
    /// <exception cref="ArgumentException">The message is not verified, or not complete.</exception>
    Task<bool> ReplaceAsync(NewEvent verified, CancellationToken cancellationToken);

    /// <summary>The event; null when there is none (any more).</summary>
    Task<WebhookEvent?> GetAsync(string eventId, CancellationToken cancellationToken);

    /// <summary>Id of the event that first took an idempotency key; with <c>:{revision}</c> behind the key, of that revision's.</summary>
    Task<string?> FindEventIdAsync(string idempotencyKey, CancellationToken cancellationToken);

    /// <summary>What is kept about a lead; an empty record when nothing is.</summary>
    Task<LeadRecord> GetLeadAsync(LeadKey lead, CancellationToken cancellationToken);

    /// <summary>The lead's e-mail address to which a meeting was assigned; null when it was not yet.</summary>
    Task<string?> GetMeetingLeadAsync(string sessionId, CancellationToken cancellationToken);

    /// <summary>Leads with a booking that starts in one of the hours from a moment's to another's: of every <see cref="BookingSeen"/> that
    /// was recorded, so also of bookings that were moved or cancelled since. Each once, in the order of their keys.</summary>
    /// <param name="from">In the first of the hours.</param>
    /// <param name="to">In the last of the hours; at most a day later.</param>
    /// <param name="limit">At most so many.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<IReadOnlyList<LeadKey>> FindBookedLeadsAsync(DateTimeOffset from, DateTimeOffset to, int limit, CancellationToken cancellationToken);

    /// <summary>Ids of events that await bookings of one of the hours from a moment's to another's, see
    /// <see cref="EventCommit.AwaitsBookingsOf"/>; in the order of the ids. They may be gone by now.</summary>
    /// <param name="from">In the first of the hours.</param>
    /// <param name="to">In the last of the hours; at most a day later.</param>
    /// <param name="limit">At most so many.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<IReadOnlyList<string>> FindAwaitingAsync(DateTimeOffset from, DateTimeOffset to, int limit, CancellationToken cancellationToken);

    /// <summary>Events by filter, newest first.</summary>
    IAsyncEnumerable<WebhookEvent> ListAsync(EventFilter filter, CancellationToken cancellationToken);

    /// <summary>Puts an event that is not in a lane (failed, ignored, processed) back into one, due now, attempts at zero; with
    /// <see cref="RequeueRequest.EvenIfRunning"/> any event. Effects that its ledger has as done stay done; those of a dry run are
    /// forgotten. Answers what happened.</summary>
    Task<RequeueOutcome> RequeueAsync(string eventId, RequeueRequest request, CancellationToken cancellationToken);

    /// <summary>Counts for health and debugging; also proves that the store answers and takes writes.</summary>
    Task<StoreStatus> GetStatusAsync(CancellationToken cancellationToken);
}
