using Microsoft.Extensions.Logging;
using SalesIntel.Alerts;
using SalesIntel.Hosting.Configuration;
using SalesIntel.Storage;

namespace SalesIntel.Hosting.Alerts;

/// <summary>Decides what people are told: the first of a kind at once, repetitions once per window, the end once. While the shared
/// store is away each process decides for itself: trouble with the store is what people must hear of.</summary>
internal sealed class AlertGrouping(
    IAlertStore shared, SalesIntelSettings settings, TimeProvider time, ILogger<AlertGrouping> logger)
{
    private readonly MemoryAlertStore alone = new();

    /// <summary>What to tell about an alert; null when nothing (yet).</summary>
    public async Task<Notice?> DecideAsync(Alert alert, CancellationToken cancellationToken)
    {
        if (!alert.IsAllClear)
        {
            var isFirst = await WithStoreAsync(
                store => store.RecordAsync(alert, time.GetUtcNow(), settings.AlertWindow, cancellationToken)).ConfigureAwait(false);
            return isFirst ? new Notice(NoticeKind.First, AlertGroup.First(alert, time.GetUtcNow())) : null;
        }

        // It may have been opened while the store was away.
        var closed = await alone.CloseAsync(alert.Fingerprint, cancellationToken).ConfigureAwait(false);
        closed = await WithStoreAsync(store => store.CloseAsync(alert.Fingerprint, cancellationToken)).ConfigureAwait(false) ?? closed;
        return closed is null ? null : new Notice(NoticeKind.AllClear, closed with { Latest = alert });
    }

    /// <summary>What to tell about repetitions, where a window is over.</summary>
    public async Task<IReadOnlyList<Notice>> DigestAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var own = await alone.TakeDigestsAsync(now, settings.AlertWindow, cancellationToken).ConfigureAwait(false);
        var common = await WithStoreAsync(
            store => store.TakeDigestsAsync(now, settings.AlertWindow, cancellationToken)).ConfigureAwait(false);
        return [.. own.Concat(common).Select(group => new Notice(NoticeKind.Digest, group))];
    }

    private async Task<T> WithStoreAsync<T>(Func<IAlertStore, Task<T>> ask)
    {
        try
        {
            return await ask(shared).ConfigureAwait(false);
        }
        catch (StoreUnavailableException)
        {
            Log.GroupingAlone(logger);
            return await ask(alone).ConfigureAwait(false);
        }
    }
}
