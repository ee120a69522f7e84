using SalesIntel.Alerts;

namespace SalesIntel.Hosting.Alerts;

/// <summary>Writes alerts to the log where no channel is configured.</summary>
internal sealed class LogAlerts(ILogger<LogAlerts> logger) : IAlerts
{
    public ValueTask RaiseAsync(Alert alert, CancellationToken cancellationToken)
    {
        Log.Raised(logger, alert);
        return ValueTask.CompletedTask;
    }
}
