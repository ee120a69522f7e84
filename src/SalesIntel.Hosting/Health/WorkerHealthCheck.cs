using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace SalesIntel.Hosting.Health;

/// <summary>Whether this process takes events that are due, where it should.</summary>
internal sealed class WorkerHealthCheck(HealthProbe probe) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (probe.PumpTrouble is { } reason)
        {
            return Task.FromResult(new HealthCheckResult(context.Registration.FailureStatus, reason));
        }

        return Task.FromResult(probe.Pump is { } pump
            ? HealthCheckResult.Healthy("Events that are due are taken.", new Dictionary<string, object> { ["running"] = pump.Running })
            : HealthCheckResult.Healthy("This process runs no worker."));
    }
}
