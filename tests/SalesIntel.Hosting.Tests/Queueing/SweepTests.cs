using Coravel.Invocable;
using Microsoft.Extensions.DependencyInjection;
using SalesIntel.Hosting.Queueing;
using SalesIntel.Hosting.Tests.Hosts;

namespace SalesIntel.Hosting.Tests.Queueing;

public sealed class SweepTests
{
    [Fact]
    public async Task Sweeps_run_on_the_scheduler_and_a_failing_one_goes_on()
    {
        var probe = new Probe();
        await using var host = await PumpHost.StartAsync((_, _, _) => Task.CompletedTask, services =>
        {
            services.AddSingleton(probe);
            services.AddSweep<FailingSweep>(interval => interval.EverySecond());
        });
        await Until.TrueAsync(() => Volatile.Read(ref probe.Runs) >= 2);
        await Until.TrueAsync(() => host.Log.Count("SchedulerFailed") >= 2);
    }

    private sealed class Probe
    {
        public int Runs;
    }

    private sealed class FailingSweep(Probe probe) : IInvocable
    {
        public Task Invoke()
        {
            Interlocked.Increment(ref probe.Runs);
            throw new InvalidOperationException("unexpected");
        }
    }
}
