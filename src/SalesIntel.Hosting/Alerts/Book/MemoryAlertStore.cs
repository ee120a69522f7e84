using SalesIntel.Alerts;

namespace SalesIntel.Hosting.Alerts.Book;

/// <summary>The book of one process alone.</summary>
internal sealed class MemoryAlertStore : IAlertStore
{
    private readonly Lock gate = new();
    private readonly IncidentBook book = new();

    public Task<string?> RecordAsync(Alert alert, DateTimeOffset now, TimeSpan window, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            return Task.FromResult(book.Record(alert, now, window));
        }
    }

    public Task<Notice?> TakePendingAsync(DateTimeOffset now, TimeSpan window, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            return Task.FromResult(book.TakePending(now, window));
        }
    }

    public Task MarkSentAsync(Notice notice, DateTimeOffset now, TimeSpan window, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            book.MarkSent(notice, now, window);
            return Task.CompletedTask;
        }
    }
}
