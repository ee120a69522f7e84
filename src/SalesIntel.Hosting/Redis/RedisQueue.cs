using Microsoft.Extensions.Logging;
using SalesIntel.Storage.Contract;
using StackExchange.Redis;

namespace SalesIntel.Hosting.Redis;

/// <summary>Taking lanes and waiting for them.</summary>
internal sealed class RedisQueue(
    RedisConnection connection, RedisKeys keys, RedisCommits commits, StoreClock clock, TimeProvider time, WakeSignal wake, ILogger logger)
{
    private const int Candidates = 16;
    private const int Rounds = 8;

    private readonly UnansweredClaims unanswered = new(keys, clock);

    public async Task<EventLease?> ClaimAsync(TimeSpan lease, CancellationToken cancellationToken)
    {
        using var givenUp = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var progress = new ClaimProgress();
        try
        {
            return await connection.RunAsync(database => ClaimAsync(database, lease, progress, givenUp.Token), cancellationToken)
                .ConfigureAwait(false);
        }
        catch
        {
            await givenUp.CancelAsync().ConfigureAwait(false);
            if (progress.Attempt is { } attempt)
            {
                unanswered.Add(attempt);
            }

            throw;
        }
    }

    public Task<EventLease?> RenewAsync(EventLease held, TimeSpan lease, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(held);
        return connection.RunAsync(database => RenewAsync(database, held, lease), cancellationToken);
    }

    public async Task<bool> CommitAsync(EventLease held, EventCommit commit, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(held);
        ArgumentNullException.ThrowIfNull(commit);
        commit.ThrowIfInconsistent();
        var written = await connection.RunAsync(database => commits.WriteAsync(database, held, commit, cancellationToken), cancellationToken)
            .ConfigureAwait(false);
        if (written && commit.Next is not NextStep.Continue)
        {
            wake.Set();
        }

        return written;
    }

    public async Task WaitForWorkAsync(TimeSpan atMost, CancellationToken cancellationToken)
    {
        var signal = wake.Next;
        var first = await connection.RunAsync(database => database.SortedSetRangeByRankWithScoresAsync(keys.Due, 0, 0), cancellationToken)
            .ConfigureAwait(false);
        var wait = atMost;
        if (first.Length > 0)
        {
            var untilDue = DateTimeOffset.FromUnixTimeMilliseconds((long)first[0].Score) - clock.Now;
            wait = untilDue < atMost ? untilDue : atMost;
        }

        await WakeSignal.WaitAsync(signal, wait, time, cancellationToken).ConfigureAwait(false);
    }

    // Null only when nothing is due: a candidate that somebody else takes first is passed over, and the list is read anew. The number
    // of rounds is bounded so that lanes that can never be taken do not hold the caller.
    private async Task<EventLease?> ClaimAsync(
        IDatabase database, TimeSpan lease, ClaimProgress progress, CancellationToken cancellationToken)
    {
        await unanswered.GiveBackAsync(database).ConfigureAwait(false);
        for (var round = 0; round < Rounds; round++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var due = await database.SortedSetRangeByScoreAsync(
                keys.Due, double.NegativeInfinity, clock.Now.ToUnixTimeMilliseconds(), take: Candidates).ConfigureAwait(false);
            if (due.Length == 0)
            {
                return null;
            }

            // In order, until somebody else was faster: whoever lost looks elsewhere, else all would meet at the next lane again.
            List<RedisValue> left = [.. due];
            for (var next = 0; left.Count > 0; next = Random.Shared.Next(left.Count))
            {
                var lane = new Lane(left[next].ToString());
                if (await TryTakeAsync(database, lane, lease, progress, cancellationToken).ConfigureAwait(false) is { } taken)
                {
                    return taken;
                }

                left.RemoveAt(next);
            }
        }

        return null;
    }

    private async Task<EventLease?> TryTakeAsync(
        IDatabase database, Lane lane, TimeSpan lease, ClaimProgress progress, CancellationToken cancellationToken)
    {
        // The token is read first: if the lane changes hands after that, the token is another and nothing below is written.
        var batch = database.CreateBatch();
        var tokenRead = batch.StringGetAsync(keys.Lease(lane));
        var scoreRead = batch.SortedSetScoreAsync(keys.Due, lane.Value);
        var headRead = batch.SortedSetRangeByRankAsync(keys.Mailbox(lane), 0, 0);
        batch.Execute();
        var token = await tokenRead.ConfigureAwait(false);
        var score = await scoreRead.ConfigureAwait(false);
        var head = await headRead.ConfigureAwait(false);

        if (score is null || score > clock.Now.ToUnixTimeMilliseconds())
        {
            return null;
        }

        if (head.Length == 0)
        {
            await RemoveEmptyAsync(database, lane, token).ConfigureAwait(false);
            return null;
        }

        var eventId = head[0].ToString();
        RedisValue[] stands;
        try
        {
            stands = await database.HashGetAsync(keys.Event(eventId), [EventHash.Status, EventHash.LaneName]).ConfigureAwait(false);
        }
        catch (RedisServerException exception) when (exception.Message.StartsWith("WRONGTYPE", StringComparison.Ordinal))
        {
            // Somebody has overwritten it: there is nothing left to work on, and the lane must not wait for it.
            Log.StrayDropped(logger, eventId, lane.Value, "its key holds no event any more");
            await DropAsync(database, lane, token, eventId).ConfigureAwait(false);
            return null;
        }

        if (WhyStray(stands[0], stands[1], lane) is { } reason)
        {
            Log.StrayDropped(logger, eventId, lane.Value, reason);
            await DropAsync(database, lane, token, eventId).ConfigureAwait(false);
            return null;
        }

        var attempt = new ClaimAttempt(lane, eventId, RedisLane.NewToken());
        return await TakeAsync(database, attempt, token, stands[0], lease, progress, cancellationToken).ConfigureAwait(false);
    }

    // A repeated acceptance that overtook itself may leave an event in a lane that it has left already.
    private static string? WhyStray(RedisValue status, RedisValue standsIn, Lane lane) =>
        status.IsNull && standsIn.IsNull ? "it is not kept any more"
        : standsIn != lane.Value ? "it stands in another lane"
        : EventHash.ReadStatus(status) is EventStatus.Processed or EventStatus.Ignored or EventStatus.Failed ? "it has ended"
        : null;

    private async Task<EventLease?> TakeAsync(
        IDatabase database,
        ClaimAttempt attempt,
        RedisValue tokenBefore,
        RedisValue status,
        TimeSpan lease,
        ClaimProgress progress,
        CancellationToken cancellationToken)
    {
        var (lane, eventId, token) = attempt;
        var now = clock.Now;
        var until = time.GetUtcNow() + lease;
        var key = keys.Event(eventId);
        var transaction = database.CreateTransaction();
        transaction.AddCondition(RedisLane.Unchanged(keys.Lease(lane), tokenBefore));
        transaction.AddCondition(RedisLane.Unchanged(key, EventHash.Status, status));
        transaction.AddCondition(Condition.HashEqual(key, EventHash.LaneName, lane.Value));
        _ = transaction.StringSetAsync(keys.Lease(lane), token, RedisLane.TokenLife(lease));
        _ = transaction.SortedSetAddAsync(keys.Due, lane.Value, (now + lease).ToUnixTimeMilliseconds());
        _ = transaction.HashSetAsync(key,
        [
            new(EventHash.Status, EventHash.Word(EventStatus.Processing)),
            new(EventHash.UpdatedAt, EventHash.Time(now)),
        ]);
        var hash = transaction.HashGetAllAsync(key);

        // In this order: whoever gives up cancels first and then looks for an attempt, so one of the two sees the other.
        progress.Attempt = attempt;
        cancellationToken.ThrowIfCancellationRequested();
        if (!await transaction.ExecuteAsync().ConfigureAwait(false))
        {
            progress.Attempt = null;
            return null;
        }

        var taken = EventHash.Read(eventId, await hash.ConfigureAwait(false), out var problem);
        var held = new EventLease(taken, lane, token, until);
        if (problem is null && EventHash.ReadStatus(status) is not null)
        {
            return held;
        }

        problem ??= $"the stored event has no readable {EventHash.Status}";
        Log.Corrupt(logger, eventId, problem);
        var commit = new EventCommit
        {
            Next = new NextStep.DeadLetter(),
            Error = $"Corrupt in the store: {problem}.",
            ErrorClass = "store/corrupt",
        };
        await commits.WriteAsync(database, held, commit, cancellationToken).ConfigureAwait(false);
        return null;
    }

    private Task<bool> RemoveEmptyAsync(IDatabase database, Lane lane, RedisValue token)
    {
        var transaction = database.CreateTransaction();
        transaction.AddCondition(RedisLane.Unchanged(keys.Lease(lane), token));
        transaction.AddCondition(Condition.SortedSetLengthEqual(keys.Mailbox(lane), 0));
        _ = transaction.SortedSetRemoveAsync(keys.Due, lane.Value);
        return transaction.ExecuteAsync();
    }

    // The lane stays due: if its mailbox is empty now, the next look at it removes it.
    private Task<bool> DropAsync(IDatabase database, Lane lane, RedisValue token, string eventId)
    {
        var transaction = database.CreateTransaction();
        transaction.AddCondition(RedisLane.Unchanged(keys.Lease(lane), token));
        _ = transaction.SortedSetRemoveAsync(keys.Mailbox(lane), eventId);
        return transaction.ExecuteAsync();
    }

    private async Task<EventLease?> RenewAsync(IDatabase database, EventLease held, TimeSpan lease)
    {
        var until = time.GetUtcNow() + lease;
        var transaction = database.CreateTransaction();
        transaction.AddCondition(Condition.StringEqual(keys.Lease(held.Lane), held.Token));
        _ = transaction.SortedSetAddAsync(keys.Due, held.Lane.Value, (clock.Now + lease).ToUnixTimeMilliseconds());
        _ = transaction.KeyExpireAsync(keys.Lease(held.Lane), RedisLane.TokenLife(lease));
        return await transaction.ExecuteAsync().ConfigureAwait(false) ? held with { Until = until } : null;
    }
}
