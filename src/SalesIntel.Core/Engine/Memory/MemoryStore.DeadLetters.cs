using SalesIntel.Storage.Contract;

namespace SalesIntel.Engine;

public sealed partial class MemoryStore
{
    // When each was set aside; the second holds those of which nobody was told yet.
    private readonly Dictionary<string, DateTimeOffset> dead = new(StringComparer.Ordinal);
    private readonly HashSet<string> untold = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public Task<IReadOnlyList<WebhookEvent>> ListUntoldAsync(DateTimeOffset before, int limit, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            var until = clock.FromHost(before);
            IReadOnlyList<WebhookEvent> found =
            [
                .. untold.Where(id => dead[id] < until)
                    .OrderBy(id => dead[id])
                    .Select(id => Find(id)?.Value)
                    .OfType<WebhookEvent>()
                    .Take(limit),
            ];
            return Answer(found, cancellationToken);
        }
    }

    /// <inheritdoc/>
    public Task MarkToldAsync(string eventId, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            return Answer(untold.Remove(eventId), cancellationToken);
        }
    }

    private void SetAside(string eventId, DateTimeOffset at)
    {
        dead[eventId] = at;
        untold.Add(eventId);
    }

    private void TakeBack(string eventId)
    {
        dead.Remove(eventId);
        untold.Remove(eventId);
    }
}
