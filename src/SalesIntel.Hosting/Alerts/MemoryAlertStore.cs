using SalesIntel.Alerts;

namespace SalesIntel.Hosting.Alerts;

/// <summary>The book of one process alone.</summary>
internal sealed class MemoryAlertStore : IAlertStore
{
    private readonly Lock gate = new();
    private readonly AlertBook book = new();

    public Task<bool> RecordAsync(Alert alert, DateTimeOffset now, TimeSpan window, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            return Task.FromResult(book.Record(alert, now, window));
        }
    }

    public Task<AlertGroup?> CloseAsync(string fingerprint, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            return Task.FromResult(book.Close(fingerprint));
        }
    }

    public Task<IReadOnlyList<AlertGroup>> TakeDigestsAsync(
        DateTimeOffset now, TimeSpan window, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            return Task.FromResult(book.TakeDigests(now, window));
        }
    }
}
