using SalesIntel.Alerts;

namespace SalesIntel.SampleHost;

/// <summary>Says loudly that the embedded store has lost data: an alert, beside the line in the log. It does so before anything else of
/// this host starts, and only then is the loss taken for told.</summary>
internal sealed class RecoveryAlarm(EmbeddedStore store, string loss, IAlerts alerts, ILogger<RecoveryAlarm> logger)
    : IHostedLifecycleService
{
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        Log.DataLost(logger, loss);
        await alerts.RaiseAsync(
            new Alert
            {
                Fingerprint = "embedded-store:lost",
                Title = "The store has lost data: accepted events may be missing",
                Detail = loss,
                Action = "Restore the data folder from a backup, or compare recent bookings and meetings with the CRM.",
            },
            cancellationToken);
        await store.SettleAsync(cancellationToken);
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
