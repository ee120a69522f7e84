using Coravel;

namespace SalesIntel.Hosting.Queueing;

/// <summary>Puts the sweeps on Coravel's scheduler when the host starts: each on a worker of its own, none overlapping itself.</summary>
internal sealed class SweepSchedule(IServiceProvider services, IEnumerable<Sweep> sweeps, ILogger<SweepSchedule> logger)
    : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        services.UseScheduler(scheduler =>
        {
            foreach (var sweep in sweeps)
            {
                var name = $"salesintel:{sweep.Invocable.Name}";
                var worker = scheduler.OnWorker(name);
                sweep.When(worker.ScheduleInvocableType(sweep.Invocable)).PreventOverlapping(name);
            }
        }).OnError(exception => Log.SchedulerFailed(logger, exception));
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
