using StackExchange.Redis;

namespace SalesIntel.Hosting.Redis;

/// <summary>A connection to one server, a replicated one or a cluster, made with the first use. Comes back by itself after an outage, and
/// goes to the new primary after a failover.</summary>
internal sealed class RedisLink : IAsyncDisposable
{
    private readonly ConfigurationOptions configuration;
    private readonly RedisTopology topology;
    private readonly RedisOpener opener;
    private readonly SentinelRoute? sentinel;
    private readonly Lock gate = new();
    private Task<ConnectionMultiplexer>? connecting;
    private bool disposed;

    public RedisLink(string url, string prefix, RedisOpener opener)
    {
        configuration = RedisUrl.Parse(url);
        topology = new RedisTopology(configuration, prefix);
        Server = RedisUrl.Server(configuration);
        sentinel = configuration.ServiceName is null ? null : new SentinelRoute(configuration, opener);
        this.opener = opener;
    }

    /// <summary>Hosts and ports, for messages.</summary>
    public string Server { get; }

    /// <summary>The connection; it may be interrupted.</summary>
    /// <exception cref="StoreUnavailableException">No primary can be found.</exception>
    /// <exception cref="RedisMistakeException">The configuration can't work with what is there.</exception>
    /// <exception cref="RedisException">It can't be reached.</exception>
    public async ValueTask<ConnectionMultiplexer> GetAsync()
    {
        var multiplexer = await ConnectAsync().ConfigureAwait(false);
        if (topology.FindMistake(multiplexer) is { } mistake)
        {
            throw new RedisMistakeException($"Redis at {Server} {mistake}.");
        }

        // With a single host the refusal to write says it, and what was read is what there is.
        return sentinel is null && configuration.EndPoints.Count > 1 && RedisTopology.HasOnlyReplicas(multiplexer)
            ? throw new StoreUnavailableException(
                $"Redis at {Server} has no primary that can be reached. It answers when a replica was promoted or the primary is back.")
            : multiplexer;
    }

    /// <summary>The primary that has a key; the server itself where there is one alone.</summary>
    /// <exception cref="RedisConnectionException">It is not connected.</exception>
    public static IServer PrimaryOf(IConnectionMultiplexer multiplexer, RedisKey key)
    {
        try
        {
            return multiplexer.GetServer(key);
        }
        catch (InvalidOperationException exception)
        {
            throw new RedisConnectionException(ConnectionFailureType.UnableToConnect, CommandFlags.None, exception.Message, exception);
        }
    }

    /// <summary>The failure for callers; null when it is none of a server.</summary>
    public StoreUnavailableException? Explain(Exception exception) => exception switch
    {
        StoreUnavailableException known => known,
        RedisMistakeException mistake => new StoreUnavailableException(mistake.Message, mistake),
        _ => RedisFailure.Explain(exception, Server, opener.LastFailure, HasOnlyReplicas()),
    };

    public async ValueTask DisposeAsync()
    {
        Task<ConnectionMultiplexer>? made;
        lock (gate)
        {
            disposed = true;
            made = connecting;
        }

        if (made is not null)
        {
            await ((Task)made).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (made.IsCompletedSuccessfully)
            {
                await made.Result.DisposeAsync().ConfigureAwait(false);
            }
        }

        if (sentinel is not null)
        {
            await sentinel.DisposeAsync().ConfigureAwait(false);
        }
    }

    // As it was known last: a write that is refused because of it ends the connection too.
    private bool HasOnlyReplicas()
    {
        var made = connecting;
        var last = sentinel is not null ? sentinel.Last : made is { IsCompletedSuccessfully: true } ? made.Result : null;
        return last?.GetServers() is { Length: > 0 } servers && servers.All(server => server.IsReplica);
    }

    private ValueTask<ConnectionMultiplexer> ConnectAsync()
    {
        lock (gate)
        {
            ObjectDisposedException.ThrowIf(disposed, this);
            if (sentinel is not null)
            {
                return sentinel.GetAsync();
            }

            connecting = connecting is null or { IsFaulted: true } or { IsCanceled: true } ? opener.OpenAsync(configuration) : connecting;
            return new(connecting);
        }
    }
}
