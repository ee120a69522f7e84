using StackExchange.Redis;

namespace SalesIntel.Hosting.Redis;

/// <summary>Open circuits, one hash each.</summary>
internal sealed class RedisCircuits(RedisConnection connection, RedisScripts scripts, RedisKeys keys, StoreClock clock)
{
    private const string Since = "since";
    private const string Until = "until";
    private const string Reason = "reason";

    public Task<OpenCircuit?> GetAsync(string provider, CancellationToken cancellationToken) =>
        connection.RunAsync(
            async database => clock.ToHost(Read(await database.HashGetAllAsync(keys.Circuit(provider)).ConfigureAwait(false))), cancellationToken);

    public Task<bool> OpenAsync(string provider, DateTimeOffset until, string reason, CancellationToken cancellationToken) =>
        AskAsync(
            RedisScript.OpenCircuit, provider,
            call => call.Add(Microseconds(clock.Now), Microseconds(clock.FromHost(until)), reason).Add(OpenCircuit.Rest), cancellationToken);

    public Task<bool> TryProbeAsync(string provider, TimeSpan atMost, CancellationToken cancellationToken) =>
        AskAsync(
            RedisScript.ProbeCircuit, provider, call => call.Add(Microseconds(clock.Now), Microseconds(clock.Now + atMost)), cancellationToken);

    public Task<OpenCircuit?> CloseAsync(string provider, CancellationToken cancellationToken) =>
        connection.RunAsync(database => CloseAsync(database, keys.Circuit(provider)), cancellationToken);

    private Task<bool> AskAsync(RedisScript script, string provider, Action<ScriptCall> describe, CancellationToken cancellationToken) =>
        connection.RunAsync(
            async database =>
            {
                var call = new ScriptCall().With(KeyKind.Hash, keys.Circuit(provider));
                describe(call);
                return await scripts.RunForNumberAsync(database, script, call).ConfigureAwait(false) == 1;
            },
            cancellationToken);

    private async Task<OpenCircuit?> CloseAsync(IDatabase database, RedisKey key)
    {
        var answer = await scripts.RunAsync(database, RedisScript.CloseCircuit, new ScriptCall().With(KeyKind.Hash, key)).ConfigureAwait(false);
        return answer.Resp2Type == ResultType.Integer ? throw scripts.Foreign(key)
            : (RedisValue[]?)answer is [{ IsNull: false } since, { IsNull: false } until, var reason]
            ? clock.ToHost(new OpenCircuit(Time(since), Time(until), reason.ToString()))
            : null;
    }

    /// <summary>A circuit as a hash; its times are the store's.</summary>
    public static HashEntry[] Write(OpenCircuit open) =>
        [new(Since, Microseconds(open.Since)), new(Until, Microseconds(open.Until)), new(Reason, open.Reason)];

    /// <summary>Reads what <see cref="Write"/> gives; null when it is closed.</summary>
    public static OpenCircuit? Read(HashEntry[] hash)
    {
        var fields = hash.ToDictionary(entry => entry.Name.ToString(), entry => entry.Value, StringComparer.Ordinal);
        return fields.TryGetValue(Since, out var since) && fields.TryGetValue(Until, out var until)
            ? new OpenCircuit(Time(since), Time(until), fields.GetValueOrDefault(Reason).ToString())
            : null;
    }

    private static RedisValue Microseconds(DateTimeOffset at) => AcceptanceClock.ToMicroseconds(at);

    private static DateTimeOffset Time(RedisValue microseconds) => AcceptanceClock.FromMicroseconds((long)microseconds);
}
