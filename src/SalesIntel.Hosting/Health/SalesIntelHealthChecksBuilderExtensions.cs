using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using SalesIntel.Hosting.Configuration;
using SalesIntel.Hosting.Health;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds SalesIntel to the host's health checks.</summary>
public static class SalesIntelHealthChecksBuilderExtensions
{
    /// <summary>Adds two health checks. <c>{name}-store</c> fails when the store is away or does not answer within 3 s.
    /// <c>{name}-worker</c> fails when this process should take events that are due and has not looked for any for 30 s; it is healthy
    /// while all workers are busy, and in a process without worker. Neither shows secrets or personal data.</summary>
    /// <param name="builder">The host's health checks.</param>
    /// <param name="name">What the names of both begin with.</param>
    /// <param name="failureStatus">What a check that fails reports; null = <see cref="HealthStatus.Unhealthy"/>.</param>
    /// <param name="tags">Tags of both, to choose checks by.</param>
    /// <returns>The same builder.</returns>
    /// <remarks>Without <c>AddSalesIntel</c> of the services the host does not start, and says which calls to add.</remarks>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public static IHealthChecksBuilder AddSalesIntel(
        this IHealthChecksBuilder builder,
        string name = "salesintel",
        HealthStatus? failureStatus = null,
        IEnumerable<string>? tags = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        string[] both = [.. tags ?? []];
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, HealthCheckNeeds>());
        return builder
            .Add(new($"{name}-store", provider => new StoreHealthCheck(Probe(provider)), failureStatus, both))
            .Add(new($"{name}-worker", provider => new WorkerHealthCheck(Probe(provider)), failureStatus, both));
    }

    private static HealthProbe Probe(IServiceProvider provider)
    {
        RequiredServices.Check(provider, HealthCheckNeeds.Call);
        return ActivatorUtilities.CreateInstance<HealthProbe>(provider);
    }
}
