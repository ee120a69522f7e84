using Coravel.Invocable;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SalesIntel.Hosting.Queueing;
using SalesIntel.Hosting.Tests.Hosts;

namespace SalesIntel.Hosting.Tests.Queueing;

public sealed class SweepTests
{
    [Fact]
    public async Task Housekeeping_that_fails_does_not_keep_the_next_from_running()
    {
        using var log = new LogLines();
        using var factory = LoggerFactory.Create(logging => logging.AddProvider(log));
        var ran = new List<string>();
        var sweep = new HousekeepingSweep(
            [new Chore("a", ran, fails: true), new Chore("b", ran, fails: false)], factory.CreateLogger<HousekeepingSweep>());
        await sweep.Invoke();
        Assert.Equal(["a", "b"], ran);
        Assert.Equal(1, log.Count("HousekeepingFailed"));
    }

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

    private sealed class Chore(string name, List<string> ran, bool fails) : IHousekeeping
    {
        public string Name => name;

        public Task RunAsync(CancellationToken cancellationToken)
        {
            ran.Add(name);
            return fails ? throw new InvalidOperationException("unexpected") : Task.CompletedTask;
        }
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
