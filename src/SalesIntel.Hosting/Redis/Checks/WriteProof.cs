using StackExchange.Redis;

namespace SalesIntel.Hosting.Redis;

/// <summary>Proves that events can be accepted: the server takes a write and lets scripts run, nobody else uses the names, and, where replicas
/// are waited for, they are there. A server that is full or read-only still answers reads.</summary>
internal sealed class WriteProof(
    RedisConnection connection, RedisKeys keys, ForeignKeys foreign, RedisScripts scripts, ReplicaWait replicas)
{
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(1);

    /// <exception cref="Storage.Contract.StoreUnavailableException">They can't; says why.</exception>
    public async Task ProveAsync(CancellationToken cancellationToken)
    {
        await connection.RunAsync(ProveAsync, cancellationToken).ConfigureAwait(false);
        await replicas.ConfirmAsync(null, cancellationToken).ConfigureAwait(false);
    }

    private async Task<bool> ProveAsync(IDatabase database)
    {
        await scripts.EnsureAllowedAsync(database).ConfigureAwait(false);
        var looked = foreign.FindFixedAsync(database);
        var written = database.StringSetAsync(keys.Probe, "1", Life);
        return await looked.ConfigureAwait(false) is { } fault
            ? throw new RedisMistakeException($"Redis at {connection.Server} {fault}.")
            : await written.ConfigureAwait(false);
    }
}
