using SalesIntel.Engine;
using SalesIntel.Leads;
using SalesIntel.Storage.Contract;

namespace SalesIntel.Consumer.Parts;

/// <summary>A store of the consumer's own: it implements the contract, here on top of the one in memory, and counts what it accepts.</summary>
internal sealed class OwnStore(TimeProvider time) : IEventStore, IWorkQueue, ICircuitStore
{
    private readonly MemoryStore inner = new(time);
    private int accepted;

    public int Accepted => accepted;

    public Task<AcceptReceipt> AcceptAsync(NewEvent accepted, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref this.accepted);
        return inner.AcceptAsync(accepted, cancellationToken);
    }

    public Task<bool> ReplaceAsync(NewEvent verified, CancellationToken cancellationToken) => inner.ReplaceAsync(verified, cancellationToken);

    public Task<WebhookEvent?> GetAsync(string eventId, CancellationToken cancellationToken) => inner.GetAsync(eventId, cancellationToken);

    public Task<string?> FindEventIdAsync(string idempotencyKey, CancellationToken cancellationToken) =>
        inner.FindEventIdAsync(idempotencyKey, cancellationToken);

    public Task<LeadRecord> GetLeadAsync(LeadKey lead, CancellationToken cancellationToken) => inner.GetLeadAsync(lead, cancellationToken);

    public Task<string?> GetMeetingLeadAsync(string sessionId, CancellationToken cancellationToken) =>
        inner.GetMeetingLeadAsync(sessionId, cancellationToken);

    public Task<IReadOnlyList<LeadKey>> FindBookedLeadsAsync(
        DateTimeOffset from, DateTimeOffset to, int limit, CancellationToken cancellationToken) =>
        inner.FindBookedLeadsAsync(from, to, limit, cancellationToken);

    public Task<IReadOnlyList<string>> FindAwaitingAsync(
        DateTimeOffset from, DateTimeOffset to, int limit, CancellationToken cancellationToken) =>
        inner.FindAwaitingAsync(from, to, limit, cancellationToken);

    public IAsyncEnumerable<WebhookEvent> ListAsync(EventFilter filter, CancellationToken cancellationToken) =>
        inner.ListAsync(filter, cancellationToken);

    public Task<RequeueOutcome> RequeueAsync(string eventId, RequeueRequest request, CancellationToken cancellationToken) =>
        inner.RequeueAsync(eventId, request, cancellationToken);

    public Task<StoreStatus> GetStatusAsync(CancellationToken cancellationToken) => inner.GetStatusAsync(cancellationToken);

    public Task<IReadOnlyList<EventLease>> ClaimAsync(int atMost, TimeSpan lease, CancellationToken cancellationToken) =>
        inner.ClaimAsync(atMost, lease, cancellationToken);

    public Task<EventLease?> RenewAsync(EventLease held, TimeSpan lease, CancellationToken cancellationToken) =>
        inner.RenewAsync(held, lease, cancellationToken);

    public Task<bool> CommitAsync(EventLease held, EventCommit commit, CancellationToken cancellationToken) =>
        inner.CommitAsync(held, commit, cancellationToken);

    public Task WaitForWorkAsync(TimeSpan atMost, CancellationToken cancellationToken) => inner.WaitForWorkAsync(atMost, cancellationToken);

    Task<OpenCircuit?> ICircuitStore.GetAsync(string provider, CancellationToken cancellationToken) =>
        ((ICircuitStore)inner).GetAsync(provider, cancellationToken);

    public Task<bool> OpenAsync(string provider, DateTimeOffset until, string reason, CancellationToken cancellationToken) =>
        inner.OpenAsync(provider, until, reason, cancellationToken);

    public Task<bool> TryProbeAsync(string provider, TimeSpan atMost, CancellationToken cancellationToken) =>
        inner.TryProbeAsync(provider, atMost, cancellationToken);

    public Task<OpenCircuit?> CloseAsync(string provider, CancellationToken cancellationToken) => inner.CloseAsync(provider, cancellationToken);
}
