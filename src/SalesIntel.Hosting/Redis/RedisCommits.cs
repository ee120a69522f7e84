using SalesIntel.Storage.Contract;
using StackExchange.Redis;

namespace SalesIntel.Hosting.Redis;

/// <summary>Writes what was done about a taken event, in one transaction that holds only while the lane is held.</summary>
internal sealed class RedisCommits(RedisKeys keys, RedisStoreOptions options, StoreClock clock)
{
    public async Task<bool> WriteAsync(IDatabase database, EventLease held, EventCommit commit, CancellationToken cancellationToken)
    {
        var leaves = Leaves(held, commit.Next);
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var length = leaves ? await database.SortedSetLengthAsync(keys.Mailbox(held.Lane)).ConfigureAwait(false) : 0;
            var transaction = database.CreateTransaction();
            var owner = transaction.AddCondition(Condition.StringEqual(keys.Lease(held.Lane), held.Token));
            var empties = leaves && length <= 1;
            if (empties)
            {
                // An event may be accepted right now; then the lane must stay, so look again.
                transaction.AddCondition(Condition.SortedSetLengthEqual(keys.Mailbox(held.Lane), length));
            }

            var now = clock.Now;
            Record(transaction, held.Event.EventId, commit, now);
            Step(transaction, held, commit.Next, now);
            if (leaves)
            {
                Leave(transaction, held, empties, now);
            }

            if (await transaction.ExecuteAsync().ConfigureAwait(false))
            {
                return true;
            }

            if (!owner.WasSatisfied)
            {
                return false;
            }
        }
    }

    private static bool Leaves(EventLease held, NextStep next) =>
        next is NextStep.Finish or NextStep.DeadLetter || (next is NextStep.MoveTo move && move.Lane != held.Lane);

    private void Record(ITransaction transaction, string eventId, EventCommit commit, DateTimeOffset now)
    {
        List<HashEntry> fields = [new(EventHash.UpdatedAt, EventHash.Time(now))];
        fields.AddRange(commit.Ledger.Select(effect => new HashEntry(EventHash.Ledger(effect.Key), StoreJson.WriteEntry(effect.Value))));
        if (commit.Error is { } error)
        {
            fields.Add(new(EventHash.LastError, error));
            fields.Add(new(EventHash.ErrorClass, error.Length == 0 ? "" : commit.ErrorClass ?? ""));
        }

        _ = transaction.HashSetAsync(keys.Event(eventId), [.. fields]);
        RedisHours.Record(transaction, keys, eventId, commit, options.IdempotencyLife);
        if (commit.OtherLead is { } other)
        {
            Record(transaction, other, now);
        }

        if (commit.Lead is not { } update)
        {
            return;
        }

        Record(transaction, update, now);
        if (commit.AssignMeeting is { } session)
        {
            _ = transaction.StringSetAsync(keys.Meeting(session), update.Email, options.IdempotencyLife);
        }
    }

    private void Record(ITransaction transaction, LeadUpdate update, DateTimeOffset now)
    {
        var lead = keys.Lead(update.Key);
        if (update.WithdrawnFacts.Count > 0)
        {
            _ = transaction.HashDeleteAsync(lead, [.. update.WithdrawnFacts.Select(LeadHash.Fact)]);
        }

        _ = transaction.HashSetAsync(lead, LeadHash.Create(update, now));
        _ = transaction.KeyExpireAsync(lead, options.IdempotencyLife);
    }

    private void Step(ITransaction transaction, EventLease held, NextStep next, DateTimeOffset now)
    {
        var key = keys.Event(held.Event.EventId);
        switch (next)
        {
            case NextStep.RetryAt retry:
                SetStatus(transaction, key, EventStatus.Queued);
                if (retry.ChargeAttempt)
                {
                    _ = transaction.HashIncrementAsync(key, EventHash.Attempts);
                }

                RedisLane.GiveBack(transaction, keys, held.Lane, clock.FromHost(retry.At));
                break;
            case NextStep.Release:
                SetStatus(transaction, key, EventStatus.Queued);
                RedisLane.GiveBack(transaction, keys, held.Lane, now);
                break;
            case NextStep.Finish finish:
                Finish(transaction, key, held, finish);
                break;
            case NextStep.DeadLetter:
                SetStatus(transaction, key, EventStatus.Failed);
                _ = transaction.KeyExpireAsync(key, options.EventLife);
                DeadLetters.Add(transaction, keys, held.Event.EventId, now, options.EventLife);
                break;
            case NextStep.MoveTo move:
                Move(transaction, key, held, move, now);
                break;
        }
    }

    private void Finish(ITransaction transaction, RedisKey key, EventLease held, NextStep.Finish finish)
    {
        SetStatus(transaction, key, finish.Status);
        _ = transaction.HashSetAsync(key, EventHash.DryRun, EventHash.Flag(finish.DryRun));
        _ = transaction.KeyExpireAsync(key, options.EventLife);
        if (finish is { Status: EventStatus.Processed, DryRun: false })
        {
            _ = transaction.StringSetAsync(keys.Processed(held.Event.IdempotencyKey), "1", options.IdempotencyLife);
        }
    }

    private void Move(ITransaction transaction, RedisKey key, EventLease held, NextStep.MoveTo move, DateTimeOffset now)
    {
        _ = transaction.HashSetAsync(key,
        [
            new(EventHash.Status, EventHash.Word(EventStatus.Queued)),
            new(EventHash.Attempts, 0),
            new(EventHash.StageName, EventHash.Word(move.Stage)),
            new(EventHash.LaneName, move.Lane.Value),
            new(EventHash.LeadName, move.Lead.Value),
        ]);
        if (move.Lane == held.Lane)
        {
            RedisLane.GiveBack(transaction, keys, held.Lane, now);
            return;
        }

        _ = transaction.SortedSetAddAsync(
            keys.Mailbox(move.Lane), held.Event.EventId, AcceptanceClock.ToMicroseconds(held.Event.CreatedAt));
        _ = transaction.SortedSetAddAsync(keys.Due, move.Lane.Value, now.ToUnixTimeMilliseconds(), When.NotExists);
        _ = transaction.PublishAsync(keys.Wake, RedisValue.EmptyString);
    }

    private void Leave(ITransaction transaction, EventLease held, bool empties, DateTimeOffset now)
    {
        _ = transaction.SortedSetRemoveAsync(keys.Mailbox(held.Lane), held.Event.EventId);
        if (empties)
        {
            RedisLane.Close(transaction, keys, held.Lane);
        }
        else
        {
            RedisLane.GiveBack(transaction, keys, held.Lane, now);
        }
    }

    private static void SetStatus(ITransaction transaction, RedisKey key, EventStatus status) =>
        _ = transaction.HashSetAsync(key, EventHash.Status, EventHash.Word(status));
}
