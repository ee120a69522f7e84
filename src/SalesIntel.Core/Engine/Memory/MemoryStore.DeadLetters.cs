using SalesIntel.Storage.Contract;

namespace SalesIntel.Engine;

public sealed partial class MemoryStore
{
    // When each was set aside; the second holds those whose alert is pending.
    private readonly Dictionary<string, DateTimeOffset> dead = new(StringComparer.Ordinal);
    private readonly HashSet<string> pending = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public Task<IReadOnlyList<WebhookEvent>> ListPendingAlertsAsync(DateTimeOffset before, int limit, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            var until = clock.FromHost(before);
            IReadOnlyList<WebhookEvent> found =
            [
                .. pending.Where(id => dead[id] < until)
                    .OrderBy(id => dead[id])
                    .Select(id => Find(id)?.Value)
                    .OfType<WebhookEvent>()
                    .Take(limit),
            ];
            return Answer(found, cancellationToken);
        }
    }

    /// <inheritdoc/>
    public Task MarkAlertSentAsync(string eventId, CancellationToken cancellationToken) =>
        Locked(() => pending.Remove(eventId), cancellationToken);

    private void SetAside(string eventId, DateTimeOffset at)
    {
        dead[eventId] = at;
        pending.Add(eventId);
    }

    private void TakeBack(string eventId)
    {
        dead.Remove(eventId);
        pending.Remove(eventId);
    }
}
