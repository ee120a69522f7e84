using Microsoft.Extensions.Logging;
using SalesIntel.Storage.Contract;
using StackExchange.Redis;

namespace SalesIntel.Hosting.Redis;

/// <summary>One connection for all, made with the first use; comes back by itself after an outage.</summary>
internal sealed class RedisConnection : IAsyncDisposable
{
    // Over all round trips of one call, so that a request is answered before its sender gives up.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(2.5);

    private static readonly string[] PasswordRefusals = ["WRONGPASS", "NOAUTH", nameof(ConnectionFailureType.AuthenticationFailure)];

    private readonly ConfigurationOptions configuration;
    private readonly RedisChannel wakeChannel;
    private readonly WakeSignal wake;
    private readonly RedisTime serverTime;
    private readonly ILogger logger;
    private readonly string server;
    private readonly Lock gate = new();
    private Task<ConnectionMultiplexer>? connecting;
    private volatile ConnectionFailureType lastFailure;
    private bool disposed;

    public RedisConnection(RedisStoreOptions options, RedisKeys keys, RedisTime serverTime, WakeSignal wake, ILogger logger)
    {
        configuration = RedisUrl.Parse(options.Url);
        server = RedisUrl.Server(configuration);
        wakeChannel = keys.Wake;
        this.wake = wake;
        this.serverTime = serverTime;
        this.logger = logger;
    }

    public string Server => server;

    /// <exception cref="StoreUnavailableException">The server can't be reached or refuses.</exception>
    public async Task<T> RunAsync<T>(Func<IDatabase, Task<T>> work, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            return await RunOnConnectionAsync(work).WaitAsync(Limit, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (Explain(exception) is not null)
        {
            throw Explain(exception)!;
        }
    }

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
            var multiplexer = await made.ConfigureAwait(false);
            await multiplexer.DisposeAsync().ConfigureAwait(false);
        }
    }

    private StoreUnavailableException? Explain(Exception exception) =>
        RedisFailure.Explain(exception, server, lastFailure, IsReplica());

    // As it was known last: a write that is refused because of it ends the connection too.
    private bool IsReplica()
    {
        var made = connecting;
        return made is { IsCompletedSuccessfully: true } && made.Result.GetServers().Any(one => one.IsReplica);
    }

    private async Task<T> RunOnConnectionAsync<T>(Func<IDatabase, Task<T>> work)
    {
        var multiplexer = await ConnectAsync().ConfigureAwait(false);
        var database = multiplexer.GetDatabase();
        await serverTime.EnsureAsync(database).ConfigureAwait(false);
        return await work(database).ConfigureAwait(false);
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
        var multiplexer = await ConnectionMultiplexer.ConnectAsync(configuration, told).ConfigureAwait(false);
        if (!multiplexer.IsConnected && PasswordRefusals.Any(told.ToString().Contains))
        {
            lastFailure = ConnectionFailureType.AuthenticationFailure;
        }

        multiplexer.ConnectionFailed += (_, failed) =>
        {
            lastFailure = failed.FailureType;
            Log.ConnectionLost(logger, server, failed.FailureType.ToString());
        };
        multiplexer.ConnectionRestored += (_, _) =>
        {
            lastFailure = ConnectionFailureType.None;
            serverTime.Forget();
            Log.ConnectionRestored(logger, server);
            wake.Set();
        };

        // Without waiting: when the server is away the subscription is made as soon as it comes back.
        await multiplexer.GetSubscriber().SubscribeAsync(wakeChannel, (_, _) => wake.Set(), CommandFlags.FireAndForget)
            .ConfigureAwait(false);
        return multiplexer;
    }
}
