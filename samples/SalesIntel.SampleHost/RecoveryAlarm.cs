using SalesIntel.Alerts;

namespace SalesIntel.SampleHost;

/// <summary>Says loudly that the embedded store has lost data: an alert, beside the line in the log.</summary>
internal sealed class RecoveryAlarm(string loss, IAlerts alerts, ILogger<RecoveryAlarm> logger) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
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
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
