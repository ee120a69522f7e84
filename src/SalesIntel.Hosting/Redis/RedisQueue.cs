using StackExchange.Redis;

namespace SalesIntel.Hosting.Redis;

/// <summary>Taking lanes and waiting for them.</summary>
internal sealed class RedisQueue(
    RedisConnection connection,
    RedisScripts scripts,
    RedisKeys keys,
    RedisCommits commits,
    StoreClock clock,
    TimeProvider time,
    WakeSignal wake,
    ILogger logger)
{
    /// <summary>For how long a lane waits that can't be read.</summary>
    public static readonly TimeSpan SetAsideFor = TimeSpan.FromMinutes(1);

    // Payloads of one answer: it must arrive within the limit of a call.
    private const int MostBytes = 1 << 20;

    private const int Rounds = 8;

    private readonly UnansweredClaims unanswered = new(scripts, keys, clock);

    public async Task<IReadOnlyList<EventLease>> ClaimAsync(int atMost, TimeSpan lease, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(atMost, 1);
        using var givenUp = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var progress = new ClaimProgress();
        try
        {
            return await connection.RunAsync(database => ClaimAsync(database, atMost, lease, progress, givenUp.Token), cancellationToken)
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
        var written = await connection.RunAsync(database => commits.WriteAsync(database, held, commit), cancellationToken)
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

    // Nothing only when nothing is due. The number of rounds is bounded so that what can never be taken does not hold the caller.
    private async Task<IReadOnlyList<EventLease>> ClaimAsync(
        IDatabase database, int atMost, TimeSpan lease, ClaimProgress progress, CancellationToken cancellationToken)
    {
        await unanswered.GiveBackAsync(database).ConfigureAwait(false);
        for (var round = 0; round < Rounds; round++)
        {
            var now = clock.Now;
            var until = time.GetUtcNow() + lease;
            var attempt = new ClaimAttempt(RedisLane.NewToken(), now + lease);

            // In this order: whoever gives up cancels first and then looks for an attempt, so one of the two sees the other.
            progress.Attempt = attempt;
            cancellationToken.ThrowIfCancellationRequested();
            var taken = await TakeAsync(database, attempt, atMost, now, lease).ConfigureAwait(false);
            var held = await ReadAsync(database, taken, until).ConfigureAwait(false);
            progress.Attempt = null;
            if (held.Count > 0 || !taken.MayBeMore)
            {
                return held;
            }
        }

        return [];
    }

    private async Task<TakenLanes> TakeAsync(IDatabase database, ClaimAttempt attempt, int atMost, DateTimeOffset now, TimeSpan lease)
    {
        var call = new ScriptCall().With(KeyKind.Sorted, keys.Due)
            .Add(keys.Prefix).Add(now).Add(attempt.Until).Add(RedisLane.TokenLife(lease))
            .Add(attempt.Token, atMost, EventHash.Time(now)).Add(now + SetAsideFor).Add(MostBytes);
        var answer = await scripts.RunAsync(database, RedisScript.Claim, call).ConfigureAwait(false);
        return answer.Resp2Type == ResultType.Integer ? throw scripts.Foreign(keys.Due) : TakenLanes.Read(answer);
    }

    private async Task<List<EventLease>> ReadAsync(IDatabase database, TakenLanes taken, DateTimeOffset until)
    {
        foreach (var (eventId, lane, reason) in taken.Dropped)
        {
            Log.StrayDropped(logger, eventId, lane.Value, reason);
        }

        foreach (var (lane, key) in taken.SetAside)
        {
            Log.LaneSetAside(logger, lane.Value, RedisScripts.Problem(key));
        }

        List<EventLease> held = [];
        foreach (var (lane, token, read, problem) in taken.Lanes)
        {
            var lease = new EventLease(read, lane, token, until);
            if (problem is null)
            {
                held.Add(lease);
            }
            else
            {
                await SetAsideAsync(database, lease, problem).ConfigureAwait(false);
            }
        }

        return held;
    }

    private Task<bool> SetAsideAsync(IDatabase database, EventLease lease, string problem)
    {
        Log.Corrupt(logger, lease.Event.EventId, problem);
        var commit = new EventCommit
        {
            Next = new NextStep.DeadLetter(),
            Error = $"Corrupt in the store: {problem}.",
            ErrorClass = "store/corrupt",
        };
        return commits.WriteAsync(database, lease, commit);
    }

    private async Task<EventLease?> RenewAsync(IDatabase database, EventLease held, TimeSpan lease)
    {
        var until = time.GetUtcNow() + lease;
        var call = new ScriptCall().With(KeyKind.Sorted, keys.Due).With(KeyKind.Text, keys.Lease(held.Lane))
            .Add(held.Lane.Value, held.Token).Add(clock.Now + lease).Add(RedisLane.TokenLife(lease));
        return await scripts.RunForNumberAsync(database, RedisScript.Renew, call).ConfigureAwait(false) == 1
            ? held with { Until = until }
            : null;
    }
}
