using Coravel.Invocable;
using Microsoft.Extensions.Logging;
using SalesIntel.Alerts;
using SalesIntel.Storage;

namespace SalesIntel.Hosting.Alerts;

/// <summary>Raises the alerts of dead letters whose process died before it could: at most a minute or two after they were set aside.</summary>
internal sealed class UntoldSweep(
    AlertGrouping grouping,
    SlackAlerts alerts,
    TimeProvider time,
    ILogger<UntoldSweep> logger,
    IUntoldDeadLetters? untold = null,
    ISharedState? shared = null) : IInvocable, ICancellableInvocable
{
    private const string Name = "untold";

    private const int Most = 200;

    // Whoever set it aside is telling by itself for so long.
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(1);

    public CancellationToken CancellationToken { get; set; }

    public async Task Invoke()
    {
        if (untold is null || shared is null)
        {
            return;
        }

        try
        {
            // Two that look at once would count each twice.
            if (await shared.TryLockAsync(Name, Grace, CancellationToken).ConfigureAwait(false) is not { } held)
            {
                return;
            }

            await using var _ = held.ConfigureAwait(false);
            foreach (var stored in await untold.ListUntoldAsync(time.GetUtcNow() - Grace, Most, CancellationToken).ConfigureAwait(false))
            {
                var alert = Alert.OfDeadLetter(stored);
                Log.Raised(logger, alert);
                await grouping.RecordAsync(alert, CancellationToken).ConfigureAwait(false);
                alerts.Wake();
            }
        }
        catch (StoreUnavailableException)
        {
            Log.GroupingAlone(logger);
        }
    }
}
