using SalesIntel.Hosting.Configuration;

namespace SalesIntel.Hosting.Health;

/// <summary>Keeps a host from starting whose health checks could only fail, because nothing was added that they could look at.</summary>
internal sealed class HealthCheckNeeds(IServiceProvider services) : IHostedService
{
    /// <summary>The call that needs it, as it is written in the host's code.</summary>
    public const string Call = "AddHealthChecks().AddSalesIntel()";

    public Task StartAsync(CancellationToken cancellationToken)
    {
        RequiredServices.Check(services, Call);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
