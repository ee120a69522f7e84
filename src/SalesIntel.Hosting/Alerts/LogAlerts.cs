using Microsoft.Extensions.Logging;
using SalesIntel.Alerts;

namespace SalesIntel.Hosting.Alerts;

/// <summary>Alerts where nobody is configured to be told: they are logged.</summary>
internal sealed class LogAlerts(ILogger<LogAlerts> logger) : IAlerts
{
    public ValueTask RaiseAsync(Alert alert, CancellationToken cancellationToken)
    {
        Log.Raised(logger, alert);
        return ValueTask.CompletedTask;
    }
}
