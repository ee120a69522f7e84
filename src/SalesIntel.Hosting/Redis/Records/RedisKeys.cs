using SalesIntel.Leads;
using StackExchange.Redis;

namespace SalesIntel.Hosting.Redis;

/// <summary>The names of all keys; every one starts with the prefix.</summary>
internal sealed class RedisKeys(string prefix)
{
    /// <summary>In front of every key; scripts derive from it the names that they find on their way.</summary>
    public string Prefix { get; } = prefix;

    /// <summary>Says which data these are: written once.</summary>
    public RedisKey Mark { get; } = prefix + "store:id";

    /// <summary>Written to find out whether the server takes writes.</summary>
    public RedisKey Probe { get; } = prefix + "probe";

    public RedisKey Due { get; } = prefix + "queue:due";

    public RedisKey Dead { get; } = prefix + "queue:dead";

    public RedisKey PendingAlerts { get; } = prefix + "queue:dead:pending";

    public RedisKey Index { get; } = prefix + "index:events";

    /// <summary>Sent over <see cref="Wake"/> when slots have changed; an empty message when an event is due.</summary>
    public const string SlotsMessage = "slots";

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
        (Prefix + "event:", RedisType.Hash), (Prefix + "event_by_idem:", RedisType.String), (Prefix + "idem:processed:", RedisType.String),
        (Prefix + "lane:", RedisType.SortedSet), (Prefix + "lease:", RedisType.String), (Prefix + "lead:", RedisType.Hash),
        (Prefix + "meeting:", RedisType.String), (Prefix + "index:bookings:", RedisType.SortedSet),
        (Prefix + "index:meetings:", RedisType.SortedSet), (Prefix + "circuit:", RedisType.Hash), (Prefix + "lock:", RedisType.String),
        (Prefix + "slots:", RedisType.Hash),
    ];

    /// <summary>A beginning of names as a pattern that means nothing but itself.</summary>
    public static string Literal(string text) =>
        string.Concat(text.Select(letter => letter is '*' or '?' or '[' or ']' or '\\' or '^' ? $"\\{letter}" : $"{letter}"));

    /// <summary>What one process writes now and then.</summary>
    public RedisKey Beat(string process) => Prefix + "store:beat:" + process;

    public string WakeName { get; } = prefix + "queue:wake";

    /// <summary>A key of each kind that scripts write, none of which is ever used.</summary>
    public IEnumerable<RedisKey> OneOfEachKind =>
    [
        Value("probe:scripts"), Event("probe"), Idempotency("probe"), Processed("probe"), Value("queue:probe"), Value("index:probe"),
        Mailbox(new Lane("probe")), Lease(new Lane("probe")), Lead(new LeadKey("probe")), Meeting("probe"), Circuit("probe"), Lock("probe"),
        Slots("probe"),
    ];

    public RedisKey Event(string id) => Prefix + "event:" + id;

    public RedisKey Idempotency(string key) => Prefix + "event_by_idem:" + key;

    public RedisKey Processed(string key) => Prefix + "idem:processed:" + key;

    public RedisKey Mailbox(Lane lane) => Prefix + "lane:" + lane.Value;

    public RedisKey Lease(Lane lane) => Prefix + "lease:" + lane.Value;

    public RedisKey Lead(LeadKey lead) => Prefix + "lead:" + lead.Value;

    public RedisKey Meeting(string sessionId) => Prefix + "meeting:" + sessionId;

    public RedisKey Booked(string hour) => Prefix + "index:bookings:" + hour;

    public RedisKey Awaiting(string hour) => Prefix + "index:meetings:" + hour;

    public RedisKey Circuit(string provider) => Prefix + "circuit:" + provider;

    public RedisKey Lock(string name) => Prefix + "lock:" + name;

    public RedisKey Slots(string name) => Prefix + "slots:" + name;

    public RedisKey Value(string key) => Prefix + key;
}
