using SalesIntel.Storage.Contract;
using StackExchange.Redis;

namespace SalesIntel.Hosting.Redis;

/// <summary>Asks Sentinel where the primary is. There is one connection to the Sentinels for good: it is what follows a failover, and one
/// for each attempt would pile up while there is no primary.</summary>
internal sealed class SentinelDirectory(ConfigurationOptions configuration) : IAsyncDisposable
{
    private readonly string hosts = string.Join(", ", configuration.EndPoints.Select(RedisUrl.Name));
    private ConnectionMultiplexer? sentinels;

    /// <summary>A connection that goes to the primary, whichever that is. Only one call at a time.</summary>
    /// <exception cref="StoreUnavailableException">No Sentinel answers, or it knows no primary; says what to do.</exception>
    /// <exception cref="RedisException">The primary can't be reached.</exception>
    public async Task<ConnectionMultiplexer> ConnectToPrimaryAsync(TextWriter told)
    {
        sentinels ??= await ConnectionMultiplexer.SentinelConnectAsync(OfSentinels(), told).ConfigureAwait(false);
        var connected = sentinels.GetServers().Where(server => server.IsConnected).ToList();
        if (connected.Count == 0)
        {
            throw new StoreUnavailableException(
                $"No Sentinel at {hosts} can be reached. Check that they are running, that REDIS_URL names them, and the password "
                + "(sentinel_password=... behind ? where theirs is not Redis's).");
        }

        if (!connected.Exists(server => server.ServerType == ServerType.Sentinel))
        {
            throw new StoreUnavailableException(
                $"What answers at {hosts} is no Sentinel. Name the Sentinels in REDIS_URL, or write redis://host:port for a Redis.");
        }

        var service = configuration.ServiceName!;
        if (!await KnowsAsync(connected, service).ConfigureAwait(false))
        {
            throw new StoreUnavailableException(
                $"Sentinel at {hosts} knows no primary of service '{service}'. Check the name behind the hosts in REDIS_URL.");
        }

        // It asks and connects without awaiting.
        var known = sentinels;
        return await Task.Run(() => known.GetSentinelMasterConnection(configuration, told)).ConfigureAwait(false);
    }

    public async ValueTask DisposeAsync()
    {
        if (sentinels is not null)
        {
            await sentinels.DisposeAsync().ConfigureAwait(false);
        }
    }

    private static async Task<bool> KnowsAsync(IEnumerable<IServer> connected, string service)
    {
        foreach (var server in connected.Where(server => server.ServerType == ServerType.Sentinel))
        {
            try
            {
                if (await server.SentinelGetMasterAddressByNameAsync(service).ConfigureAwait(false) is not null)
                {
                    return true;
                }
            }
            catch (Exception exception) when (exception is RedisException or TimeoutException)
            {
                // The others are asked too; if none answers, none knows it at present.
                continue;
            }
        }

        return false;
    }

    private ConfigurationOptions OfSentinels()
    {
        var options = configuration.Clone();
        options.User = configuration.SentinelUser;
        options.Password = configuration.SentinelPassword;
        return options;
    }
}
