using StackExchange.Redis;

namespace SalesIntel.Hosting.Redis;

/// <summary>Makes connections and follows what becomes of them.</summary>
/// <param name="logger">Where losses are told.</param>
internal sealed class RedisOpener(ILogger logger)
{
    private static readonly string[] PasswordRefusals = ["WRONGPASS", "NOAUTH", nameof(ConnectionFailureType.AuthenticationFailure)];

    private volatile ConnectionFailureType lastFailure;

    /// <summary>Called once for each connection that is made.</summary>
    public Func<ConnectionMultiplexer, Task>? Connected { get; init; }

    /// <summary>Called each time a connection may lead to another server than before.</summary>
    public Action? Changed { get; init; }

    /// <summary>Why the connection was lost last.</summary>
    public ConnectionFailureType LastFailure => lastFailure;

    /// <summary>Makes a connection. It need not reach anybody yet; then it goes on trying.</summary>
    public async Task<ConnectionMultiplexer> OpenAsync(ConfigurationOptions options)
    {
        // Why a first connection failed is told in its log alone: nobody can listen to the multiplexer before there is one.
        using var told = new StringWriter();
        var multiplexer = await ConnectionMultiplexer.ConnectAsync(options, told).ConfigureAwait(false);
        lastFailure = !multiplexer.IsConnected && PasswordRefusals.Any(told.ToString().Contains)
            ? ConnectionFailureType.AuthenticationFailure
            : ConnectionFailureType.None;
        multiplexer.ConnectionFailed += (_, failed) =>
        {
            lastFailure = failed.FailureType;
            Log.ConnectionLost(logger, RedisUrl.Name(failed.EndPoint), failed.FailureType.ToString());
        };
        multiplexer.ConnectionRestored += (_, restored) =>
        {
            lastFailure = ConnectionFailureType.None;
            Log.ConnectionRestored(logger, RedisUrl.Name(restored.EndPoint));
            Changed?.Invoke();
        };
        multiplexer.ConfigurationChanged += (_, _) => Changed?.Invoke();
        if (Connected is not null)
        {
            await Connected(multiplexer).ConfigureAwait(false);
        }

        return multiplexer;
    }
}
