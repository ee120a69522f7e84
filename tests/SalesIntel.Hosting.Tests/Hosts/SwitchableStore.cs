using System.Runtime.CompilerServices;
using SalesIntel.Engine;
using SalesIntel.Leads;
using SalesIntel.Storage.Contract;

namespace SalesIntel.Hosting.Tests.Hosts;

/// <summary>The store in memory with switches: away (throws), hanging (never answers and heeds no token), broken (throws what no store
/// should).</summary>
internal sealed class SwitchableStore(TimeProvider time) : IEventStore, IWorkQueue
{
    private readonly TaskCompletionSource hang = new();
    private int claims;
    private int lastAskedFor;

    public MemoryStore Inner { get; } = new(time);

    public volatile bool IsAway;

    public volatile bool Hangs;

    public volatile bool IsBroken;

    /// <summary>Completes when somebody has asked while it hangs.</summary>
    public TaskCompletionSource Asked { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public int Claims => Volatile.Read(ref claims);

    /// <summary>How many lanes were asked for last.</summary>
    public int LastAskedFor => Volatile.Read(ref lastAskedFor);

    public async Task<AcceptReceipt> AcceptAsync(NewEvent accepted, CancellationToken cancellationToken)
    {
        await CheckAsync();
        return await Inner.AcceptAsync(accepted, cancellationToken);
    }

    public async Task<bool> ReplaceAsync(NewEvent verified, CancellationToken cancellationToken)
    {
        await CheckAsync();
        return await Inner.ReplaceAsync(verified, cancellationToken);
    }

    public async Task<WebhookEvent?> GetAsync(string eventId, CancellationToken cancellationToken)
    {
        await CheckAsync();
        return await Inner.GetAsync(eventId, cancellationToken);
    }

    public Task<string?> FindEventIdAsync(string idempotencyKey, CancellationToken cancellationToken) =>
        Inner.FindEventIdAsync(idempotencyKey, cancellationToken);

    public Task<LeadRecord> GetLeadAsync(LeadKey lead, CancellationToken cancellationToken) =>
        Inner.GetLeadAsync(lead, cancellationToken);

    public Task<IReadOnlyList<LeadKey>> FindBookedLeadsAsync(
        DateTimeOffset from, DateTimeOffset to, int limit, CancellationToken cancellationToken) =>
        Inner.FindBookedLeadsAsync(from, to, limit, cancellationToken);

    public Task<IReadOnlyList<string>> FindAwaitingAsync(
        DateTimeOffset from, DateTimeOffset to, int limit, CancellationToken cancellationToken) =>
        Inner.FindAwaitingAsync(from, to, limit, cancellationToken);

    public Task<string?> GetMeetingLeadAsync(string sessionId, CancellationToken cancellationToken) =>
        Inner.GetMeetingLeadAsync(sessionId, cancellationToken);

    public async IAsyncEnumerable<WebhookEvent> ListAsync(
        EventFilter filter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await CheckAsync();
        await foreach (var stored in Inner.ListAsync(filter, cancellationToken))
        {
            yield return stored;
        }
    }

    public Task<RequeueOutcome> RequeueAsync(string eventId, RequeueRequest request, CancellationToken cancellationToken) =>
        Inner.RequeueAsync(eventId, request, cancellationToken);

    public async Task<StoreStatus> GetStatusAsync(CancellationToken cancellationToken)
    {
        await CheckAsync();
        return await Inner.GetStatusAsync(cancellationToken);
    }

    public async Task<IReadOnlyList<EventLease>> ClaimAsync(int atMost, TimeSpan lease, CancellationToken cancellationToken)
    {
        Volatile.Write(ref lastAskedFor, atMost);
        Interlocked.Increment(ref claims);
        await CheckAsync();
        return await Inner.ClaimAsync(atMost, lease, cancellationToken);
    }

    public Task<EventLease?> RenewAsync(EventLease held, TimeSpan lease, CancellationToken cancellationToken) =>
        Inner.RenewAsync(held, lease, cancellationToken);

    public Task<bool> CommitAsync(EventLease held, EventCommit commit, CancellationToken cancellationToken) =>
        Inner.CommitAsync(held, commit, cancellationToken);

    public Task WaitForWorkAsync(TimeSpan atMost, CancellationToken cancellationToken) =>
        Inner.WaitForWorkAsync(atMost, cancellationToken);

    private async Task CheckAsync()
    {
        if (IsAway)
        {
            throw new StoreUnavailableException("The test store is away.");
        }

        if (IsBroken)
        {
            throw new InvalidOperationException("secret-body-text must not reach the sender");
        }

        if (Hangs)
        {
            Asked.TrySetResult();
            await hang.Task;
        }
    }
}
