using SalesIntel.Engine;
using SalesIntel.Leads;
using SalesIntel.Storage.Contract;

namespace SalesIntel.Operations;

/// <summary>The store as a preview sees it: what is read comes from the real one, what is written goes to a copy in memory.</summary>
internal sealed class PreviewStore(IEventStore real, MemoryStore copy) : IEventStore, IWorkQueue
{
    private readonly HashSet<LeadKey> copied = [];
    private readonly Dictionary<LeadKey, JsonObject> written = [];

    /// <summary>What was written to a lead before the event of the preview, by the CRM's names.</summary>
    public JsonObject WrittenBefore(LeadKey lead) => written.GetValueOrDefault(lead) ?? [];

    /// <summary>Begins with another event.</summary>
    public void Begin() => written.Clear();

    public Task<AcceptReceipt> AcceptAsync(NewEvent accepted, CancellationToken cancellationToken) =>
        throw new NotSupportedException("A preview accepts no webhooks.");

    public Task<bool> ReplaceAsync(NewEvent verified, CancellationToken cancellationToken) =>
        throw new NotSupportedException("A preview accepts no webhooks.");

    public Task<WebhookEvent?> GetAsync(string eventId, CancellationToken cancellationToken) => copy.GetAsync(eventId, cancellationToken);

    public Task<string?> FindEventIdAsync(string idempotencyKey, CancellationToken cancellationToken) =>
        real.FindEventIdAsync(idempotencyKey, cancellationToken);

    public async Task<LeadRecord> GetLeadAsync(LeadKey lead, CancellationToken cancellationToken)
    {
        if (copied.Add(lead))
        {
            copy.Put(await real.GetLeadAsync(lead, cancellationToken).ConfigureAwait(false));
        }

        var record = await copy.GetLeadAsync(lead, cancellationToken).ConfigureAwait(false);
        written.TryAdd(lead, record.Written);
        return record;
    }

    public Task<IReadOnlyList<LeadKey>> FindBookedLeadsAsync(
        DateTimeOffset from, DateTimeOffset to, int limit, CancellationToken cancellationToken) =>
        real.FindBookedLeadsAsync(from, to, limit, cancellationToken);

    public Task<IReadOnlyList<string>> FindAwaitingAsync(
        DateTimeOffset from, DateTimeOffset to, int limit, CancellationToken cancellationToken) =>
        real.FindAwaitingAsync(from, to, limit, cancellationToken);

    public async Task<string?> GetMeetingLeadAsync(string sessionId, CancellationToken cancellationToken) =>
        await copy.GetMeetingLeadAsync(sessionId, cancellationToken).ConfigureAwait(false)
        ?? await real.GetMeetingLeadAsync(sessionId, cancellationToken).ConfigureAwait(false);

    public IAsyncEnumerable<WebhookEvent> ListAsync(EventFilter filter, CancellationToken cancellationToken) =>
        real.ListAsync(filter, cancellationToken);

    /// <summary>Requeues in the copy.</summary>
    public Task<RequeueOutcome> RequeueAsync(string eventId, RequeueRequest request, CancellationToken cancellationToken) =>
        copy.RequeueAsync(eventId, request, cancellationToken);

    public Task<StoreStatus> GetStatusAsync(CancellationToken cancellationToken) => real.GetStatusAsync(cancellationToken);

    public Task<IReadOnlyList<EventLease>> ClaimAsync(int atMost, TimeSpan lease, CancellationToken cancellationToken) =>
        copy.ClaimAsync(atMost, lease, cancellationToken);

    public Task<EventLease?> RenewAsync(EventLease held, TimeSpan lease, CancellationToken cancellationToken) =>
        copy.RenewAsync(held, lease, cancellationToken);

    public async Task<bool> CommitAsync(EventLease held, EventCommit commit, CancellationToken cancellationToken)
    {
        if (commit.Lead is { } update)
        {
            // The copy must hold what is known of the lead before a change is put on top.
            await GetLeadAsync(update.Key, cancellationToken).ConfigureAwait(false);
            commit = commit with { Lead = update with { Facts = [.. update.Facts.Where(fact => !UnreadExtractor.IsFrom(fact))] } };
        }

        return await copy.CommitAsync(held, commit, cancellationToken).ConfigureAwait(false);
    }

    public Task WaitForWorkAsync(TimeSpan atMost, CancellationToken cancellationToken) => copy.WaitForWorkAsync(atMost, cancellationToken);
}
