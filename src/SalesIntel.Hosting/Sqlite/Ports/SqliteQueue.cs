using Microsoft.Data.Sqlite;

namespace SalesIntel.Hosting.Sqlite;

/// <summary>Taking lanes and waiting for them.</summary>
internal sealed class SqliteQueue(
    SqliteWriter writer, SqliteReaders readers, SqliteCommits commits, StoreClock clock, TimeProvider time, WakeSignal wake, ILogger logger)
{
    // Other processes tell nobody when they have made something due.
    private static readonly TimeSpan LookInterval = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan DamagedPause = TimeSpan.FromMinutes(1);

    public async Task<IReadOnlyList<EventLease>> ClaimAsync(int atMost, TimeSpan lease, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(atMost, 1);
        while (true)
        {
            var until = time.GetUtcNow() + lease;
            var taken = await writer.WriteAsync(scope => Take(scope, atMost, lease), cancellationToken, GiveBackLater).ConfigureAwait(false);
            if (taken.Count == 0)
            {
                return [];
            }

            List<EventLease> held = [];
            foreach (var (lane, read, problem) in await ReadAsync(taken, cancellationToken).ConfigureAwait(false))
            {
                if (problem is not null)
                {
                    await SetAsideAsync(lane, problem).ConfigureAwait(false);
                }
                else if (read is { Status: EventStatus.Processing } && read.Lane == lane.Lane)
                {
                    held.Add(new EventLease(read, lane.Lane, lane.Token, until));
                }

                // Else it was restarted or replaced in between, and the lease was lost with that.
            }

            if (held.Count > 0)
            {
                return held;
            }
        }
    }

    public async Task<EventLease?> RenewAsync(EventLease held, TimeSpan lease, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(held);
        var until = time.GetUtcNow() + lease;
        return await writer.WriteAsync(scope => SqliteLanes.TryRenew(scope, held.Lane, held.Token, lease), cancellationToken)
            .ConfigureAwait(false) ? held with { Until = until } : null;
    }

    public async Task<bool> CommitAsync(EventLease held, EventCommit commit, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(held);
        ArgumentNullException.ThrowIfNull(commit);
        commit.ThrowIfInconsistent();
        var taken = TakenLane.Of(held);
        var written = await writer.WriteAsync(scope => commits.Write(scope, taken, commit), cancellationToken).ConfigureAwait(false);
        if (written && commit.Next is not NextStep.Continue)
        {
            wake.Set();
        }

        return written;
    }

    public async Task WaitForWorkAsync(TimeSpan atMost, CancellationToken cancellationToken)
    {
        var begun = time.GetTimestamp();
        while (true)
        {
            var signal = wake.Next;
            var untilDue = await readers.ReadAsync(UntilDue, cancellationToken, isOneStatement: true).ConfigureAwait(false) ?? TimeSpan.MaxValue;
            var left = atMost - time.GetElapsedTime(begun);
            var wait = new[] { left, untilDue, LookInterval }.Min();
            await WakeSignal.WaitAsync(signal, wait, time, cancellationToken).ConfigureAwait(false);
            if (signal.IsCompleted || wait == left || wait == untilDue)
            {
                return;
            }
        }
    }

    private TimeSpan? UntilDue(SqliteSession session)
    {
        using var first = session.Query("SELECT due_at FROM lane WHERE due_at IS NOT NULL ORDER BY due_at LIMIT 1");
        return first.Read() ? first.Time(0) - clock.Now : null;
    }

    private List<TakenLane> Take(WriteScope scope, int atMost, TimeSpan lease)
    {
        List<TakenLane> taken = [];
        while (taken.Count < atMost && FindDue(scope) is var (lane, due))
        {
            try
            {
                // What stands first in a lane is its first event, unless that is gone.
                if ((Begin(scope, lane, due) ?? BeginNext(scope, lane)) is not var (acceptedAt, id))
                {
                    SqliteLanes.Close(scope, lane);
                    continue;
                }

                var token = Guid.NewGuid().ToString("N");
                SqliteLanes.Take(scope, lane, token, lease);
                taken.Add(new TakenLane(acceptedAt, id, lane, token));
            }
            catch (SqliteException exception) when (SqliteFailure.IsDamage(exception))
            {
                // The others must not wait for it.
                Log.LaneSetAside(logger, lane.Value);
                SqliteLanes.GiveBack(scope, lane, scope.Now + DamagedPause);
            }
        }

        return taken;
    }

    private static (Lane Lane, DateTimeOffset First)? FindDue(WriteScope scope)
    {
        using var rows = scope.Session.Query("SELECT name, event FROM lane WHERE due_at <= ? ORDER BY due_at, name LIMIT 1", scope.Now);
        return rows.Read() ? (new Lane(rows.Text(0)), rows.Time(1)) : null;
    }

    // Null, and nothing is written, when there is no such event in the lane.
    private static (DateTimeOffset AcceptedAt, string EventId)? Begin(WriteScope scope, Lane lane, DateTimeOffset acceptedAt) =>
        scope.Session.Text(
            "UPDATE event SET status = ?1, updated_at = ?2 WHERE created_at = ?3 AND lane = ?4 AND expires_at IS NULL RETURNING id",
            StoreWords.Of(EventStatus.Processing),
            scope.Now,
            acceptedAt,
            lane.Value) is { } id ? (acceptedAt, id) : null;

    private static (DateTimeOffset AcceptedAt, string EventId)? BeginNext(WriteScope scope, Lane lane)
    {
        var first = scope.Session.Number(
            "SELECT created_at FROM lane JOIN event ON created_at = lane.event "
            + "WHERE name = ?1 AND event.lane = ?1 AND expires_at IS NULL ORDER BY lane.event LIMIT 1",
            lane.Value);
        return first == 0 ? null : Begin(scope, lane, AcceptanceClock.FromMicroseconds(first));
    }

    private async Task<IReadOnlyList<(TakenLane Lane, WebhookEvent? Read, string? Problem)>> ReadAsync(
        List<TakenLane> taken, CancellationToken cancellationToken)
    {
        try
        {
            return await readers.ReadAsync(session => Read(session, taken), cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception.InnerException is not SqliteException failed || !SqliteFailure.IsDamage(failed))
        {
            // What is damaged stays taken, so that the other lanes have their turn.
            GiveBackLater(taken);
            throw;
        }
    }

    private List<(TakenLane Lane, WebhookEvent? Read, string? Problem)> Read(SqliteSession session, List<TakenLane> taken)
    {
        List<(TakenLane Lane, WebhookEvent? Read, string? Problem)> read = [];
        SqliteException? damage = null;
        foreach (var lane in taken)
        {
            try
            {
                read.Add((lane, EventRows.Find(session, lane.AcceptedAt, clock.Now, out var problem), problem));
            }
            catch (SqliteException exception) when (SqliteFailure.IsDamage(exception))
            {
                Log.LaneSetAside(logger, lane.Lane.Value);
                damage = exception;
            }
        }

        return read.Count == 0 && damage is not null ? throw damage : read;
    }

    // The others that were taken with it are to be worked on even while this one can't be written.
    private async Task SetAsideAsync(TakenLane taken, string problem)
    {
        Log.Corrupt(logger, taken.EventId, problem);
        var commit = new EventCommit
        {
            Next = new NextStep.DeadLetter(),
            Error = $"Corrupt in the store: {problem}.",
            ErrorClass = "store/corrupt",
        };
        try
        {
            await writer.WriteAsync(scope => commits.Write(scope, taken, commit), CancellationToken.None).ConfigureAwait(false);
        }
        catch (StoreUnavailableException exception)
        {
            Log.NotGivenBack(logger, taken.Lane.Value, exception);
        }
    }

    // Nobody works on them, and the next worker would wait until the leases have run out.
    private void GiveBackLater(List<TakenLane> taken)
    {
        foreach (var lane in taken)
        {
            _ = GiveBackAsync(lane);
        }
    }

    private async Task GiveBackAsync(TakenLane taken)
    {
        try
        {
            var commit = new EventCommit { Next = new NextStep.Release() };
            await writer.WriteAsync(scope => commits.Write(scope, taken, commit), CancellationToken.None).ConfigureAwait(false);
            wake.Set();
        }
        catch (Exception exception) when (exception is StoreUnavailableException or ObjectDisposedException)
        {
            Log.NotGivenBack(logger, taken.Lane.Value, exception);
        }
    }
}
