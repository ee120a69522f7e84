using StackExchange.Redis;

namespace SalesIntel.Hosting.Redis;

/// <summary>One connection for all, with a limit for each call; wakes the workers of this process when another process has work.</summary>
internal sealed class RedisConnection(string url, RedisKeys keys, RedisTime serverTime, WakeSignal wake, WakeSignal slots, ILogger logger)
    : IAsyncDisposable
{
    // Over all round trips of one call, so that a request is answered before its sender gives up.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(2.5);

    private readonly RedisKey probe = keys.Probe;

    private readonly RedisLink link = new(url, keys.Prefix, new RedisOpener(logger)
    {
        // Without waiting: when the server is away the subscription is made as soon as it comes back.
        Connected = multiplexer => multiplexer.GetSubscriber().SubscribeAsync(
            keys.Wake, (_, message) => (message == RedisKeys.SlotsMessage ? slots : wake).Set(), CommandFlags.FireAndForget),
        Changed = () =>
        {
            serverTime.Forget();
            wake.Set();
            slots.Set();
        },
    });

    public string Server => link.Server;

    /// <exception cref="StoreUnavailableException">The server can't be reached or refuses.</exception>
    public Task<T> RunAsync<T>(Func<IDatabase, Task<T>> work, CancellationToken cancellationToken) =>
        RunAsync((database, _) => work(database), cancellationToken);

    /// <summary>Also gives the primary that has the keys, for commands without a key.</summary>
    /// <exception cref="StoreUnavailableException">The server can't be reached or refuses.</exception>
    public async Task<T> RunAsync<T>(Func<IDatabase, Func<IServer>, Task<T>> work, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            return await RunOnConnectionAsync(work).WaitAsync(Limit, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (link.Explain(exception) is not null)
        {
            throw link.Explain(exception)!;
        }
    }

    public ValueTask DisposeAsync() => link.DisposeAsync();

    private async Task<T> RunOnConnectionAsync<T>(Func<IDatabase, Func<IServer>, Task<T>> work)
    {
        var multiplexer = await link.GetAsync().ConfigureAwait(false);
        await serverTime.EnsureAsync(Primary).ConfigureAwait(false);
        return await work(multiplexer.GetDatabase(), Primary).ConfigureAwait(false);

        IServer Primary() => RedisLink.PrimaryOf(multiplexer, probe);
    }
}
