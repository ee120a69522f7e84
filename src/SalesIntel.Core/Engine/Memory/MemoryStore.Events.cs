using System.Runtime.CompilerServices;
using SalesIntel.Leads;
using SalesIntel.Storage.Contract;

namespace SalesIntel.Engine;

public sealed partial class MemoryStore
{
    /// <inheritdoc/>
    public Task<AcceptReceipt> AcceptAsync(NewEvent accepted, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(accepted);
        accepted.ThrowIfIncomplete();
        if (cancellationToken.IsCancellationRequested)
        {
            return Task.FromCanceled<AcceptReceipt>(cancellationToken);
        }

        var id = accepted.EventId;
        lock (gate)
        {
            Trim();
            if (!idempotency.TryAdd($"{accepted.IdempotencyKey}:{accepted.Revision}", id, idempotencyLife))
            {
                return Task.FromResult(new AcceptReceipt(id, IsDuplicate: true));
            }

            idempotency.TryAdd(accepted.IdempotencyKey, id, idempotencyLife);
            if (Find(id) is not null)
            {
                // An event may be kept for longer than its key; then it is not accepted a second time.
                return Task.FromResult(new AcceptReceipt(id, IsDuplicate: true));
            }

            var at = acceptance.Next();
            Store(accepted, at, at);
        }

        wake.Set();
        return Task.FromResult(new AcceptReceipt(id, IsDuplicate: false));
    }

    /// <inheritdoc/>
    public Task<WebhookEvent?> GetAsync(string eventId, CancellationToken cancellationToken) =>
        Locked(() => Find(eventId)?.Value, cancellationToken);

    /// <inheritdoc/>
    public Task<string?> FindEventIdAsync(string idempotencyKey, CancellationToken cancellationToken) =>
        Locked(() => idempotency.Get(idempotencyKey), cancellationToken);

    /// <inheritdoc/>
    public Task<LeadRecord> GetLeadAsync(LeadKey lead, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            var record = leads.Get(lead.Value) ?? new LeadRecord { Key = lead };
            return Answer(record with
            {
                Written = (JsonObject)record.Written.DeepClone(),
                OtherForms = (JsonObject)record.OtherForms.DeepClone(),
            }, cancellationToken);
        }
    }

    /// <inheritdoc/>
    public Task<string?> GetMeetingLeadAsync(string sessionId, CancellationToken cancellationToken) =>
        Locked(() => meetings.Get(sessionId), cancellationToken);

    /// <inheritdoc/>
    public async IAsyncEnumerable<WebhookEvent> ListAsync(EventFilter filter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filter);
        List<WebhookEvent> found;
        lock (gate)
        {
            found = [.. events.Keys.Select(id => Find(id)?.Value).OfType<WebhookEvent>().Where(stored => Matches(filter, stored))];
        }

        var newestFirst = found.OrderByDescending(stored => stored.CreatedAt).ThenByDescending(stored => stored.EventId, StringComparer.Ordinal);
        foreach (var stored in newestFirst.Take(filter.Limit))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return await Answer(stored, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public Task<StoreStatus> GetStatusAsync(CancellationToken cancellationToken)
    {
        lock (gate)
        {
            Trim();
            var now = Now;
            var oldest = lanes.Values.Select(lane => (DateTimeOffset?)lane.DueAt).Where(at => at <= now).Min();
            var failed = dead.Values.Count(at => at > now - eventLife);
            return Answer(
                new StoreStatus("memory", "SalesIntel memory store", lanes.Count, failed, oldest is { } due ? clock.ToHost(due) : null),
                cancellationToken);
        }
    }

    private void Store(NewEvent accepted, DateTimeOffset createdAt, DateTimeOffset now)
    {
        var queued = accepted.Status == EventStatus.Queued;
        var stored = new WebhookEvent
        {
            EventId = accepted.EventId,
            Source = accepted.Source,
            EventType = accepted.EventType,
            ExternalId = accepted.ExternalId,
            IdempotencyKey = accepted.IdempotencyKey,
            Revision = accepted.Revision,
            Status = accepted.Status,
            Stage = accepted.Stage,
            Lane = queued ? accepted.Lane : null,
            Lead = accepted.Lead,
            LastError = accepted.Reason ?? "",
            ErrorClass = accepted.ErrorClass ?? "",
            CreatedAt = createdAt,
            UpdatedAt = now,
            Payload = accepted.Payload.ToArray(),
            Verified = accepted.Verified,
        };
        events[stored.EventId] = new StoredEvent { Value = stored, Ends = queued ? null : now + eventLife };
        if (queued)
        {
            Enter(accepted.Lane!.Value, stored);
        }
        else if (accepted.Status == EventStatus.Failed)
        {
            SetAside(stored.EventId, now);
        }
    }

    private static bool Matches(EventFilter filter, WebhookEvent stored) =>
        (filter.Status is null || filter.Status == stored.Status)
        && (filter.Source is null || filter.Source == stored.Source)
        && (filter.EventType is null || filter.EventType == stored.EventType)
        && (filter.ErrorClass is null || stored.ErrorClass.StartsWith(filter.ErrorClass, StringComparison.Ordinal))
        && (filter.Lead is null || filter.Lead == stored.Lead)
        && (filter.Since is null || stored.CreatedAt >= filter.Since)
        && (filter.Until is null || stored.CreatedAt < filter.Until);
}
