using SalesIntel.Leads;
using SalesIntel.Storage.Contract;
using StackExchange.Redis;

namespace SalesIntel.Hosting.Redis;

/// <summary>The names of all keys; every one starts with the prefix.</summary>
internal sealed class RedisKeys(string prefix)
{
    /// <summary>What every key begins with.</summary>
    public string Prefix => prefix;

    /// <summary>Says which data these are: written once.</summary>
    public RedisKey Mark { get; } = prefix + "store:id";

    /// <summary>Written to find out whether the server takes writes.</summary>
    public RedisKey Probe { get; } = prefix + "probe";

    public RedisKey Due { get; } = prefix + "queue:due";

    public RedisKey Dead { get; } = prefix + "queue:dead";

    public RedisKey PendingAlerts { get; } = prefix + "queue:dead:pending";

    public RedisKey Index { get; } = prefix + "index:events";

    public RedisChannel Wake { get; } = RedisChannel.Literal(prefix + "queue:wake");

    /// <summary>What the keys of one name hold.</summary>
    public IReadOnlyList<(RedisKey Key, RedisType Type)> Fixed =>
    [
        (Due, RedisType.SortedSet), (Dead, RedisType.SortedSet), (PendingAlerts, RedisType.SortedSet), (Index, RedisType.SortedSet),
        (Mark, RedisType.String), (Probe, RedisType.String),
    ];

    /// <summary>What the keys hold whose names begin so.</summary>
    public IReadOnlyList<(string Start, RedisType Type)> Families =>
    [
        (prefix + "event:", RedisType.Hash), (prefix + "event_by_idem:", RedisType.String), (prefix + "idem:processed:", RedisType.String),
        (prefix + "lane:", RedisType.SortedSet), (prefix + "lease:", RedisType.String), (prefix + "lead:", RedisType.Hash),
        (prefix + "meeting:", RedisType.String), (prefix + "index:bookings:", RedisType.SortedSet),
        (prefix + "index:meetings:", RedisType.SortedSet), (prefix + "circuit:", RedisType.Hash), (prefix + "lock:", RedisType.String),
    ];

    /// <summary>What one process writes now and then.</summary>
    public RedisKey Beat(string process) => prefix + "store:beat:" + process;

    public RedisKey Event(string id) => prefix + "event:" + id;

    public RedisKey Idempotency(string key) => prefix + "event_by_idem:" + key;

    public RedisKey Processed(string key) => prefix + "idem:processed:" + key;

    public RedisKey Mailbox(Lane lane) => prefix + "lane:" + lane.Value;

    public RedisKey Lease(Lane lane) => prefix + "lease:" + lane.Value;

    public RedisKey Lead(LeadKey lead) => prefix + "lead:" + lead.Value;

    public RedisKey Meeting(string sessionId) => prefix + "meeting:" + sessionId;

    public RedisKey Booked(string hour) => prefix + "index:bookings:" + hour;

    public RedisKey Awaiting(string hour) => prefix + "index:meetings:" + hour;

    public RedisKey Circuit(string provider) => prefix + "circuit:" + provider;

    public RedisKey Lock(string name) => prefix + "lock:" + name;

    public RedisKey Value(string key) => prefix + key;
}
