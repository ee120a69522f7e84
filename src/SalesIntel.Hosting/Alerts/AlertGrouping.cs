using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SalesIntel.Alerts;
using SalesIntel.Hosting.Alerts.Book;
using SalesIntel.Storage.Contract;

namespace SalesIntel.Hosting.Alerts;

/// <summary>Decides what people are told: the first of a kind at once, repetitions once per window, the end once. While the shared
/// store is away each process decides for itself: trouble with the store is what people must hear of.</summary>
/// <param name="shared">The book of all processes.</param>
/// <param name="options">How long a window is.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">Is told when the store is away.</param>
/// <param name="untold">Where an event is taken off the list as soon as the book has it; null where no store keeps such a list.</param>
internal sealed class AlertGrouping(
    IAlertStore shared, IOptions<SlackOptions> options, TimeProvider time, ILogger<AlertGrouping> logger, IUntoldDeadLetters? untold = null)
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

    /// <summary>Puts an alert into the book of all processes, and takes its event off the list of the untold.</summary>
    /// <exception cref="StoreUnavailableException">It is not in the book.</exception>
    public async Task RecordSharedAsync(Alert alert, CancellationToken cancellationToken)
    {
        await RecordAsync(shared, alert, cancellationToken).ConfigureAwait(false);
        if (alert.EventId.Length == 0 || untold is null)
        {
            return;
        }

        try
        {
            await untold.MarkToldAsync(alert.EventId, cancellationToken).ConfigureAwait(false);
        }
        catch (StoreUnavailableException)
        {
            Log.NotRecorded(logger, alert.Fingerprint);
        }
    }

    /// <summary>A notice that is owed; null when none is.</summary>
    public async Task<OwedNotice?> TakeOwedAsync(CancellationToken cancellationToken) =>
        await TakeOwedAsync(alone, cancellationToken).ConfigureAwait(false)
        ?? await TakeOwedAsync(shared, cancellationToken).ConfigureAwait(false);

    /// <summary>People have been told.</summary>
    public async Task ToldAsync(OwedNotice owed, CancellationToken cancellationToken)
    {
        try
        {
            await owed.Book.ToldAsync(owed.Notice, time.GetUtcNow(), options.Value.Window, cancellationToken).ConfigureAwait(false);
        }
        catch (StoreUnavailableException)
        {
            Log.NotRecorded(logger, owed.Notice.Group.Latest.Fingerprint);
        }
    }

    private async Task RecordAsync(IAlertStore book, Alert alert, CancellationToken cancellationToken)
    {
        if (await book.RecordAsync(alert, time.GetUtcNow(), options.Value.Window, cancellationToken).ConfigureAwait(false) is { } forgotten)
        {
            Log.Dropped(logger, forgotten);
        }
    }

    private async Task<OwedNotice?> TakeOwedAsync(IAlertStore book, CancellationToken cancellationToken)
    {
        try
        {
            var notice = await book.TakeOwedAsync(time.GetUtcNow(), options.Value.Window, cancellationToken).ConfigureAwait(false);
            return notice is null ? null : new OwedNotice(notice, book);
        }
        catch (StoreUnavailableException)
        {
            Log.GroupingAlone(logger);
            return null;
        }
    }
}
