using System.Text.Json;
using SalesIntel.Alerts;
using SalesIntel.Storage;

namespace SalesIntel.Hosting.Alerts;

/// <summary>The book of all processes: one small value in the store, changed under a lock. Alerts are rare and grouped off the hot
/// path, so that one lock for all is enough. Should a process die while it holds the lock, the others wait until it lapses.</summary>
internal sealed class SharedAlertStore(ISharedState state, TimeProvider time) : IAlertStore
{
    private const string Name = "alerts";

    private static readonly TimeSpan LockLife = TimeSpan.FromSeconds(3);

    private static readonly TimeSpan LockPause = TimeSpan.FromMilliseconds(20);

    // A book that nobody has written to for so long has nothing to say any more.
    private static readonly TimeSpan BookLife = TimeSpan.FromDays(7);

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
        var book = await ReadAsync(cancellationToken).ConfigureAwait(false);
        var answer = change(book);
        var json = JsonSerializer.Serialize(book, AlertBookJson.Default.AlertBook);
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

    // A book that can't be read (another version wrote it) is begun anew: the worst of it is a repeated message.
    private async Task<AlertBook> ReadAsync(CancellationToken cancellationToken)
    {
        if (await state.GetAsync(Name, cancellationToken).ConfigureAwait(false) is not { } json)
        {
            return new AlertBook();
        }

        try
        {
            return JsonSerializer.Deserialize(json, AlertBookJson.Default.AlertBook) ?? new AlertBook();
        }
        catch (JsonException)
        {
            return new AlertBook();
        }
    }
}
