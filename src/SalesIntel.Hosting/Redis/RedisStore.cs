using SalesIntel.Hosting.Health;
using SalesIntel.Leads;
using StackExchange.Redis;

namespace SalesIntel.Hosting.Redis;

/// <summary>The store in Redis 6.2 or later, or Valkey. Connects with the first use and comes back by itself after an outage;
/// until then every method throws <see cref="StoreUnavailableException"/> within about three seconds.</summary>
public sealed class RedisStore : IEventStore, IDeadLetterAlerts, IWorkQueue, ICircuitStore, ISharedState, ISlotLeases, IStoreRisks, IAsyncDisposable
{
    private readonly RedisConnection connection;
    private readonly RedisEvents events;
    private readonly RedisRestarts restarts;
    private readonly RedisHours hours;
    private readonly RedisDeadLetterAlerts deadLetterAlerts;
    private readonly RedisQueue queue;
    private readonly RedisCircuits circuits;
    private readonly RedisSharedState state;
    private readonly RedisSlots slots;
    private readonly RedisHealth health;
    private readonly ReplicaWait replicas;
    private readonly RedisKeys keys;
    private readonly WriteProof proof;

    /// <summary>Creates the store; nothing is connected yet.</summary>
    /// <param name="options">Where it is.</param>
    /// <param name="time">The clock.</param>
    /// <param name="logger">Where losses of the connection are told.</param>
    /// <exception cref="FormatException">The address can't be read.</exception>
    public RedisStore(IOptions<RedisStoreOptions> options, TimeProvider time, ILogger<RedisStore> logger)
    {
        ArgumentNullException.ThrowIfNull(options);
        var settings = options.Value;
        Keys = keys = new RedisKeys(settings.KeyPrefix);
        var (wake, slotsChanged) = (new WakeSignal(), new WakeSignal());
        var clock = Clock = new StoreClock(time);
        var serverTime = new RedisTime(clock, time, settings.FollowsServerTime);
        connection = new RedisConnection(settings.Url, keys, serverTime, wake, slotsChanged, logger);
        var scripts = new RedisScripts(keys, connection.Server);
        events = new RedisEvents(connection, scripts, keys, settings, clock, wake);
        restarts = new RedisRestarts(connection, scripts, keys, settings, clock, wake);
        hours = new RedisHours(connection, keys);
        deadLetterAlerts = new RedisDeadLetterAlerts(connection, keys, clock);
        var commits = new RedisCommits(scripts, keys, settings, clock, logger);
        queue = new RedisQueue(connection, scripts, keys, commits, clock, time, wake, logger);
        circuits = new RedisCircuits(connection, scripts, keys, clock);
        state = new RedisSharedState(connection, scripts, keys, logger);
        slots = new RedisSlots(connection, scripts, keys, clock, slotsChanged);
        var foreign = new ForeignKeys(keys);
        health = new RedisHealth(connection, foreign, scripts, settings.WaitReplicas, time);
        replicas = new ReplicaWait(settings.Url, keys, settings.WaitReplicas, logger);
        proof = new WriteProof(connection, keys, foreign, scripts, replicas);
        Mark = new StoreMark(connection, keys, replicas, settings.MemoryFolder, time, logger);
    }

    internal RedisKeys Keys { get; }

    internal StoreClock Clock { get; }

    internal RedisConnection Connection => connection;

    /// <summary>Notices that data were lost.</summary>
    internal StoreMark Mark { get; }

    /// <summary>Looks at the server's configuration and says what is at risk and what to set; empty when all is well.</summary>
    /// <exception cref="StoreUnavailableException">The server can't be reached.</exception>
    /// <exception cref="InvalidOperationException">This store can't work there until somebody changes a setting; the message says which.
    /// </exception>
    public Task<IReadOnlyList<string>> CheckAsync(CancellationToken cancellationToken) => health.CheckAsync(cancellationToken);

    /// <inheritdoc/>
    public async Task<AcceptReceipt> AcceptAsync(NewEvent accepted, CancellationToken cancellationToken)
    {
        var receipt = await events.AcceptAsync(accepted, cancellationToken).ConfigureAwait(false);
        var revision = keys.Idempotency($"{accepted.IdempotencyKey}:{accepted.Revision}");
        await replicas.ConfirmAsync(new StoredProof(revision, RedisValue.Null, receipt.EventId), cancellationToken).ConfigureAwait(false);
        return receipt;
    }

    /// <inheritdoc/>
    public async Task<bool> ReplaceAsync(NewEvent verified, CancellationToken cancellationToken)
    {
        var isReplaced = await restarts.ReplaceAsync(verified, cancellationToken).ConfigureAwait(false);
        var stored = new StoredProof(keys.Event(verified.EventId), EventHash.Verified, EventHash.Flag(true));
        await replicas.ConfirmAsync(isReplaced ? stored : null, cancellationToken).ConfigureAwait(false);
        return isReplaced;
    }

    /// <inheritdoc/>
    public Task<WebhookEvent?> GetAsync(string eventId, CancellationToken cancellationToken) =>
        events.GetAsync(eventId, cancellationToken);

    /// <inheritdoc/>
    public Task<string?> FindEventIdAsync(string idempotencyKey, CancellationToken cancellationToken) =>
        events.FindEventIdAsync(idempotencyKey, cancellationToken);

