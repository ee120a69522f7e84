using SalesIntel.Storage.Contract;
using StackExchange.Redis;

namespace SalesIntel.Hosting.Redis;

/// <summary>Open circuits, one hash each.</summary>
internal sealed class RedisCircuits(RedisConnection connection, RedisKeys keys, StoreClock clock)
{
    private const string Since = "since";
    private const string Until = "until";
    private const string Reason = "reason";
    private const string ProbeUntil = "probe_until";

    // An outage after which nobody calls the provider any more is forgotten after this.
    private static readonly TimeSpan Rest = TimeSpan.FromDays(7);

    public Task<OpenCircuit?> GetAsync(string provider, CancellationToken cancellationToken) =>
        connection.RunAsync(
            async database => ToHost(Read(await database.HashGetAllAsync(keys.Circuit(provider)).ConfigureAwait(false))), cancellationToken);

    public Task<bool> OpenAsync(string provider, DateTimeOffset until, string reason, CancellationToken cancellationToken) =>
        connection.RunAsync(database => OpenAsync(database, keys.Circuit(provider), until, reason), cancellationToken);

    public Task<bool> TryProbeAsync(string provider, TimeSpan atMost, CancellationToken cancellationToken) =>
        connection.RunAsync(database => TryProbeAsync(database, keys.Circuit(provider), atMost), cancellationToken);

    public Task<OpenCircuit?> CloseAsync(string provider, CancellationToken cancellationToken) =>
        connection.RunAsync(database => CloseAsync(database, keys.Circuit(provider), cancellationToken), cancellationToken);

    private async Task<bool> OpenAsync(IDatabase database, RedisKey key, DateTimeOffset until, string reason)
    {
        var now = clock.Now;
        var asked = clock.FromHost(until);
        var before = Read(await database.HashGetAllAsync(key).ConfigureAwait(false));
        var end = before?.Until > asked ? before.Until : asked;
        var transaction = database.CreateTransaction();
        var opened = transaction.HashSetAsync(key, Since, AcceptanceClock.ToMicroseconds(now), When.NotExists);
        _ = transaction.HashSetAsync(key, [new(Until, AcceptanceClock.ToMicroseconds(end)), new(Reason, reason)]);
        _ = transaction.HashDeleteAsync(key, ProbeUntil);
        _ = transaction.KeyExpireAsync(key, (end > now ? end - now : TimeSpan.Zero) + Rest);
        await transaction.ExecuteAsync().ConfigureAwait(false);
        return await opened.ConfigureAwait(false);
    }

    private async Task<bool> TryProbeAsync(IDatabase database, RedisKey key, TimeSpan atMost)
    {
        var now = clock.Now;
        var fields = await database.HashGetAsync(key, [Until, ProbeUntil]).ConfigureAwait(false);
        if (fields[0].IsNull || Time(fields[0]) > now || (fields[1].HasValue && Time(fields[1]) > now))
        {
            return false;
        }

        var transaction = database.CreateTransaction();
        transaction.AddCondition(RedisLane.Unchanged(key, Until, fields[0]));
        transaction.AddCondition(RedisLane.Unchanged(key, ProbeUntil, fields[1]));
        _ = transaction.HashSetAsync(key, ProbeUntil, AcceptanceClock.ToMicroseconds(now + atMost));
        return await transaction.ExecuteAsync().ConfigureAwait(false);
    }

    private async Task<OpenCircuit?> CloseAsync(IDatabase database, RedisKey key, CancellationToken cancellationToken)
    {
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var hash = await database.HashGetAllAsync(key).ConfigureAwait(false);
            if (Read(hash) is not { } open)
            {
                return null;
            }

            var transaction = database.CreateTransaction();
            transaction.AddCondition(Condition.HashEqual(key, Since, AcceptanceClock.ToMicroseconds(open.Since)));
            _ = transaction.KeyDeleteAsync(key);
            if (await transaction.ExecuteAsync().ConfigureAwait(false))
            {
                return ToHost(open);
            }
        }
    }

    private OpenCircuit? ToHost(OpenCircuit? open) =>
        open is null ? null : open with { Since = clock.ToHost(open.Since), Until = clock.ToHost(open.Until) };

    private static OpenCircuit? Read(HashEntry[] hash)
    {
        var fields = hash.ToDictionary(entry => entry.Name.ToString(), entry => entry.Value, StringComparer.Ordinal);
        return fields.TryGetValue(Since, out var since) && fields.TryGetValue(Until, out var until)
            ? new OpenCircuit(Time(since), Time(until), fields.GetValueOrDefault(Reason).ToString())
            : null;
    }

    private static DateTimeOffset Time(RedisValue microseconds) => AcceptanceClock.FromMicroseconds((long)microseconds);
}
