using System.Runtime.CompilerServices;
using SalesIntel.Leads;
using StackExchange.Redis;

namespace SalesIntel.Hosting.Redis;

/// <summary>Accepting and finding events.</summary>
internal sealed class RedisEvents(
    RedisConnection connection, RedisScripts scripts, RedisKeys keys, RedisStoreOptions options, StoreClock clock, WakeSignal wake)
{
    private readonly AcceptanceClock acceptance = new(clock);

    public async Task<AcceptReceipt> AcceptAsync(NewEvent accepted, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(accepted);
        accepted.ThrowIfIncomplete();
        var isNew = await connection.RunAsync(database => AcceptAsync(database, accepted), cancellationToken).ConfigureAwait(false);
        if (isNew)
        {
            wake.Set();
        }

        return new AcceptReceipt(accepted.EventId, IsDuplicate: !isNew);
    }

    public Task<WebhookEvent?> GetAsync(string eventId, CancellationToken cancellationToken) =>
        connection.RunAsync(database => ReadAsync(database, eventId), cancellationToken);

    public Task<string?> FindEventIdAsync(string idempotencyKey, CancellationToken cancellationToken) =>
        connection.RunAsync(
            async database => (string?)await database.StringGetAsync(keys.Idempotency(idempotencyKey)).ConfigureAwait(false),
            cancellationToken);

    public Task<LeadRecord> GetLeadAsync(LeadKey lead, CancellationToken cancellationToken) =>
        connection.RunAsync(
            async database => LeadHash.Read(
                lead, await RedisForeignValue.ReadAsync(keys.Lead(lead), key => database.HashGetAllAsync(key)).ConfigureAwait(false)),
            cancellationToken);

    public Task<string?> GetMeetingLeadAsync(string sessionId, CancellationToken cancellationToken) =>
        connection.RunAsync(
            async database => (string?)await RedisForeignValue.ReadAsync(keys.Meeting(sessionId), key => database.StringGetAsync(key))
                .ConfigureAwait(false),
            cancellationToken);

    public async IAsyncEnumerable<WebhookEvent> ListAsync(EventFilter filter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var pages = new EventIndexPages(keys, filter);
        var left = filter.Limit;
        while (left > 0 && await connection.RunAsync(pages.NextAsync, cancellationToken).ConfigureAwait(false) is { } matching)
        {
            foreach (var id in matching)
            {
                if (left > 0 && await GetAsync(id, cancellationToken).ConfigureAwait(false) is { } found)
                {
                    left--;
                    yield return found;
                }
            }
        }
    }

    public Task<StoreStatus> GetStatusAsync(CancellationToken cancellationToken) =>
        connection.RunAsync(ReadStatusAsync, cancellationToken);

    private async Task<bool> AcceptAsync(IDatabase database, NewEvent accepted)
    {
        // The stamp may run ahead of the clock by microseconds; what is due goes by the clock.
        var now = clock.Now;
        var at = acceptance.Next();
        return await scripts.RunForNumberAsync(database, RedisScript.Accept, Describe(accepted, at, now)).ConfigureAwait(false) == 1;
    }

    private ScriptCall Describe(NewEvent accepted, DateTimeOffset at, DateTimeOffset now)
    {
        var id = accepted.EventId;
        var call = new ScriptCall()
            .With(KeyKind.Text, keys.Idempotency($"{accepted.IdempotencyKey}:{accepted.Revision}"), keys.Idempotency(accepted.IdempotencyKey))
            .With(KeyKind.Hash, keys.Event(id))
            .With(KeyKind.Sorted, keys.Index)
            .Add(EventStand.Of(accepted), id, AcceptanceClock.ToMicroseconds(at)).Add(now).Add(options.IdempotencyLife)
            .Add(AcceptanceClock.ToMicroseconds(at - options.EventLife)).Add(options.EventLife)
            .AddFields([.. EventHash.Create(accepted, at)]);
        _ = accepted.Status switch
        {
            EventStatus.Queued => call.With(KeyKind.Sorted, keys.Due),
            EventStatus.Failed => call.With(KeyKind.Sorted, keys.Dead, keys.PendingAlerts),
            _ => call,
        };
        EventStand.Add(call, keys, accepted, now, options.EventLife);
        return call;
    }

    private async Task<WebhookEvent?> ReadAsync(IDatabase database, string eventId)
    {
        var hash = await database.HashGetAllAsync(keys.Event(eventId)).ConfigureAwait(false);
        return hash.Length == 0 ? null : EventHash.Read(eventId, hash, out _);
    }

    private async Task<StoreStatus> ReadStatusAsync(IDatabase database)
    {
        var now = clock.Now;
        var kept = (now - options.EventLife).ToUnixTimeMilliseconds();
        var lanes = database.SortedSetLengthAsync(keys.Due);
        var dead = database.SortedSetLengthAsync(keys.Dead, kept, double.PositiveInfinity);
        var first = database.SortedSetRangeByRankWithScoresAsync(keys.Due, 0, 0);
        var info = RedisInfo.ReadAsync(database, "server");
        await Task.WhenAll(lanes, dead, first, info).ConfigureAwait(false);

        var oldest = (await first.ConfigureAwait(false)).Select(entry => (long?)entry.Score).FirstOrDefault();
        DateTimeOffset? oldestDue = oldest is { } score && score <= now.ToUnixTimeMilliseconds()
            ? clock.ToHost(DateTimeOffset.FromUnixTimeMilliseconds(score))
            : null;
        return new StoreStatus(
            "redis",
            (await info.ConfigureAwait(false)).Version,
            await lanes.ConfigureAwait(false),
            await dead.ConfigureAwait(false),
            oldestDue);
    }
}
