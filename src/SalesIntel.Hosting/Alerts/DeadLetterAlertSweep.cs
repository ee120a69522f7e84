using SalesIntel.Engine;
using Coravel.Invocable;
using SalesIntel.Alerts;

namespace SalesIntel.Hosting.Alerts;

/// <summary>Raises the pending alerts of dead letters, a few minutes after they were set aside: the process died before it raised the
/// alert, the store was unavailable, or the store itself set the event aside.</summary>
internal sealed class DeadLetterAlertSweep(
    AlertGrouping grouping,
    SlackAlerts alerts,
    IAlerts used,
    TimeProvider time,
    ILogger<DeadLetterAlertSweep> logger,
    IDeadLetterAlerts? deadLetters = null,
    ISharedState? shared = null) : IInvocable, ICancellableInvocable
{
    private const string Name = "dead-letter-alerts";

    private const int Most = 200;

    // Until then the process that set the event aside raises the alert itself.
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(2);

    // Given back when the sweep ends; it lapses only when its process dies in it.
    private static readonly TimeSpan LockLife = TimeSpan.FromMinutes(5);

    public CancellationToken CancellationToken { get; set; }

    public async Task Invoke()
    {
        if (deadLetters is null || shared is null || used != alerts)
        {
            // The store has no such list, or the host has its own alert channel, which needs no grouping.
            return;
        }

        try
        {
            // Two sweeps at the same time would count each alert twice.
            if (await shared.TryLockAsync(Name, LockLife, CancellationToken).ConfigureAwait(false) is not { } held)
            {
                return;
            }

            await using var _ = held.ConfigureAwait(false);
            foreach (var stored in await deadLetters.ListPendingAlertsAsync(time.GetUtcNow() - Grace, Most, CancellationToken).ConfigureAwait(false))
            {
                var alert = EventAlerts.OfDeadLetter(stored);
                Log.Raised(logger, alert);
                await grouping.RecordSharedAsync(alert, CancellationToken).ConfigureAwait(false);
                alerts.Wake();
            }
        }
        catch (StoreUnavailableException)
        {
            Log.PendingAlertsNotRead(logger);
        }
    }
}
