using System.Text.Json;
using Microsoft.Extensions.Logging;
using SalesIntel.Alerts;
using SalesIntel.Storage.Contract;

namespace SalesIntel.Hosting.Alerts.Book;

/// <summary>The book of all processes: one small value in the store, changed under a lock. Alerts are rare and grouped off the hot
/// path, so that one lock for all is enough. Should a process die while it holds the lock, the others wait until it lapses.</summary>
internal sealed class SharedAlertStore(ISharedState state, TimeProvider time, ILogger<SharedAlertStore> logger) : IAlertStore
{
    private const string Name = "alerts";

    private static readonly TimeSpan LockLife = TimeSpan.FromSeconds(3);

    private static readonly TimeSpan LockPause = TimeSpan.FromMilliseconds(20);

    // As long as events are kept by default: what is owed is about them.
    private static readonly TimeSpan BookLife = TimeSpan.FromDays(30);

    public Task<string?> RecordAsync(Alert alert, DateTimeOffset now, TimeSpan window, CancellationToken cancellationToken) =>
        ChangeAsync(book => book.Record(alert, now, window), cancellationToken);

    public async Task<Notice?> TakeOwedAsync(DateTimeOffset now, TimeSpan window, CancellationToken cancellationToken)
    {
        // Asked every few seconds by every process: most of the time nothing is owed, and no lock to take.
        var glance = await ReadAsync(cancellationToken).ConfigureAwait(false);
        return glance.IsDue(now)
            ? await ChangeAsync(book => book.TakeOwed(now, window), cancellationToken).ConfigureAwait(false)
            : null;
    }

    public Task ToldAsync(Notice notice, DateTimeOffset now, TimeSpan window, CancellationToken cancellationToken) =>
        ChangeAsync(
            book =>
            {
                book.Told(notice, now, window);
                return (Notice?)null;
            },
            cancellationToken);

    private async Task<T> ChangeAsync<T>(Func<AlertBook, T> change, CancellationToken cancellationToken)
    {
        var held = await LockAsync(cancellationToken).ConfigureAwait(false);
        await using var _ = held.ConfigureAwait(false);
        var begun = time.GetTimestamp();
        var book = await ReadAsync(cancellationToken).ConfigureAwait(false);
        var answer = change(book);
        var json = JsonSerializer.Serialize(book, AlertBookJson.Default.AlertBook);
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

    private async Task<AlertBook> ReadAsync(CancellationToken cancellationToken)
    {
        if (await state.GetAsync(Name, cancellationToken).ConfigureAwait(false) is not { } json)
        {
            return new AlertBook();
        }

        if (Parse(json) is { } book)
        {
            return book;
        }

        Log.BookUnreadable(logger);
        return new AlertBook();
    }

    // Null in place of anything that is never null: somebody else wrote it.
    private static AlertBook? Parse(string json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, AlertBookJson.Default.AlertBook) is { Pages: { } pages } book
                && pages.Values.All(page => page is { Group: { Latest.Fingerprint: not null, EventIds: not null } }
                    && (page.Owed != NoticeKind.First || page.First is not null)
                    && (page.Owed != NoticeKind.AllClear || page.Closing is not null))
                ? book : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
