using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SalesIntel.Hosting.Queueing;
using SalesIntel.Hosting.Tests.Hosts;
using SalesIntel.Storage.Contract;

namespace SalesIntel.Hosting.Tests.Queueing;

public sealed class EventPumpStopTests
{
    [Fact]
    public async Task What_runs_may_finish_within_the_grace_and_nothing_new_is_taken()
    {
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var host = await PumpHost.StartAsync(
            async (store, lease, stop) =>
            {
                begun.TrySetResult();
                await gate.Task.WaitAsync(stop);
                await PumpHost.FinishAsync(store, lease);
            },
            null,
            ("WORKERS", "1"), ("SHUTDOWN_SECONDS", "20"));
        var running = await host.AcceptAsync();
        await begun.Task;
        var stopping = host.StopAsync();
        await Until.TrueAsync(() => host.Log.Count("PumpStopping") == 1);
        var late = await host.AcceptAsync();
        Assert.False(stopping.IsCompleted);
        gate.SetResult();
        await stopping;
        Assert.Equal(EventStatus.Processed, await host.StatusAsync(running));
        Assert.Equal(EventStatus.Queued, await host.StatusAsync(late));
    }

    [Fact]
    public async Task What_runs_longer_gives_its_lease_back()
    {
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var host = await PumpHost.StartAsync(
            async (store, lease, stop) =>
            {
                begun.TrySetResult();
                try
                {
                    await Task.Delay(Timeout.Infinite, stop);
                }
                catch (OperationCanceledException)
                {
                    await PumpHost.ReleaseAsync(store, lease);
                    throw;
                }
            },
            null,
            ("SHUTDOWN_SECONDS", "0.1"));
        var id = await host.AcceptAsync();
        await begun.Task;
        await host.StopAsync();
        Assert.Equal(1, host.Log.Count("GivenBack"));
        var again = await host.Store.Inner.ClaimOneAsync(TimeSpan.FromSeconds(30), default);
        Assert.Equal((id, 0), (again?.Event.EventId, again?.Event.Attempts));
    }

    [Fact]
    public async Task Work_that_heeds_no_token_does_not_keep_the_host_from_stopping()
    {
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var never = new TaskCompletionSource();
        await using var host = await PumpHost.StartAsync(
            (_, _, _) =>
            {
                begun.TrySetResult();
                return never.Task;
            },
            services => services.PostConfigureAll<Microsoft.Extensions.Hosting.HostOptions>(
                options => options.ShutdownTimeout = TimeSpan.FromSeconds(1)),
            ("SHUTDOWN_SECONDS", "0"));
        await host.AcceptAsync();
        await begun.Task;

        // BackgroundService gives up with the host's own patience.
        var stopped = await Record.ExceptionAsync(() => host.StopAsync().WaitAsync(TimeSpan.FromSeconds(10)));
        Assert.IsNotType<TimeoutException>(stopped);
        never.SetResult();
    }

    [Fact]
    public async Task An_event_that_coravel_does_not_run_costs_no_worker()
    {
        await using var host = await PumpHost.StartAsync(
            (store, lease, _) => PumpHost.FinishAsync(store, lease),
            services => services.RemoveAll<ProcessEvent>(),
            ("WORKERS", "1"));
        await host.AcceptAsync();
        await host.AcceptAsync();
        await Until.TrueAsync(() => host.Log.Count("NotBegun") == 2);
        Assert.Equal(2, host.Log.Count("QueueFailed"));
        await Until.TrueAsync(() => host.Health.Running == 0);
    }
}
