using SalesIntel.Alerts;
using SalesIntel.Hosting.Configuration;
using SalesIntel.Hosting.Telemetry;

namespace SalesIntel.Hosting.Health;

/// <summary>Looks each second whether the store takes events. Raises an alert when it has not for some seconds, another when it has again for
/// as long, and one when it has lost data; what waits in it is shown as metrics.</summary>
internal sealed class StoreWatch(
    HealthProbe probe,
    IAlerts alerts,
    SalesIntelMetrics metrics,
    IOptions<HostingOptions> options,
    TimeProvider time,
    ILogger<StoreWatch> logger,
    ILossDetector? losses = null) : BackgroundService
{
    private const string AwayFingerprint = "store:away";

    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    // Less is a restart or a failover, which senders bridge by themselves.
    private readonly TimeSpan patience = options.Value.StorePatience;
    private long changedAt = time.GetTimestamp();
    private bool wasAway;
    private bool isRaised;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var tick = new PeriodicTimer(Interval, time);
        try
        {
            while (await tick.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false))
            {
                await LookAsync(stoppingToken).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            Log.WatchEnded(logger);
        }
    }

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        try
        {
            var (status, reason) = await probe.AskStoreAsync(cancellationToken).ConfigureAwait(false);
            metrics.Saw(status, time.GetUtcNow());
            await FollowAsync(reason, cancellationToken).ConfigureAwait(false);
            if (reason is null && losses is not null)
            {
                await losses.LookAsync(ReportLossAsync, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (StoreUnavailableException exception)
        {
            // The next look sees it too, if it lasts.
            Log.NotLooked(logger, exception.Message);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            Log.WatchFailed(logger, exception);
        }
    }

    private async Task FollowAsync(string? reason, CancellationToken cancellationToken)
    {
        var isAway = reason is not null;
        if (isAway != wasAway)
        {
            (wasAway, changedAt) = (isAway, time.GetTimestamp());
        }

        if (isAway == isRaised || time.GetElapsedTime(changedAt) < patience)
        {
            return;
        }

        isRaised = isAway;
        await alerts.RaiseAsync(isAway ? Away(reason!) : Back(), cancellationToken).ConfigureAwait(false);
    }

    private ValueTask ReportLossAsync(string loss, CancellationToken cancellationToken)
    {
        Log.DataLost(logger, loss);
        return alerts.RaiseAsync(
            new Alert
            {
                Fingerprint = "store:lost",
                Title = "The store has lost data: accepted events may be missing",
                Detail = loss,
                Action = "Restore a backup, or compare the bookings and meetings since the last one with the CRM. To keep it from happening "
                    + $"again: {losses!.Prevention}.",
            },
            cancellationToken);
    }

    private static Alert Away(string reason) => new()
    {
        Fingerprint = AwayFingerprint,
        Title = "The store takes no events: webhooks are answered with 503",
        Detail = reason,
        Action = "Do what the reason says. The senders repeat what was refused, and work goes on by itself.",
    };

    private static Alert Back() => new()
    {
        Fingerprint = AwayFingerprint,
        Title = "The store takes events again",
        IsAllClear = true,
    };
}
