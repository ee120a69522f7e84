using SalesIntel.Storage.Contract;
using StackExchange.Redis;

namespace SalesIntel.Hosting.Redis;

/// <summary>Has events start again: as they are, or with another body.</summary>
internal sealed class RedisRestarts(
    RedisConnection connection, RedisKeys keys, RedisStoreOptions options, StoreClock clock, WakeSignal wake)
{
    public async Task<RequeueOutcome> RequeueAsync(string eventId, RequeueRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        RequeueOutcome? outcome = null;
        while (outcome is null)
        {
            outcome = await connection.RunAsync(database => TryRequeueAsync(database, eventId, request), cancellationToken)
                .ConfigureAwait(false);
        }

        if (outcome == RequeueOutcome.Requeued)
        {
            wake.Set();
        }

        return outcome.Value;
    }

    public async Task<bool> ReplaceAsync(NewEvent verified, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(verified);
        verified.ThrowIfUnverified();
        bool? replaced = null;
        while (replaced is null)
        {
            replaced = await connection.RunAsync(database => TryReplaceAsync(database, verified), cancellationToken).ConfigureAwait(false);
        }

        if (replaced == true)
        {
            wake.Set();
        }

        return replaced.Value;
    }

    // Null: something else changed the event meanwhile, look again.
    private async Task<RequeueOutcome?> TryRequeueAsync(IDatabase database, string eventId, RequeueRequest request)
    {
        var key = keys.Event(eventId);
        var hash = await database.HashGetAllAsync(key).ConfigureAwait(false);
        if (hash.Length == 0)
        {
            return RequeueOutcome.NotFound;
        }

        var found = EventHash.Read(eventId, hash, out _);
        if (found.Status is EventStatus.Queued or EventStatus.Processing && !request.EvenIfRunning)
        {
            return RequeueOutcome.StillRunning;
        }

        var now = clock.Now;
        var transaction = await WithdrawAsync(database, found, hash, now).ConfigureAwait(false);
        _ = transaction.HashSetAsync(key,
        [
            new(EventHash.Status, EventHash.Word(EventStatus.Queued)),
            new(EventHash.Attempts, 0),
            new(EventHash.StageName, EventHash.Word(request.Stage)),
            new(EventHash.LaneName, request.Lane.Value),
            new(EventHash.UpdatedAt, EventHash.Time(now)),
        ]);
        _ = request.Lead is { } lead
            ? (Task)transaction.HashSetAsync(key, EventHash.LeadName, lead.Value)
            : transaction.HashDeleteAsync(key, EventHash.LeadName);
        if (request.Verified is { } verified)
        {
            _ = transaction.HashSetAsync(key, EventHash.Verified, EventHash.Flag(verified));
        }

        Forget(transaction, found, entry => entry.State == LedgerState.DryRun);
        Enter(transaction, found, request.Lane, now);
        return await transaction.ExecuteAsync().ConfigureAwait(false) ? RequeueOutcome.Requeued : null;
    }

    private async Task<bool?> TryReplaceAsync(IDatabase database, NewEvent verified)
    {
        var key = keys.Event(verified.EventId);
        var hash = await database.HashGetAllAsync(key).ConfigureAwait(false);
        var found = EventHash.Read(verified.EventId, hash, out _);
        if (hash.Length == 0 || found.Verified == true)
        {
            return false;
        }

        var now = clock.Now;
        var transaction = await WithdrawAsync(database, found, hash, now).ConfigureAwait(false);
        transaction.AddCondition(RedisLane.Unchanged(key, EventHash.Verified, Field(hash, EventHash.Verified)));
        _ = transaction.HashDeleteAsync(key, [EventHash.LaneName, EventHash.LeadName, EventHash.ErrorClass, EventHash.DryRun]);
        Forget(transaction, found, _ => true);
        _ = transaction.HashSetAsync(key,
        [
            .. EventHash.Create(verified, found.CreatedAt).Where(field => field.Name != EventHash.UpdatedAt),
            new(EventHash.UpdatedAt, EventHash.Time(now)),
        ]);
        if (verified is { Status: EventStatus.Queued, Lane: { } lane })
        {
            Enter(transaction, found, lane, now);
        }
        else
        {
            _ = transaction.KeyExpireAsync(key, options.EventLife);
            if (verified.Status == EventStatus.Failed)
            {
                DeadLetters.Add(transaction, keys, verified.EventId, now, options.EventLife);
            }
        }

        return await transaction.ExecuteAsync().ConfigureAwait(false) ? true : null;
    }

    // Out of its lane, away from whoever works on it, and off the list of dead letters.
    private async Task<ITransaction> WithdrawAsync(IDatabase database, WebhookEvent found, HashEntry[] hash, DateTimeOffset now)
    {
        var key = keys.Event(found.EventId);
        var token = found is { Status: EventStatus.Processing, Lane: { } worked }
            ? await database.StringGetAsync(keys.Lease(worked)).ConfigureAwait(false)
            : RedisValue.Null;
        var transaction = database.CreateTransaction();
        transaction.AddCondition(RedisLane.Unchanged(key, EventHash.Status, Field(hash, EventHash.Status)));
        transaction.AddCondition(RedisLane.Unchanged(key, EventHash.LaneName, Field(hash, EventHash.LaneName)));
        DeadLetters.Remove(transaction, keys, found.EventId);
        if (found is { Status: EventStatus.Queued or EventStatus.Processing, Lane: { } lane })
        {
            // The lane stays due: if its mailbox is empty now, the next look at it removes it.
            _ = transaction.SortedSetRemoveAsync(keys.Mailbox(lane), found.EventId);
            if (found.Status == EventStatus.Processing)
            {
                transaction.AddCondition(RedisLane.Unchanged(keys.Lease(lane), token));
                RedisLane.GiveBack(transaction, keys, lane, now);
            }
        }

        return transaction;
    }

    private void Forget(ITransaction transaction, WebhookEvent found, Func<LedgerEntry, bool> isForgotten)
    {
        foreach (var effect in found.Ledger.Where(entry => isForgotten(entry.Value)).Select(entry => entry.Key))
        {
            _ = transaction.HashDeleteAsync(keys.Event(found.EventId), EventHash.Ledger(effect));
        }
    }

    private void Enter(ITransaction transaction, WebhookEvent found, Lane lane, DateTimeOffset now)
    {
        _ = transaction.KeyPersistAsync(keys.Event(found.EventId));
        _ = transaction.SortedSetAddAsync(keys.Mailbox(lane), found.EventId, AcceptanceClock.ToMicroseconds(found.CreatedAt));
        _ = transaction.SortedSetAddAsync(keys.Due, lane.Value, now.ToUnixTimeMilliseconds(), When.NotExists);
        _ = transaction.PublishAsync(keys.Wake, RedisValue.EmptyString);
    }

    private static RedisValue Field(HashEntry[] hash, string name) => hash.FirstOrDefault(entry => entry.Name == name).Value;
}
