using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace SalesIntel.Hosting.Health;

/// <summary>Whether the store answers.</summary>
internal sealed class StoreHealthCheck(HealthProbe probe) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var (status, reason) = await probe.AskStoreAsync(cancellationToken).ConfigureAwait(false);
        return status is null
            ? new HealthCheckResult(context.Registration.FailureStatus, reason)
            : HealthCheckResult.Healthy("The store answers.", new Dictionary<string, object>
            {
                ["kind"] = status.Kind,
                ["version"] = status.Version,
                ["lanes_waiting"] = status.LanesWaiting,
                ["dead_letters"] = status.DeadLetters,
            });
    }
}
