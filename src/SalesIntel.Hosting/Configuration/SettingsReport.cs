using SalesIntel.Engine;
using SalesIntel.Settings;

namespace SalesIntel.Hosting.Configuration;

/// <summary>Says at the start what is configured oddly.</summary>
internal sealed class SettingsReport(
    SalesIntelSettings settings, IOptions<HostingOptions> hosting, IOptions<ProcessingOptions> processing, ILogger<SettingsReport> logger)
    : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        Log.Starting(logger, hosting.Value.Role, processing.Value.DryRun);
        foreach (var warning in settings.FindWarnings())
        {
            Log.Warning(logger, warning);
        }

        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
