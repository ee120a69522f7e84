using SalesIntel.Leads;
using SalesIntel.Storage.Contract;
using StackExchange.Redis;

namespace SalesIntel.Hosting.Redis;

/// <summary>The names of all keys; every one starts with the prefix.</summary>
internal sealed class RedisKeys(string prefix)
{
    public RedisKey Due { get; } = prefix + "queue:due";

    public RedisKey Dead { get; } = prefix + "queue:dead";

    public RedisKey PendingAlerts { get; } = prefix + "queue:dead:pending";

    public RedisKey Index { get; } = prefix + "index:events";

    public RedisChannel Wake { get; } = RedisChannel.Literal(prefix + "queue:wake");

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
