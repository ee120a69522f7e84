using StackExchange.Redis;

namespace SalesIntel.Hosting.Redis;

/// <summary>Slots that all processes share, a hash for each name.</summary>
internal sealed class RedisSlots(RedisConnection connection, RedisScripts scripts, RedisKeys keys, StoreClock clock, WakeSignal changed)
{
    public async Task<SlotGrant> RequestAsync(SlotRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var signal = changed.Next;
        var numbers = await connection.RunAsync(database => AskAsync(database, request), cancellationToken).ConfigureAwait(false);
        return new SlotGrant((int)numbers[0], (int)numbers[1], (int)numbers[2], signal);
    }

    private async Task<long[]> AskAsync(IDatabase database, SlotRequest request)
    {
        var key = keys.Slots(request.Name);
        var call = new ScriptCall().With(KeyKind.Hash, key)
            .Add(request.Holder).Add(clock.Now).Add(request.Life)
            .Add(request.InUse, request.Wanted, request.Capacity, keys.WakeName, RedisKeys.SlotsMessage);
        var answer = await scripts.RunAsync(database, RedisScript.Slots, call).ConfigureAwait(false);
        return answer.Resp2Type == ResultType.Integer ? throw scripts.Foreign(key) : (long[])answer!;
    }
}
