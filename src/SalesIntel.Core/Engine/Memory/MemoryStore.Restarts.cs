using SalesIntel.Storage.Contract;

namespace SalesIntel.Engine;

public sealed partial class MemoryStore
{
    /// <inheritdoc/>
    public Task<RequeueOutcome> RequeueAsync(string eventId, RequeueRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        lock (gate)
        {
            if (Find(eventId) is not { } stored)
            {
                return Answer(RequeueOutcome.NotFound, cancellationToken);
            }

            if (stored.Value.Status is EventStatus.Queued or EventStatus.Processing && !request.EvenIfRunning)
            {
                return Answer(RequeueOutcome.StillRunning, cancellationToken);
            }

            Withdraw(stored);
            stored.Value = stored.Value with
            {
                Status = EventStatus.Queued,
                Attempts = 0,
                Stage = request.Stage,
                Lane = request.Lane,
                Lead = request.Lead,
                UpdatedAt = Now,
                Verified = request.Verified ?? stored.Value.Verified,
                Ledger = request.Ledger.UnionBy(
                    stored.Value.Ledger.Where(entry => entry.Value.State != LedgerState.DryRun), entry => entry.Key).ToDictionary(StringComparer.Ordinal),
            };
            Enter(request.Lane, stored.Value);
        }

        wake.Set();
        return Answer(RequeueOutcome.Requeued, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<bool> ReplaceAsync(NewEvent verified, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(verified);
        verified.ThrowIfUnverified();
        if (cancellationToken.IsCancellationRequested)
        {
            return Task.FromCanceled<bool>(cancellationToken);
        }

        lock (gate)
        {
            if (Find(verified.EventId) is not { } stored || stored.Value.Verified == true)
            {
                return Task.FromResult(false);
            }

            Withdraw(stored);
            Store(verified, stored.Value.CreatedAt, Now);
        }

        wake.Set();
        return Task.FromResult(true);
    }

    // Out of its lane, away from whoever works on it, and off the list of dead letters.
    private void Withdraw(StoredEvent stored)
    {
        TakeBack(stored.Value.EventId);
        stored.Ends = null;
        if (stored.Value.Lane is not { } lane || !lanes.TryGetValue(lane.Value, out var held)
            || !held.Mailbox.Remove((stored.Value.CreatedAt, stored.Value.EventId)))
        {
            return;
        }

        if (stored.Value.Status == EventStatus.Processing)
        {
            (held.Token, held.DueAt) = (null, Now);
        }

        if (held.Mailbox.Count == 0)
        {
            lanes.Remove(lane.Value);
        }
    }
}
