using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace SalesIntel.Hosting.Configuration;

/// <summary>Says at the start what is configured oddly.</summary>
internal sealed class SettingsReport(SalesIntelSettings settings, ILogger<SettingsReport> logger) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        Log.Starting(logger, settings.Role, settings.DryRun);
        foreach (var warning in settings.Warnings)
        {
            Log.Warning(logger, warning);
        }

        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
