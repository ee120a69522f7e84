using SalesIntel.Alerts;

namespace SalesIntel.Hosting.Alerts;

/// <summary>For one process alone.</summary>
internal sealed class MemoryAlertStore : IAlertStore
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, (AlertGroup Group, DateTimeOffset WindowEnds)> open = new(StringComparer.Ordinal);

    public Task<bool> RecordAsync(Alert alert, DateTimeOffset now, TimeSpan window, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            var known = open.TryGetValue(alert.Fingerprint, out var entry);
            open[alert.Fingerprint] = known
                ? (entry.Group.With(alert), entry.WindowEnds)
                : (AlertGroup.First(alert, now), now + window);
            return Task.FromResult(!known);
        }
    }

    public Task<AlertGroup?> CloseAsync(string fingerprint, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            return Task.FromResult(open.Remove(fingerprint, out var entry) ? entry.Group : null);
        }
    }

    public Task<IReadOnlyList<AlertGroup>> TakeDigestsAsync(
        DateTimeOffset now, TimeSpan window, CancellationToken cancellationToken)
    {
        List<AlertGroup> digests = [];
        lock (gate)
        {
            foreach (var (fingerprint, entry) in open.Where(entry => entry.Value.WindowEnds <= now).ToList())
            {
                if (entry.Group.Repeated == 0)
                {
                    open.Remove(fingerprint);
                    continue;
                }

                digests.Add(entry.Group);
                open[fingerprint] = (entry.Group.Told(), now + window);
            }
        }

        return Task.FromResult<IReadOnlyList<AlertGroup>>(digests);
    }
}
