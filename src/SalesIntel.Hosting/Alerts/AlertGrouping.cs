using SalesIntel.Alerts;
using SalesIntel.Hosting.Alerts.Book;

namespace SalesIntel.Hosting.Alerts;

/// <summary>Decides what is sent: the first alert of a kind at once, its repetitions as one digest per window, its end once. While the shared
/// store is away each process decides for itself: trouble with the store is what people must hear of.</summary>
/// <param name="shared">The book of all processes.</param>
/// <param name="options">How long a window is.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">Logs that the store is unavailable.</param>
/// <param name="deadLetters">The list from which an event is removed once the book has its alert; null when the store has none.</param>
internal sealed class AlertGrouping(
    IAlertStore shared, IOptions<SlackOptions> options, TimeProvider time, ILogger<AlertGrouping> logger, IDeadLetterAlerts? deadLetters = null)
{
    private readonly MemoryAlertStore alone = new();

    /// <summary>Puts an alert into the book.</summary>
    public async Task RecordAsync(Alert alert, CancellationToken cancellationToken)
    {
        if (alert.IsAllClear)
        {
            // It may have been opened while the store was away.
            await RecordAsync(alone, alert, cancellationToken).ConfigureAwait(false);
        }

        try
        {
            await RecordSharedAsync(alert, cancellationToken).ConfigureAwait(false);
        }
        catch (StoreUnavailableException)
        {
            Log.GroupingAlone(logger);
            await RecordAsync(alone, alert, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Records an alert in the book of all processes, and removes its event from the list of pending alerts.</summary>
    /// <exception cref="StoreUnavailableException">It is not in the book.</exception>
    public async Task RecordSharedAsync(Alert alert, CancellationToken cancellationToken)
    {
        await RecordAsync(shared, alert, cancellationToken).ConfigureAwait(false);
        if (alert.EventId.Length == 0 || deadLetters is null)
        {
            return;
        }

        try
        {
            await deadLetters.MarkAlertSentAsync(alert.EventId, cancellationToken).ConfigureAwait(false);
        }
        catch (StoreUnavailableException)
        {
            Log.NotRecorded(logger, alert.Fingerprint);
        }
    }

    /// <summary>A pending notice; null when there is none.</summary>
    public async Task<PendingNotice?> TakePendingAsync(CancellationToken cancellationToken) =>
        await TakePendingAsync(alone, cancellationToken).ConfigureAwait(false)
        ?? await TakePendingAsync(shared, cancellationToken).ConfigureAwait(false);

    public async Task MarkSentAsync(PendingNotice pending, CancellationToken cancellationToken)
    {
        try
        {
            await pending.Book.MarkSentAsync(pending.Notice, time.GetUtcNow(), options.Value.Window, cancellationToken).ConfigureAwait(false);
        }
        catch (StoreUnavailableException)
        {
            Log.NotRecorded(logger, pending.Notice.Group.Latest.Fingerprint);
        }
    }

    private async Task RecordAsync(IAlertStore book, Alert alert, CancellationToken cancellationToken)
    {
        if (await book.RecordAsync(alert, time.GetUtcNow(), options.Value.Window, cancellationToken).ConfigureAwait(false) is { } forgotten)
        {
            Log.Dropped(logger, forgotten);
        }
    }

    private async Task<PendingNotice?> TakePendingAsync(IAlertStore book, CancellationToken cancellationToken)
    {
        try
        {
            var notice = await book.TakePendingAsync(time.GetUtcNow(), options.Value.Window, cancellationToken).ConfigureAwait(false);
            return notice is null ? null : new PendingNotice(notice, book);
        }
        catch (StoreUnavailableException)
        {
            Log.GroupingAlone(logger);
            return null;
        }
    }
}
