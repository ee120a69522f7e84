using SalesIntel.Hosting.Health;
using SalesIntel.Leads;

namespace SalesIntel.Hosting.Sqlite;

/// <summary>The store in a SQLite file, in this process. Several processes of one machine may use the file at once. Opens it with the first
/// use, creates it when it is missing, and comes back by itself after a trouble; until then every method throws
/// <see cref="StoreUnavailableException"/> within about three seconds.</summary>
public sealed class SqliteStore : IEventStore, IDeadLetterAlerts, IWorkQueue, ICircuitStore, ISharedState, ISlotLeases, ICachedMemory, IStoreRisks,
    IAsyncDisposable
{
    private readonly BusyWait busy;
    private readonly SqliteDatabase database;
    private readonly SqliteAcceptance acceptance;
    private readonly SqliteEvents events;
    private readonly SqliteRestarts restarts;
    private readonly SqliteHours hours;
    private readonly SqliteDeadLetterAlerts deadLetterAlerts;
    private readonly SqliteQueue queue;
    private readonly SqliteCircuits circuits;
    private readonly SqliteSharedState state;
    private readonly SqliteSlots slots;

    /// <summary>Creates the store; nothing is opened yet.</summary>
    /// <param name="options">Where it is and how long it keeps things.</param>
    /// <param name="time">The clock.</param>
    /// <param name="logger">Where troubles with the file are told.</param>
    public SqliteStore(IOptions<SqliteStoreOptions> options, TimeProvider time, ILogger<SqliteStore> logger)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(time);
        var settings = options.Value;
        var lives = new SqliteLives(settings.EventLife, settings.IdempotencyLife);
        Files = new SqliteFiles(settings.FilePath);
        var clock = Clock = new StoreClock(time);
        var wake = new WakeSignal();
        busy = new BusyWait(settings.Machine);
        database = new SqliteDatabase(Files, settings.Schema, new SqliteTuning(settings.SyncOnCommit, settings.MostPages, settings.IsAlone), busy, logger);
        Readers = new SqliteReaders(database, settings.Machine);
        var turn = new WriterTurn(Files, busy);
        Writer = new SqliteWriter(database, clock, settings.Machine, turn, new SqliteCheckpointer(database, logger), logger);
        acceptance = new SqliteAcceptance(Writer, lives, wake);
        events = new SqliteEvents(Readers, clock);
        restarts = new SqliteRestarts(Writer, lives, wake);
        hours = new SqliteHours(Readers, clock);
        deadLetterAlerts = new SqliteDeadLetterAlerts(Writer, Readers, clock);
        queue = new SqliteQueue(Writer, Readers, new SqliteCommits(lives), clock, time, wake, logger);
        circuits = new SqliteCircuits(Writer, Readers, clock);
        state = new SqliteSharedState(Writer, Readers, clock, logger);
        slots = new SqliteSlots(Writer);
        Retention = new SqliteRetention(Writer, settings.Machine, logger);
    }

    internal SqliteFiles Files { get; }

    Task<IReadOnlyList<string>> IStoreRisks.CheckAsync(CancellationToken cancellationToken) => Task.FromResult(SqliteVolume.FindRisks(Files));

    internal StoreClock Clock { get; }

    internal SqliteWriter Writer { get; }

    internal SqliteReaders Readers { get; }

    internal SqliteRetention Retention { get; }

    /// <summary>Opens the file, creates it when it is missing, brings its tables up to date, and proves that it can be written.</summary>
    /// <exception cref="StoreUnavailableException">It can't be used.</exception>
    public Task OpenAsync(CancellationToken cancellationToken) =>
        Writer.WriteAsync(scope => scope.Session.Execute("UPDATE clock SET at = max(at, ?)", scope.Now), cancellationToken);

    async Task<long> ICachedMemory.ReleaseAsync(CancellationToken cancellationToken) =>
        Readers.ReleaseMemory()
        + await Writer.WriteAsync(static scope => scope.Session.ReleaseMemory(), cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    public Task<AcceptReceipt> AcceptAsync(NewEvent accepted, CancellationToken cancellationToken) =>
        acceptance.AcceptAsync(accepted, cancellationToken);

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
    public async Task<StoreStatus> GetStatusAsync(CancellationToken cancellationToken)
    {
        if (Writer.IsFailing)
        {
            // What can be read says nothing about writing; whether that works again is seen by trying.
            await OpenAsync(cancellationToken).ConfigureAwait(false);
        }

        return await events.GetStatusAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<WebhookEvent>> ListPendingAlertsAsync(DateTimeOffset before, int limit, CancellationToken cancellationToken) =>
        deadLetterAlerts.ListAsync(before, limit, cancellationToken);

    /// <inheritdoc/>
    public Task MarkAlertSentAsync(string eventId, CancellationToken cancellationToken) => deadLetterAlerts.MarkAlertSentAsync(eventId, cancellationToken);

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
    public Task WaitForWorkAsync(TimeSpan atMost, CancellationToken cancellationToken) => queue.WaitForWorkAsync(atMost, cancellationToken);

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

    Task<string?> ISharedState.GetAsync(string key, CancellationToken cancellationToken) => state.GetAsync(key, cancellationToken);

    /// <summary>Writes what still waits, then closes the file.</summary>
    public async ValueTask DisposeAsync()
    {
        await Writer.DisposeAsync().ConfigureAwait(false);
        busy.Dispose();
        Readers.Dispose();
        database.Dispose();
    }
}
