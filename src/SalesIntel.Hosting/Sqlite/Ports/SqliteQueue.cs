using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using SalesIntel.Storage.Contract;

namespace SalesIntel.Hosting.Sqlite;

/// <summary>Taking lanes and waiting for them.</summary>
internal sealed class SqliteQueue(
    SqliteWriter writer, SqliteReaders readers, SqliteCommits commits, StoreClock clock, TimeProvider time, WakeSignal wake, ILogger logger)
{
    // Other processes tell nobody when they have made something due.
    private static readonly TimeSpan LookInterval = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan DamagedPause = TimeSpan.FromMinutes(1);

    public async Task<EventLease?> ClaimAsync(TimeSpan lease, CancellationToken cancellationToken)
    {
        while (true)
        {
            var until = time.GetUtcNow() + lease;
            var taken = await writer.WriteAsync(scope => Take(scope, lease), cancellationToken, GiveBackLater).ConfigureAwait(false);
            if (taken is null)
            {
                return null;
            }

            var (read, problem) = await ReadAsync(taken, cancellationToken).ConfigureAwait(false);
            if (problem is not null)
            {
                await SetAsideAsync(taken, problem, cancellationToken).ConfigureAwait(false);
            }
            else if (read is { Status: EventStatus.Processing } && read.Lane == taken.Lane)
            {
                return new EventLease(read, taken.Lane, taken.Token, until);
            }

            // Else it was restarted or replaced in between, and the lease was lost with that.
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
            var untilDue = await readers.ReadAsync(UntilDue, cancellationToken).ConfigureAwait(false) ?? TimeSpan.MaxValue;
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
        using var first = session.Query("SELECT due_at FROM lane ORDER BY due_at LIMIT 1");
        return first.Read() ? first.Time(0) - clock.Now : null;
    }

    private TakenLane? Take(WriteScope scope, TimeSpan lease)
    {
        while (FindDue(scope) is { } lane)
        {
            try
            {
                if (FindFirst(scope, lane) is not { } first)
                {
                    SqliteLanes.Close(scope, lane);
                    continue;
                }

                var token = Guid.NewGuid().ToString("N");
                scope.Session.Execute(
                    "UPDATE event SET status = ?, updated_at = ? WHERE created_at = ?",
                    StoreWords.Of(EventStatus.Processing),
                    scope.Now,
                    first.AcceptedAt);
                SqliteLanes.Take(scope, lane, token, lease);
                return new TakenLane(first.AcceptedAt, first.EventId, lane, token);
            }
            catch (SqliteException exception) when (SqliteFailure.IsDamage(exception))
            {
                // The others must not wait for it.
                Log.LaneSetAside(logger, lane.Value);
                SqliteLanes.GiveBack(scope, lane, scope.Now + DamagedPause);
            }
        }

        return null;
    }

    private static Lane? FindDue(WriteScope scope) =>
        scope.Session.Text("SELECT name FROM lane WHERE due_at <= ? ORDER BY due_at, name LIMIT 1", scope.Now) is { } name
            ? new Lane(name)
            : null;

    private static (DateTimeOffset AcceptedAt, string EventId)? FindFirst(WriteScope scope, Lane lane)
    {
        using var rows = scope.Session.Query(
            "SELECT created_at, id FROM event WHERE lane = ? AND expires_at IS NULL ORDER BY created_at LIMIT 1", lane.Value);
        return rows.Read() ? (rows.Time(0), rows.Text(1)) : null;
    }

    private async Task<(WebhookEvent? Read, string? Problem)> ReadAsync(TakenLane taken, CancellationToken cancellationToken)
    {
        try
        {
            return await readers.ReadAsync(
                session => (EventRows.Find(session, taken.AcceptedAt, clock.Now, out var problem), problem), cancellationToken)
                .ConfigureAwait(false);
        }
        catch (Exception exception) when (exception.InnerException is not SqliteException failed || !SqliteFailure.IsDamage(failed))
        {
            // What is damaged stays taken, so that the other lanes have their turn.
            GiveBackLater(taken);
            throw;
        }
    }

    private async Task SetAsideAsync(TakenLane taken, string problem, CancellationToken cancellationToken)
    {
        Log.Corrupt(logger, taken.EventId, problem);
        var commit = new EventCommit
        {
            Next = new NextStep.DeadLetter(),
            Error = $"Corrupt in the store: {problem}.",
            ErrorClass = "store/corrupt",
        };
        await writer.WriteAsync(scope => commits.Write(scope, taken, commit), cancellationToken).ConfigureAwait(false);
    }

    // Nobody works on it, and the next worker would wait until the lease has run out.
    private void GiveBackLater(TakenLane? taken)
    {
        if (taken is not null)
        {
            _ = GiveBackAsync(taken);
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
