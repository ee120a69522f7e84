namespace SalesIntel.Simulator;

/// <summary>The ordered faults of all stand-ins. Safe for use from any thread.</summary>
public sealed class FaultPlan
{
    private readonly Lock _gate = new();
    private readonly List<Entry> _entries = [];
    private readonly TimeProvider _time;

    internal FaultPlan(TimeProvider time) => _time = time;

    /// <summary>All ordered faults, used up ones included, in the order in which they were added.</summary>
    public IReadOnlyList<FaultStatus> All
    {
        get
        {
            lock (_gate)
            {
                var now = _time.GetUtcNow();
                return [.. _entries.Select((entry, index) => new FaultStatus(index + 1, entry.Fault, entry.Hits, entry.IsActive(now)))];
            }
        }
    }

    /// <summary>Orders a fault.</summary>
    public void Add(SimulatorFault fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        lock (_gate)
        {
            _entries.Add(new Entry(fault, _time.GetUtcNow()));
        }
    }

    /// <summary>Takes all orders back, with their hit counts.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            _entries.Clear();
        }
    }

    /// <summary>Strikes for one request: the sum of the delays, and at most one fault of another kind.</summary>
    internal (TimeSpan Delay, SimulatorFault? Fault) Strike(FaultTarget target, string operation)
    {
        lock (_gate)
        {
            var now = _time.GetUtcNow();
            var delay = TimeSpan.Zero;
            SimulatorFault? fault = null;
            foreach (var entry in _entries)
            {
                var isDelay = entry.Fault.Action == FaultAction.Delay;
                if ((fault is not null && !isDelay) || !entry.Matches(target, operation) || !entry.TryHit(now))
                {
                    continue;
                }

                if (isDelay)
                {
                    delay += TimeSpan.FromMilliseconds(entry.Fault.DelayMs);
                }
                else
                {
                    fault = entry.Fault;
                }
            }

            return (delay, fault);
        }
    }

    private sealed class Entry(SimulatorFault fault, DateTimeOffset added)
    {
        private readonly Random _chance = new(fault.Seed);

        public SimulatorFault Fault => fault;

        public int Hits { get; private set; }

        public bool IsActive(DateTimeOffset now) =>
            (fault.Times is not { } times || Hits < times)
            && (fault.ForSeconds is not { } seconds || now - added < TimeSpan.FromSeconds(seconds));

        public bool Matches(FaultTarget target, string operation) =>
            fault.Target == target && (fault.Match == "*" || string.Equals(fault.Match, operation, StringComparison.OrdinalIgnoreCase));

        public bool TryHit(DateTimeOffset now)
        {
            if (!IsActive(now) || (fault.Probability is { } chance && _chance.NextDouble() >= chance))
            {
                return false;
            }

            Hits++;
            return true;
        }
    }
}
