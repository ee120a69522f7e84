using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SalesIntel.Leads;
using SalesIntel.Storage.Contract;
using StackExchange.Redis;

namespace SalesIntel.Hosting.Redis;

/// <summary>The store in Redis 6.2 or later, or Valkey. Connects with the first use and comes back by itself after an outage;
/// until then every method throws <see cref="StoreUnavailableException"/> within about three seconds.</summary>
public sealed class RedisStore : IEventStore, IDeadLetterAlerts, IWorkQueue, ICircuitStore, ISharedState, IAsyncDisposable
{
    private readonly RedisConnection connection;
    private readonly RedisScripts scripts;
    private readonly RedisEvents events;
    private readonly RedisRestarts restarts;
    private readonly RedisHours hours;
    private readonly RedisDeadLetterAlerts deadLetterAlerts;
    private readonly RedisQueue queue;
    private readonly RedisCircuits circuits;
    private readonly RedisSharedState state;
    private readonly RedisHealth health;

    /// <summary>Creates the store; nothing is connected yet.</summary>
    /// <param name="options">Where it is.</param>
    /// <param name="time">The clock.</param>
    /// <param name="logger">Where losses of the connection are told.</param>
    /// <exception cref="FormatException">The address can't be read.</exception>
    public RedisStore(IOptions<RedisStoreOptions> options, TimeProvider time, ILogger<RedisStore> logger)
    {
        ArgumentNullException.ThrowIfNull(options);
        var settings = options.Value;
        var keys = Keys = new RedisKeys(settings.KeyPrefix);
        var wake = new WakeSignal();
        var clock = Clock = new StoreClock(time);
        connection = new RedisConnection(settings, keys, new RedisTime(clock, time, settings.FollowsServerTime), wake, logger);
        scripts = new RedisScripts(keys, connection.Server);
        events = new RedisEvents(connection, scripts, keys, settings, clock, wake);
        restarts = new RedisRestarts(connection, scripts, keys, settings, clock, wake);
        hours = new RedisHours(connection, keys);
        deadLetterAlerts = new RedisDeadLetterAlerts(connection, keys, clock);
        var commits = new RedisCommits(scripts, keys, settings, clock, logger);
        queue = new RedisQueue(connection, scripts, keys, commits, clock, time, wake, logger);
        circuits = new RedisCircuits(connection, scripts, keys, clock);
        state = new RedisSharedState(connection, scripts, keys, logger);
        health = new RedisHealth(connection, time);
    }

    internal RedisKeys Keys { get; }

    internal StoreClock Clock { get; }

    internal RedisConnection Connection => connection;

    /// <summary>Looks at the server's configuration and says what is at risk and what to set; empty when all is well.</summary>
    /// <exception cref="StoreUnavailableException">The server can't be reached.</exception>
    public async Task<IReadOnlyList<string>> CheckAsync(CancellationToken cancellationToken)
    {
        var warnings = await health.CheckAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await connection.RunAsync(scripts.CheckAsync, cancellationToken).ConfigureAwait(false);
            return warnings;
        }
        catch (StoreUnavailableException refused) when (refused.InnerException is RedisServerException or RedisCommandException)
        {
            return [.. warnings, refused.Message];
        }
    }

    /// <inheritdoc/>
    public Task<AcceptReceipt> AcceptAsync(NewEvent accepted, CancellationToken cancellationToken) =>
        events.AcceptAsync(accepted, cancellationToken);

    /// <inheritdoc/>
    public Task<bool> ReplaceAsync(NewEvent verified, CancellationToken cancellationToken) =>
        restarts.ReplaceAsync(verified, cancellationToken);

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
    public Task<RequeueOutcome> RequeueAsync(string eventId, RequeueRequest request, CancellationToken cancellationToken) =>
        restarts.RequeueAsync(eventId, request, cancellationToken);

    /// <inheritdoc/>
    public Task<StoreStatus> GetStatusAsync(CancellationToken cancellationToken) => events.GetStatusAsync(cancellationToken);

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
    public Task<bool> CommitAsync(EventLease held, EventCommit commit, CancellationToken cancellationToken) =>
        queue.CommitAsync(held, commit, cancellationToken);

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

    Task<OpenCircuit?> ICircuitStore.GetAsync(string provider, CancellationToken cancellationToken) =>
        circuits.GetAsync(provider, cancellationToken);

    Task<string?> ISharedState.GetAsync(string key, CancellationToken cancellationToken) =>
        state.GetAsync(key, cancellationToken);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => connection.DisposeAsync();
}
