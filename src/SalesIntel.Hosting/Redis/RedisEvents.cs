using System.Runtime.CompilerServices;
using SalesIntel.Leads;
using SalesIntel.Storage.Contract;
using StackExchange.Redis;

namespace SalesIntel.Hosting.Redis;

/// <summary>Accepting, finding and requeueing events.</summary>
internal sealed class RedisEvents(
    RedisConnection connection, RedisKeys keys, RedisStoreOptions options, StoreClock clock, WakeSignal wake)
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
            async database => LeadHash.Read(lead, await database.HashGetAllAsync(keys.Lead(lead)).ConfigureAwait(false)),
            cancellationToken);

    public Task<string?> GetMeetingLeadAsync(string sessionId, CancellationToken cancellationToken) =>
        connection.RunAsync(
            async database => (string?)await database.StringGetAsync(keys.Meeting(sessionId)).ConfigureAwait(false),
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

    // Every write leaves alone what is already there, so this may be repeated wherever it was cut off. A repeat that was under way
    // while the event ran puts a finished event back into a mailbox at worst; claiming takes it out again.
    private async Task<bool> AcceptAsync(IDatabase database, NewEvent accepted)
    {
        var revision = keys.Idempotency($"{accepted.IdempotencyKey}:{accepted.Revision}");
        var last = LastInLaneAsync(database, accepted);
        if (await database.KeyExistsAsync(revision).ConfigureAwait(false))
        {
            return false;
        }

        // The stamp may run ahead of the clock by microseconds; what is due goes by the clock.
        var now = clock.Now.ToUnixTimeMilliseconds();
        var at = Later(acceptance.Next(), await last.ConfigureAwait(false));
        var id = accepted.EventId;
        var order = AcceptanceClock.ToMicroseconds(at);
        var transaction = database.CreateTransaction();
        var taken = transaction.StringSetAsync(revision, id, options.IdempotencyLife, When.NotExists);
        _ = transaction.StringSetAsync(keys.Idempotency(accepted.IdempotencyKey), id, options.IdempotencyLife, When.NotExists);
        foreach (var field in EventHash.Create(accepted, at))
        {
            _ = transaction.HashSetAsync(keys.Event(id), field.Name, field.Value, When.NotExists);
        }

        _ = transaction.SortedSetAddAsync(keys.Index, id, order, When.NotExists);
        _ = transaction.SortedSetRemoveRangeByScoreAsync(
            keys.Index, double.NegativeInfinity, AcceptanceClock.ToMicroseconds(at - options.EventLife));
        _ = transaction.KeyExpireAsync(keys.Index, options.EventLife);
        if (accepted is { Status: EventStatus.Queued, Lane: { } lane })
        {
            // No time to live: what is in a lane must neither expire nor be evicted.
            _ = transaction.SortedSetAddAsync(keys.Mailbox(lane), id, order, When.NotExists);
            _ = transaction.SortedSetAddAsync(keys.Due, lane.Value, now, When.NotExists);
            _ = transaction.PublishAsync(keys.Wake, RedisValue.EmptyString);
        }
        else
        {
            _ = transaction.KeyExpireAsync(keys.Event(id), options.EventLife);
            if (accepted.Status == EventStatus.Failed)
            {
                DeadLetters.Add(transaction, keys, id, at, options.EventLife);
            }
        }

        await transaction.ExecuteAsync().ConfigureAwait(false);
        return await taken.ConfigureAwait(false);
    }

    private async Task<DateTimeOffset> LastInLaneAsync(IDatabase database, NewEvent accepted)
    {
        var last = accepted.Lane is { } lane
            ? await database.SortedSetRangeByRankWithScoresAsync(keys.Mailbox(lane), -1, -1).ConfigureAwait(false) : [];
        return last is [var entry] ? AcceptanceClock.FromMicroseconds((long)entry.Score) : DateTimeOffset.MinValue;
    }

    // Whatever the clocks of several hosts say: what is accepted after another has been accepted comes after it in the lane.
    private static DateTimeOffset Later(DateTimeOffset now, DateTimeOffset last) =>
        now > last ? now : last.AddTicks(TimeSpan.TicksPerMicrosecond);

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
