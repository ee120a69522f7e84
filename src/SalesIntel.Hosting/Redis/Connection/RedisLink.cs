using Microsoft.Extensions.Logging;
using SalesIntel.Storage.Contract;
using StackExchange.Redis;

namespace SalesIntel.Hosting.Redis;

/// <summary>A connection to one server, a replicated one or a cluster, made with the first use. Comes back by itself after an outage, and
/// goes to the new primary after a failover.</summary>
internal sealed class RedisLink : IAsyncDisposable
{
    private static readonly string[] PasswordRefusals = ["WRONGPASS", "NOAUTH", nameof(ConnectionFailureType.AuthenticationFailure)];

    private readonly ConfigurationOptions configuration;
    private readonly RedisTopology topology;
    private readonly SentinelDirectory? sentinel;
    private readonly ILogger logger;
    private readonly Lock gate = new();
    private Task<ConnectionMultiplexer>? connecting;
    private volatile ConnectionFailureType lastFailure;
    private bool disposed;

    public RedisLink(string url, string prefix, ILogger logger)
    {
        configuration = RedisUrl.Parse(url);
        topology = new RedisTopology(configuration, prefix);
        Server = RedisUrl.Server(configuration);
        sentinel = configuration.ServiceName is null ? null : new SentinelDirectory(configuration);
        this.logger = logger;
    }

    /// <summary>Hosts and ports, for messages.</summary>
    public string Server { get; }

    /// <summary>Called once when the connection is made for the first time.</summary>
    public Func<ConnectionMultiplexer, Task>? Connected { get; init; }

    /// <summary>Called each time a lost connection is back, perhaps to another server.</summary>
    public Action? Restored { get; init; }

    /// <summary>The connection; it may be interrupted.</summary>
    /// <exception cref="StoreUnavailableException">No primary can be found, or the configuration can't work with what is there.</exception>
    /// <exception cref="RedisException">It can't be reached.</exception>
    public async ValueTask<ConnectionMultiplexer> GetAsync()
    {
        var multiplexer = await ConnectAsync().ConfigureAwait(false);
        if (topology.FindMistake(multiplexer) is { } mistake)
        {
            throw new RedisMistakeException($"Redis at {Server} {mistake}.");
        }

        // With a single host the refusal to write says it, and what was read is what there is.
        return configuration.EndPoints.Count > 1 && RedisTopology.HasOnlyReplicas(multiplexer)
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
        _ => RedisFailure.Explain(exception, Server, lastFailure, HasOnlyReplicas()),
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
        return made is { IsCompletedSuccessfully: true } && made.Result.GetServers() is { Length: > 0 } servers
            && servers.All(server => server.IsReplica);
    }

    private Task<ConnectionMultiplexer> ConnectAsync()
    {
        lock (gate)
        {
            ObjectDisposedException.ThrowIf(disposed, this);
            return connecting is null or { IsFaulted: true } or { IsCanceled: true }
                ? connecting = ConnectNowAsync()
                : connecting;
        }
    }

    private async Task<ConnectionMultiplexer> ConnectNowAsync()
    {
        // Why a first connection failed is told in its log alone: nobody can listen to the multiplexer before there is one.
        using var told = new StringWriter();
        var multiplexer = sentinel is null
            ? await ConnectionMultiplexer.ConnectAsync(configuration, told).ConfigureAwait(false)
            : await sentinel.ConnectToPrimaryAsync(told).ConfigureAwait(false);
        if (!multiplexer.IsConnected && PasswordRefusals.Any(told.ToString().Contains))
        {
            lastFailure = ConnectionFailureType.AuthenticationFailure;
        }

        multiplexer.ConnectionFailed += (_, failed) =>
        {
            lastFailure = failed.FailureType;
            Log.ConnectionLost(logger, RedisUrl.Name(failed.EndPoint), failed.FailureType.ToString());
        };
        multiplexer.ConnectionRestored += (_, restored) =>
        {
            lastFailure = ConnectionFailureType.None;
            Log.ConnectionRestored(logger, RedisUrl.Name(restored.EndPoint));
            Restored?.Invoke();
        };
        multiplexer.ConfigurationChanged += (_, _) => Restored?.Invoke();
        if (Connected is not null)
        {
            await Connected(multiplexer).ConfigureAwait(false);
        }

        return multiplexer;
    }
}