    /// <inheritdoc/>
    public Task<LeadRecord> GetLeadAsync(LeadKey lead, CancellationToken cancellationToken) =>
        events.GetLeadAsync(lead, cancellationToken);

    /// <inheritdoc/>
    public Task<string?> GetMeetingLeadAsync(string sessionId, CancellationToken cancellationToken) =>
        events.GetMeetingLeadAsync(sessionId, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<LeadKey>> FindBookedLeadsAsync(
        DateTimeOffset from, DateTimeOffset to, int limit, CancellationToken cancellationToken) =>
        hours.FindBookedLeadsAsync(from, to, limit, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<string>> FindAwaitingAsync(
        DateTimeOffset from, DateTimeOffset to, int limit, CancellationToken cancellationToken) =>
        hours.FindAwaitingAsync(from, to, limit, cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<WebhookEvent> ListAsync(EventFilter filter, CancellationToken cancellationToken) =>
        events.ListAsync(filter, cancellationToken);

    /// <inheritdoc/>
    public async Task<RequeueOutcome> RequeueAsync(string eventId, RequeueRequest request, CancellationToken cancellationToken)
    {
        var outcome = await restarts.RequeueAsync(eventId, request, cancellationToken).ConfigureAwait(false);
        await replicas.ConfirmAsync(null, cancellationToken).ConfigureAwait(false);
        return outcome;
    }

    /// <inheritdoc/>
    public async Task<StoreStatus> GetStatusAsync(CancellationToken cancellationToken)
    {
        await proof.ProveAsync(cancellationToken).ConfigureAwait(false);
        return await events.GetStatusAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<WebhookEvent>> ListPendingAlertsAsync(DateTimeOffset before, int limit, CancellationToken cancellationToken) =>
        deadLetterAlerts.ListAsync(before, limit, cancellationToken);

    /// <inheritdoc/>
    public Task MarkAlertSentAsync(string eventId, CancellationToken cancellationToken) =>
        deadLetterAlerts.MarkAlertSentAsync(eventId, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<EventLease>> ClaimAsync(int atMost, TimeSpan lease, CancellationToken cancellationToken) =>
        queue.ClaimAsync(atMost, lease, cancellationToken);

    /// <inheritdoc/>
    public Task<EventLease?> RenewAsync(EventLease held, TimeSpan lease, CancellationToken cancellationToken) =>
        queue.RenewAsync(held, lease, cancellationToken);

    /// <inheritdoc/>
    public async Task<bool> CommitAsync(EventLease held, EventCommit commit, CancellationToken cancellationToken)
    {
        var isWritten = await queue.CommitAsync(held, commit, cancellationToken).ConfigureAwait(false);
        if (isWritten && commit.Next is NextStep.Continue && commit.Ledger.FirstOrDefault() is { Key: { } effect, Value: { } entry })
        {
            // The intent of a write to the CRM: without it, whoever runs the event again would write twice.
            var stored = new StoredProof(keys.Event(held.Event.EventId), EventHash.Ledger(effect), StoreJson.WriteEntry(entry));
            await replicas.ConfirmAsync(stored, cancellationToken).ConfigureAwait(false);
        }

        return isWritten;
    }

    /// <inheritdoc/>
    public Task WaitForWorkAsync(TimeSpan atMost, CancellationToken cancellationToken) =>
        queue.WaitForWorkAsync(atMost, cancellationToken);

    /// <inheritdoc/>
    public Task<bool> OpenAsync(string provider, DateTimeOffset until, string reason, CancellationToken cancellationToken) =>
        circuits.OpenAsync(provider, until, reason, cancellationToken);

    /// <inheritdoc/>
    public Task<bool> TryProbeAsync(string provider, TimeSpan atMost, CancellationToken cancellationToken) =>
        circuits.TryProbeAsync(provider, atMost, cancellationToken);

    /// <inheritdoc/>
    public Task<OpenCircuit?> CloseAsync(string provider, CancellationToken cancellationToken) =>
        circuits.CloseAsync(provider, cancellationToken);

    /// <inheritdoc/>
    public Task SetAsync(string key, string value, TimeSpan life, CancellationToken cancellationToken) =>
        state.SetAsync(key, value, life, cancellationToken);

    /// <inheritdoc/>
    public Task RemoveAsync(string key, string expected, CancellationToken cancellationToken) =>
        state.RemoveAsync(key, expected, cancellationToken);

    /// <inheritdoc/>
    public Task<IAsyncDisposable?> TryLockAsync(string name, TimeSpan atMost, CancellationToken cancellationToken) =>
        state.TryLockAsync(name, atMost, cancellationToken);

    /// <inheritdoc/>
    public Task<SlotGrant> RequestAsync(SlotRequest request, CancellationToken cancellationToken) =>
        slots.RequestAsync(request, cancellationToken);

    Task<OpenCircuit?> ICircuitStore.GetAsync(string provider, CancellationToken cancellationToken) =>
        circuits.GetAsync(provider, cancellationToken);

    Task<string?> ISharedState.GetAsync(string key, CancellationToken cancellationToken) =>
        state.GetAsync(key, cancellationToken);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await replicas.DisposeAsync().ConfigureAwait(false);
        await connection.DisposeAsync().ConfigureAwait(false);
    }
}
