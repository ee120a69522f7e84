using SalesIntel.Storage.Contract;

namespace SalesIntel.Engine;

public sealed partial class MemoryStore
{
    /// <inheritdoc/>
    public Task<IReadOnlyList<EventLease>> ClaimAsync(int atMost, TimeSpan lease, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(atMost, 1);
        if (cancellationToken.IsCancellationRequested)
        {
            return Task.FromCanceled<IReadOnlyList<EventLease>>(cancellationToken);
        }

        lock (gate)
        {
            var now = Now;
            List<string> due =
            [
                .. lanes.Where(entry => entry.Value.DueAt <= now)
                    .OrderBy(entry => entry.Value.DueAt).ThenBy(entry => entry.Key, StringComparer.Ordinal)
                    .Take(atMost).Select(entry => entry.Key),
            ];
            return Task.FromResult<IReadOnlyList<EventLease>>([.. due.Select(name => Take(name, now, lease))]);
        }
    }

    /// <inheritdoc/>
    public Task<EventLease?> RenewAsync(EventLease held, TimeSpan lease, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(held);
        lock (gate)
        {
            if (Held(held) is not { } lane)
            {
                return Answer<EventLease?>(null, cancellationToken);
            }

            lane.DueAt = Now + lease;
            return Answer<EventLease?>(held with { Until = clock.ToHost(lane.DueAt) }, cancellationToken);
        }
    }

    /// <inheritdoc/>
    public Task<bool> CommitAsync(EventLease held, EventCommit commit, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(held);
        ArgumentNullException.ThrowIfNull(commit);
        commit.ThrowIfInconsistent();
        if (cancellationToken.IsCancellationRequested)
        {
            return Task.FromCanceled<bool>(cancellationToken);
        }

        lock (gate)
        {
            if (Held(held) is not { } lane || Find(held.Event.EventId) is not { } stored)
            {
                return Task.FromResult(false);
            }

            Record(stored, commit);
            Apply(commit.Next, held.Lane, lane, stored);
        }

        if (commit.Next is not NextStep.Continue)
        {
            wake.Set();
        }

        return Task.FromResult(true);
    }

    /// <inheritdoc/>
    public Task WaitForWorkAsync(TimeSpan atMost, CancellationToken cancellationToken)
    {
        var signal = wake.Next;
        TimeSpan wait;
        lock (gate)
        {
            var next = lanes.Values.Select(lane => (DateTimeOffset?)lane.DueAt).Min();
            wait = next - Now is { } untilDue && untilDue < atMost ? untilDue : atMost;
        }

        return WakeSignal.WaitAsync(signal, wait, time, cancellationToken);
    }

    private EventLease Take(string name, DateTimeOffset now, TimeSpan lease)
    {
        var lane = lanes[name];
        (lane.DueAt, lane.Token) = (now + lease, Guid.NewGuid().ToString("N"));
        var stored = events[lane.Mailbox.Min.EventId];
        stored.Value = stored.Value with { Status = EventStatus.Processing, UpdatedAt = now };
        return new EventLease(stored.Value, new Lane(name), lane.Token, clock.ToHost(lane.DueAt));
    }

    private StoredLane? Held(EventLease held) =>
        lanes.TryGetValue(held.Lane.Value, out var lane) && lane.Token == held.Token ? lane : null;

    private void Record(StoredEvent stored, EventCommit commit)
    {
        var ledger = new Dictionary<string, LedgerEntry>(stored.Value.Ledger, StringComparer.Ordinal);
        foreach (var (name, entry) in commit.Ledger)
        {
            ledger[name] = entry;
        }

        stored.Value = stored.Value with { Ledger = ledger, UpdatedAt = Now };
        if (commit.Error is { } error)
        {
            stored.Value = stored.Value with { LastError = error, ErrorClass = error.Length == 0 ? "" : commit.ErrorClass ?? "" };
        }

        if (commit.AwaitsBookingsOf is { } at)
        {
            awaiting.Add(BookingHours.Of(at), stored.Value.EventId, idempotencyLife);
        }

        if (commit.OtherLead is { } other)
        {
            Record(other);
        }

        if (commit.Lead is { } update)
        {
            Record(update);
            if (commit.AssignMeeting is { } session)
            {
                meetings.Set(session, update.Email, idempotencyLife);
            }
        }
    }

    private void Record(LeadUpdate update)
    {
        var record = leads.Get(update.Key.Value) ?? new LeadRecord { Key = update.Key };
        foreach (var hour in BookingHours.Of(update))
        {
            booked.Add(hour, update.Key.Value, idempotencyLife);
        }

        var facts = record.Facts.Where(fact => !update.WithdrawnFacts.Contains(fact.Id)).ToDictionary(fact => fact.Id, StringComparer.Ordinal);
        foreach (var fact in update.Facts)
        {
            facts[fact.Id] = fact;
        }

        var references = new Dictionary<string, string>(record.References, StringComparer.Ordinal);
        foreach (var (name, id) in update.References)
        {
            references[name] = id;
        }

        leads.Set(update.Key.Value, record with
        {
            Email = update.Email,
            Facts = [.. facts.Values.OrderBy(fact => fact.Id, StringComparer.Ordinal)],
            CrmId = update.CrmId ?? record.CrmId,
            Written = (JsonObject)(update.Written ?? record.Written).DeepClone(),
            OtherForms = (JsonObject)(update.OtherForms ?? record.OtherForms).DeepClone(),
            References = references,
        }, idempotencyLife);
    }

    private void Apply(NextStep next, Lane name, StoredLane lane, StoredEvent stored)
    {
        switch (next)
        {
            case NextStep.RetryAt retry:
                var attempts = stored.Value.Attempts + (retry.ChargeAttempt ? 1 : 0);
                stored.Value = stored.Value with { Status = EventStatus.Queued, Attempts = attempts };
                (lane.Token, lane.DueAt) = (null, clock.FromHost(retry.At));
                break;
            case NextStep.Release:
                stored.Value = stored.Value with { Status = EventStatus.Queued };
                (lane.Token, lane.DueAt) = (null, Now);
                break;
            case NextStep.Finish finish:
                stored.Value = stored.Value with { Status = finish.Status, DryRun = finish.DryRun };
                stored.Ends = Now + eventLife;
                Leave(name, lane, stored);
                break;
            case NextStep.DeadLetter:
                stored.Value = stored.Value with { Status = EventStatus.Failed };
                stored.Ends = Now + eventLife;
                SetAside(stored.Value.EventId, Now);
                Leave(name, lane, stored);
                break;
            case NextStep.MoveTo move:
                Leave(name, lane, stored);
                stored.Value = stored.Value with
                {
                    Status = EventStatus.Queued,
                    Attempts = 0,
                    Lane = move.Lane,
                    Stage = move.Stage,
                    Lead = move.Lead,
                };
                Enter(move.Lane, stored.Value);
                break;
        }
    }

    private void Leave(Lane name, StoredLane lane, StoredEvent stored)
    {
        lane.Mailbox.Remove((stored.Value.CreatedAt, stored.Value.EventId));
        (lane.Token, lane.DueAt) = (null, Now);
        if (lane.Mailbox.Count == 0)
        {
            lanes.Remove(name.Value);
        }
    }
}
