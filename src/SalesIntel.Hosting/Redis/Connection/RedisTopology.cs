using StackExchange.Redis;

namespace SalesIntel.Hosting.Redis;

/// <summary>What kind of Redis is connected, and whether this configuration can work with it.</summary>
/// <param name="configuration">How it is reached.</param>
/// <param name="prefix">What every key begins with.</param>
internal sealed class RedisTopology(ConfigurationOptions configuration, string prefix)
{
    private readonly bool hasOneSlot = HasHashTag(prefix);

    /// <summary>Why it can't work until somebody changes the configuration, as the end of a sentence; null when it can.</summary>
    public string? FindMistake(IConnectionMultiplexer multiplexer)
    {
        foreach (var server in multiplexer.GetServers())
        {
            switch (server.ServerType)
            {
                case ServerType.Cluster when configuration.DefaultDatabase is > 0 and var database:
                    return $"is a cluster, which has no database {database}. Write /0, or nothing, behind the hosts of REDIS_URL";
                case ServerType.Cluster when !hasOneSlot:
                    return "is a cluster, and without a prefix in braces the keys would be in several slots. " + RedisFailure.OneSlotAdvice;
                case ServerType.Sentinel:
                    return "is a Sentinel. Write REDIS_URL as redis-sentinel://host[:port][,...]/service";
                default:
                    break;
            }
        }

        return null;
    }

    /// <summary>True when nothing but replicas is connected. Reads would go to one of them and might be behind.</summary>
    public static bool HasOnlyReplicas(IConnectionMultiplexer multiplexer)
    {
        var connected = multiplexer.GetServers().Where(server => server.IsConnected).ToList();
        return connected.Count > 0 && connected.TrueForAll(server => server.IsReplica);
    }

    // As Redis has it: the first brace and the next that closes it, with something between.
    private static bool HasHashTag(string prefix)
    {
        var open = prefix.IndexOf('{', StringComparison.Ordinal);
        return open >= 0 && prefix.IndexOf('}', open) > open + 1;
    }
}
