using System.Net;
using StackExchange.Redis;

namespace SalesIntel.Hosting.Redis;

/// <summary>The connection to the primary that Sentinel names, and to no other server: one that was primary before takes itself for it when it
/// comes back, until Sentinel has told it otherwise, and loses what it was given until then. So each new socket is used only after Sentinel
/// was asked.</summary>
internal sealed class SentinelRoute(ConfigurationOptions configuration, RedisOpener opener) : IAsyncDisposable
{
    private const string SwitchChannel = "+switch-master";

    // A Sentinel may be slow to hear of the switch, or its message may be lost.
    private static readonly TimeSpan AskAgain = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan AnswerLimit = TimeSpan.FromSeconds(1);

    private readonly string hosts = string.Join(", ", configuration.EndPoints.Select(RedisUrl.Name));
    private readonly string service = configuration.ServiceName!;
    private readonly Lock gate = new();
    private volatile Found? current;
    private Task<Found>? looking;
    private ConnectionMultiplexer? sentinels;

    /// <summary>The connection made last; null before the first.</summary>
    public ConnectionMultiplexer? Last => current?.Multiplexer;

    /// <summary>A connection to the primary; it may be interrupted.</summary>
    /// <exception cref="StoreUnavailableException">No Sentinel answers, or it knows no primary; says what to do.</exception>
    public async ValueTask<ConnectionMultiplexer> GetAsync()
    {
        var known = current;
        if (known is null || !known.IsCertain)
        {
            known = await LookAsync().ConfigureAwait(false);
        }
        else if (TimeProvider.System.GetElapsedTime(known.AskedAt) > AskAgain)
        {
            // Its failure is met by whoever must ask.
            _ = LookAsync().ContinueWith(static look => look.Exception, TaskScheduler.Default);
        }

        return known.Multiplexer;
    }

    public async ValueTask DisposeAsync()
    {
        Task<Found>? last;
        lock (gate)
        {
            last = looking;
        }

        if (last is not null)
        {
            await ((Task)last).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        if (current is { } known)
        {
            await known.Multiplexer.DisposeAsync().ConfigureAwait(false);
        }

        if (sentinels is not null)
        {
            await sentinels.DisposeAsync().ConfigureAwait(false);
        }
    }

    private Task<Found> LookAsync()
    {
        lock (gate)
        {
            return looking is null or { IsCompleted: true } ? looking = LookNowAsync() : looking;
        }
    }

    private async Task<Found> LookNowAsync()
    {
        var before = current;
        var sockets = before?.Sockets ?? 0;
        var primary = await FindPrimaryAsync().ConfigureAwait(false);
        Found found;
        if (before is not null && before.Primary.Equals(primary))
        {
            found = before with { CertainSockets = sockets, AskedAt = TimeProvider.System.GetTimestamp() };
        }
        else
        {
            var options = configuration.Clone();
            options.ServiceName = null;
            options.EndPoints.Clear();
            options.EndPoints.Add(primary);
            var multiplexer = await opener.OpenAsync(options).ConfigureAwait(false);
            found = new Found(multiplexer, primary, 0, TimeProvider.System.GetTimestamp());
            found = found with { CertainSockets = found.Sockets };
            opener.Changed?.Invoke();
        }

        current = found;
        if (before is not null && before.Multiplexer != found.Multiplexer)
        {
            await before.Multiplexer.DisposeAsync().ConfigureAwait(false);
        }

        return RedisTopology.HasOnlyReplicas(found.Multiplexer)
            ? throw new StoreUnavailableException(
                $"Redis {service} (Sentinel at {hosts}) is failing over: what Sentinel names is no primary yet. It answers when that is done.")
            : found;
    }

    // The answer that most Sentinels give.
    private async Task<EndPoint> FindPrimaryAsync()
    {
        var asked = (await ConnectAsync().ConfigureAwait(false)).ConvertAll(AskAsync);
        await ((Task)Task.WhenAll(asked)).WaitAsync(AnswerLimit).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return asked.Where(answer => answer.IsCompletedSuccessfully).Select(answer => answer.Result).OfType<EndPoint>()
            .GroupBy(address => address)
            .OrderByDescending(answers => answers.Count())
            .Select(answers => answers.Key)
            .FirstOrDefault()
            ?? throw new StoreUnavailableException(
                $"Sentinel at {hosts} knows no primary of service '{service}'. Check the name behind the hosts in REDIS_URL.");
    }

    private async Task<EndPoint?> AskAsync(IServer sentinel)
    {
        try
        {
            return await sentinel.SentinelGetMasterAddressByNameAsync(service).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is RedisException or TimeoutException)
        {
            // The others are asked too; if none answers, none knows it at present.
            return null;
        }
    }

    private async Task<List<IServer>> ConnectAsync()
    {
        if (sentinels is null)
        {
            var options = configuration.Clone();
            options.User = configuration.SentinelUser;
            options.Password = configuration.SentinelPassword;
            sentinels = await ConnectionMultiplexer.SentinelConnectAsync(options).ConfigureAwait(false);
            await sentinels.GetSubscriber().SubscribeAsync(
                RedisChannel.Literal(SwitchChannel), (_, _) => Doubt(), CommandFlags.FireAndForget).ConfigureAwait(false);
        }

        var connected = sentinels.GetServers().Where(server => server.IsConnected).ToList();
        if (connected.Count == 0)
        {
            throw new StoreUnavailableException(
                $"No Sentinel at {hosts} can be reached. Check that they are running, that REDIS_URL names them, and the password "
                + "(sentinel_password=... behind ? where theirs is not Redis's).");
        }

        connected.RemoveAll(server => server.ServerType != ServerType.Sentinel);
        return connected.Count > 0 ? connected : throw new StoreUnavailableException(
            $"What answers at {hosts} is no Sentinel. Name the Sentinels in REDIS_URL, or write redis://host:port for a Redis.");
    }

    private void Doubt()
    {
        if (current is { } known)
        {
            current = known with { CertainSockets = -1 };
        }
    }

    /// <param name="Multiplexer">The connection.</param>
    /// <param name="Primary">Where it goes.</param>
    /// <param name="CertainSockets">How many sockets it had had when Sentinel was asked whether that is the primary.</param>
    /// <param name="AskedAt">When it was asked.</param>
    private sealed record Found(ConnectionMultiplexer Multiplexer, EndPoint Primary, long CertainSockets, long AskedAt)
    {
        public long Sockets => Multiplexer.GetServer(Primary).GetCounters().Interactive.SocketCount;

        public bool IsCertain => CertainSockets == Sockets;
    }
}
