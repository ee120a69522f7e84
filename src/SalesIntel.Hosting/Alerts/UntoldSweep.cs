using SalesIntel.Engine;
using Coravel.Invocable;
using Microsoft.Extensions.Logging;
using SalesIntel.Alerts;
using SalesIntel.Storage.Contract;

namespace SalesIntel.Hosting.Alerts;

/// <summary>Raises the alerts of dead letters that nobody was told of: their process died before it could, the store was away, or it was
/// the store that set them aside. Some minutes after that at the latest.</summary>
internal sealed class UntoldSweep(
    AlertGrouping grouping,
    SlackAlerts alerts,
    IAlerts used,
    TimeProvider time,
    ILogger<UntoldSweep> logger,
    IUntoldDeadLetters? untold = null,
    ISharedState? shared = null) : IInvocable, ICancellableInvocable
{
    private const string Name = "untold";

    private const int Most = 200;

    // Whoever set it aside is telling by itself for so long.
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(2);

    // Given back when the sweep ends; it lapses only when its process dies in it.
    private static readonly TimeSpan LockLife = TimeSpan.FromMinutes(5);

    public CancellationToken CancellationToken { get; set; }

    public async Task Invoke()
    {
        if (untold is null || shared is null || used != alerts)
        {
            // Without such a list, or where the host has alerts of its own, which tell by themselves.
            return;
        }

        try
        {
            // Two that look at once would count each twice.
            if (await shared.TryLockAsync(Name, LockLife, CancellationToken).ConfigureAwait(false) is not { } held)
            {
                return;
            }

            await using var _ = held.ConfigureAwait(false);
            foreach (var stored in await untold.ListUntoldAsync(time.GetUtcNow() - Grace, Most, CancellationToken).ConfigureAwait(false))
            {
                var alert = EventAlerts.OfDeadLetter(stored);
                Log.Raised(logger, alert);
                await grouping.RecordSharedAsync(alert, CancellationToken).ConfigureAwait(false);
                alerts.Wake();
            }
        }
        catch (StoreUnavailableException)
        {
            Log.UntoldNotRead(logger);
        }
    }
}
