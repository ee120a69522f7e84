using SalesIntel.Storage.Contract;

namespace SalesIntel.Engine;

/// <summary>The store in memory: same behaviour as the durable ones, gone with the process. For tests and trials.</summary>
public sealed partial class MemoryStore : IEventStore, IDeadLetterAlerts, IWorkQueue, ICircuitStore, ISharedState, ISlotLeases
{
    private static readonly TimeSpan TrimInterval = TimeSpan.FromMinutes(1);

    private readonly Lock gate = new();
    private readonly TimeProvider time;
    private readonly StoreClock clock;
    private readonly TimeSpan eventLife;
    private readonly TimeSpan idempotencyLife;
    private readonly AcceptanceClock acceptance;
    private readonly WakeSignal wake = new();
    private readonly Dictionary<string, StoredEvent> events = new(StringComparer.Ordinal);
    private readonly Dictionary<string, StoredLane> lanes = new(StringComparer.Ordinal);
    private readonly ExpiringMap<string> idempotency;
    private readonly ExpiringMap<string> meetings;
    private readonly ExpiringMap<LeadRecord> leads;
    private readonly ExpiringSets booked;
    private readonly ExpiringSets awaiting;
    private readonly ExpiringMap<string> values;
    private readonly ExpiringMap<string> locks;
    private readonly ExpiringMap<StoredCircuit> circuits;
    private DateTimeOffset trimmed;

    /// <summary>Creates an empty store.</summary>
    /// <param name="time">The clock.</param>
    /// <param name="eventLife">How long a finished event is kept; null = 30 days.</param>
    /// <param name="idempotencyLife">How long idempotency keys, leads and assignments of meetings are kept; null = 90 days.</param>
    public MemoryStore(TimeProvider time, TimeSpan? eventLife = null, TimeSpan? idempotencyLife = null)
    {
        ArgumentNullException.ThrowIfNull(time);
        this.time = time;
        clock = new StoreClock(time);
        this.eventLife = eventLife ?? TimeSpan.FromDays(30);
        this.idempotencyLife = idempotencyLife ?? TimeSpan.FromDays(90);
        acceptance = new AcceptanceClock(clock);
        idempotency = new(clock);
        meetings = new(clock);
        leads = new(clock);
        booked = new(clock);
        awaiting = new(clock);
        values = new(clock);
        locks = new(clock);
        circuits = new(clock);
    }

    /// <summary>Puts an event in as it stands, in no lane.</summary>
    internal void Put(WebhookEvent stored)
    {
        lock (gate)
        {
            events[stored.EventId] = new StoredEvent { Value = stored };
        }
    }

    /// <summary>Puts a lead in as it stands.</summary>
    internal void Put(LeadRecord lead)
    {
        lock (gate)
        {
            leads.Set(lead.Key.Value, lead, idempotencyLife);
        }
    }

    private DateTimeOffset Now => clock.Now;

    private StoredEvent? Find(string eventId) =>
        events.TryGetValue(eventId, out var stored) && !(stored.Ends <= Now) ? stored : null;

    private void Enter(Lane lane, WebhookEvent entering)
    {
        if (!lanes.TryGetValue(lane.Value, out var stored))
        {
            lanes[lane.Value] = stored = new StoredLane { DueAt = Now };
        }

        stored.Mailbox.Add((entering.CreatedAt, entering.EventId));
    }

    private void Trim()
    {
        if (Now - trimmed < TrimInterval)
        {
            return;
        }

        trimmed = Now;
        foreach (var (id, _) in events.Where(entry => entry.Value.Ends <= Now).ToList())
        {
            events.Remove(id);
        }

        foreach (var (id, _) in dead.Where(entry => entry.Value <= Now - eventLife).ToList())
        {
            TakeBack(id);
        }

        idempotency.Trim();
        meetings.Trim();
        leads.Trim();
        booked.Trim();
        awaiting.Trim();
        values.Trim();
        locks.Trim();
        circuits.Trim();
    }

    private Task<T> Locked<T>(Func<T> find, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            return Answer(find(), cancellationToken);
        }
    }

    private static Task<T> Answer<T>(T value, CancellationToken cancellationToken) =>
        cancellationToken.IsCancellationRequested ? Task.FromCanceled<T>(cancellationToken) : Task.FromResult(value);

    private sealed class StoredEvent
    {
        public required WebhookEvent Value { get; set; }

        // Null while the event is in a lane: what is queued never expires.
        public DateTimeOffset? Ends { get; set; }
    }

    private sealed class StoredLane
    {
        public SortedSet<(DateTimeOffset AcceptedAt, string EventId)> Mailbox { get; } = new(MailboxOrder);

        public DateTimeOffset DueAt { get; set; }

        public string? Token { get; set; }

        private static Comparer<(DateTimeOffset AcceptedAt, string EventId)> MailboxOrder { get; } =
            Comparer<(DateTimeOffset AcceptedAt, string EventId)>.Create((left, right) =>
                left.AcceptedAt != right.AcceptedAt
                    ? left.AcceptedAt.CompareTo(right.AcceptedAt)
                    : string.CompareOrdinal(left.EventId, right.EventId));
    }

    private sealed record StoredCircuit(OpenCircuit Open, DateTimeOffset? ProbeUntil);
}
