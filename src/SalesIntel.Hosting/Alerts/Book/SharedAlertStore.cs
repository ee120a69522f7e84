using SalesIntel.Alerts;

namespace SalesIntel.Hosting.Alerts.Book;

/// <summary>The book of all processes: one small value in the store, changed under a lock. Alerts are rare and grouped off the hot
/// path, so that one lock for all is enough. Should a process die while it holds the lock, the others wait until it lapses.</summary>
internal sealed class SharedAlertStore(ISharedState state, TimeProvider time, ILogger<SharedAlertStore> logger) : IAlertStore
{
    private const string Name = "alerts";

    private static readonly TimeSpan LockLife = TimeSpan.FromSeconds(3);

    private static readonly TimeSpan LockPause = TimeSpan.FromMilliseconds(20);

    // The default retention of events, which the notices are about.
    private static readonly TimeSpan BookLife = TimeSpan.FromDays(30);

    public Task<string?> RecordAsync(Alert alert, DateTimeOffset now, TimeSpan window, CancellationToken cancellationToken) =>
        ChangeAsync(book => book.Record(alert, now, window), cancellationToken);

    public async Task<Notice?> TakePendingAsync(DateTimeOffset now, TimeSpan window, CancellationToken cancellationToken)
    {
        // Called every few seconds by every process. Usually nothing is pending, and no lock is needed.
        var glance = await ReadAsync(cancellationToken).ConfigureAwait(false);
        return glance.IsDue(now)
            ? await ChangeAsync(book => book.TakePending(now, window), cancellationToken).ConfigureAwait(false)
            : null;
    }

    public Task MarkSentAsync(Notice notice, DateTimeOffset now, TimeSpan window, CancellationToken cancellationToken) =>
        ChangeAsync(
            book =>
            {
                book.MarkSent(notice, now, window);
                return (Notice?)null;
            },
            cancellationToken);

    private async Task<T> ChangeAsync<T>(Func<IncidentBook, T> change, CancellationToken cancellationToken)
    {
        var held = await LockAsync(cancellationToken).ConfigureAwait(false);
        await using var _ = held.ConfigureAwait(false);
        var begun = time.GetTimestamp();
        var book = await ReadAsync(cancellationToken).ConfigureAwait(false);
        var answer = change(book);
        var json = JsonSerializer.Serialize(book, IncidentBookJson.Default.IncidentBook);
        if (time.GetElapsedTime(begun) > LockLife / 2)
        {
            // Whoever is so slow may not have the lock any more, and would undo what the next one has written.
            throw new StoreUnavailableException("The store was too slow to change the book of alerts under its lock.");
        }

        await state.SetAsync(Name, json, BookLife, cancellationToken).ConfigureAwait(false);
        return answer;
    }

    private async Task<IAsyncDisposable> LockAsync(CancellationToken cancellationToken)
    {
        var begun = time.GetTimestamp();
        while (true)
        {
            if (await state.TryLockAsync(Name, LockLife, cancellationToken).ConfigureAwait(false) is { } held)
            {
                return held;
            }

            if (time.GetElapsedTime(begun) > LockLife * 2)
            {
                throw new StoreUnavailableException("The lock of the alerts is taken all the time.");
            }

            await Task.Delay(LockPause, time, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<IncidentBook> ReadAsync(CancellationToken cancellationToken)
    {
        if (await state.GetAsync(Name, cancellationToken).ConfigureAwait(false) is not { } json)
        {
            return new IncidentBook();
        }

        if (Parse(json) is { } book)
        {
            return book;
        }

        Log.BookUnreadable(logger);
        return new IncidentBook();
    }

    // Null in place of anything that is never null: somebody else wrote it.
    private static IncidentBook? Parse(string json) =>
        WireJson.TryParse(json, out var kept) && kept.As(IncidentBookJson.Default.IncidentBook) is { Incidents: { } incidents } book
        && incidents.Values.All(incident => incident is { Group: { Latest.Fingerprint: not null, EventIds: not null } }
            && (incident.Pending != NoticeKind.First || incident.First is not null)
            && (incident.Pending != NoticeKind.AllClear || incident.Closing is not null))
            ? book : null;
}
