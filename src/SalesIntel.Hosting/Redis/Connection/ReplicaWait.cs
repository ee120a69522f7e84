using StackExchange.Redis;

namespace SalesIntel.Hosting.Redis;

/// <summary>Waits until replicas have what was stored. On a connection of its own, because WAIT holds up everything behind it. WAIT is about the
/// writes of its own connection, and replicas follow in the order of the primary's writes: so the event is looked for, then a write is
/// made, and replicas that have this write have the event too, whoever stored it and however long ago. That holds for the repetition of a
/// webhook whose first acceptance was not confirmed, and not for a primary that took over without the event, which does not have it. What
/// waits at the same time shares one WAIT.</summary>
internal sealed class ReplicaWait(string url, RedisKeys keys, int replicas, ILogger logger) : IAsyncDisposable
{
    private const int Most = 256;

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(1);

    private readonly RedisLink link = new(url, keys.Prefix, new RedisOpener(logger));
    private readonly RedisKey marker = keys.Probe;
    private readonly Lock gate = new();
    private readonly Queue<Waiting> waiting = new();
    private bool isRunning;

    /// <summary>Returns when as many replicas as configured have it; at once when none are.</summary>
    /// <param name="proof">What was stored; null = only that replicas are there and follow.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="StoreUnavailableException">Too few have it within a second, or the primary does not have it any more.</exception>
    public Task ConfirmAsync(StoredProof? proof, CancellationToken cancellationToken)
    {
        if (replicas == 0)
        {
            return Task.CompletedTask;
        }

        var one = new Waiting(proof, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        lock (gate)
        {
            waiting.Enqueue(one);
            if (!isRunning)
            {
                isRunning = true;
                _ = RunAsync();
            }
        }

        return one.Done.Task.WaitAsync(cancellationToken);
    }

    public ValueTask DisposeAsync() => link.DisposeAsync();

    private async Task RunAsync()
    {
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        while (Take() is { } batch)
        {
            try
            {
                await ConfirmAsync(batch).ConfigureAwait(false);
            }
            catch (Exception exception)
            {
                var failure = link.Explain(exception) ?? exception;
                foreach (var one in batch)
                {
                    one.Done.TrySetException(failure);
                }
            }
        }
    }

    private List<Waiting>? Take()
    {
        lock (gate)
        {
            List<Waiting> batch = [];
            while (batch.Count < Most && waiting.TryDequeue(out var one))
            {
                batch.Add(one);
            }

            isRunning = batch.Count > 0;
            return isRunning ? batch : null;
        }
    }

    private async Task ConfirmAsync(List<Waiting> batch)
    {
        var primary = RedisLink.PrimaryOf(await link.GetAsync().ConfigureAwait(false), marker);
        var sockets = Sockets(primary);
        var found = batch.ConvertAll(one => FindAsync(primary, one.Proof));
        var written = SendAsync(primary, "SET", marker, "1", "EX", 60);
        var waited = primary.ExecuteAsync("WAIT", [replicas, (long)Limit.TotalMilliseconds], CommandFlags.NoRedirect);
        await Task.WhenAll([.. found, written, waited]).ConfigureAwait(false);
        if (Sockets(primary) != sockets)
        {
            // A WAIT on another connection than its write says nothing.
            throw new StoreUnavailableException($"Redis at {link.Server} was lost while it was asked whether its replicas have an event.");
        }

        var reached = (long)await waited.ConfigureAwait(false);
        foreach (var (one, isFound) in batch.Zip(found))
        {
            if (reached < replicas)
            {
                one.Done.TrySetException(TooFew(reached));
            }
            else if (await isFound.ConfigureAwait(false))
            {
                one.Done.TrySetResult();
            }
            else
            {
                one.Done.TrySetException(new StoreUnavailableException(
                    $"Redis at {link.Server} failed over to a server that does not have the event. It is stored when it is sent again."));
            }
        }
    }

    private async Task<bool> FindAsync(IServer primary, StoredProof? proof)
    {
        if (proof is null)
        {
            return true;
        }

        var answer = proof.Field.IsNull
            ? await SendAsync(primary, "GET", proof.Key).ConfigureAwait(false)
            : await SendAsync(primary, "HGET", proof.Key, proof.Field).ConfigureAwait(false);
        return (RedisValue)answer == proof.Value;
    }

    // A redirection would go to another server than the WAIT.
    private static Task<RedisResult> SendAsync(IServer server, string command, params object[] arguments) =>
        server.ExecuteAsync(null, command, arguments, CommandFlags.NoRedirect);

    private static long Sockets(IServer server) => server.GetCounters().Interactive.SocketCount;

    private StoreUnavailableException TooFew(long reached) => new(string.Create(CultureInfo.InvariantCulture,
        $"Redis at {link.Server}: {reached} of {replicas} replicas had the event within {Limit.TotalSeconds} s. Check that the replicas run "
        + $"and follow the primary, or lower REDIS_WAIT_REPLICAS."));

    private sealed record Waiting(StoredProof? Proof, TaskCompletionSource Done);
}
