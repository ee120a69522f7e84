using SalesIntel.Alerts;

namespace SalesIntel.Hosting.Alerts.Book;

/// <summary>The book of one process alone.</summary>
internal sealed class MemoryAlertStore : IAlertStore
{
    private readonly Lock gate = new();
    private readonly AlertBook book = new();

    public Task<string?> RecordAsync(Alert alert, DateTimeOffset now, TimeSpan window, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            return Task.FromResult(book.Record(alert, now, window));
        }
    }

    public Task<Notice?> TakeOwedAsync(DateTimeOffset now, TimeSpan window, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            return Task.FromResult(book.TakeOwed(now, window));
        }
    }

    public Task ToldAsync(Notice notice, DateTimeOffset now, TimeSpan window, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            book.Told(notice, now, window);
            return Task.CompletedTask;
        }
    }
}
