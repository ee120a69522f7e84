using System.Collections.Concurrent;
using SalesIntel.Hosting.Tests.Hosts;
using SalesIntel.Storage.Contract;

namespace SalesIntel.Hosting.Tests.Queueing;

/// <summary>An event is due for its next stage as soon as the run before has committed, which is before that run ends. Leases are so
/// long here that an event which loses its lease is not processed in time.</summary>
public sealed class HandOverTests
{
    [Fact]
    public async Task A_run_that_ends_leaves_the_lease_of_the_next_stage_alone()
    {
        var handedOver = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var host = await PumpHost.StartAsync(
            async (store, lease, _) =>
            {
                if (lease.Event.Stage == Stage.Route)
                {
                    await PumpHost.MoveAsync(store, lease, Stage.Facts);
                    await handedOver.Task;
                    return;
                }

                await PumpHost.FinishAsync(store, lease);
            },
            null,
            ("WORKERS", "2"), ("LEASE_SECONDS", "600"));
        var handOvers = 0;
        host.HandingOver = () =>
        {
            if (++handOvers == 2)
            {
                // The first run ends entirely while the second stage is handed over and not begun.
                handedOver.SetResult();
                Assert.True(SpinWait.SpinUntil(() => host.Health.Running == 1, Until.Patience));
            }
        };
        var id = await host.AcceptAsync();
        await Until.TrueAsync(async () => host.Log.Count("NotBegun") > 0 || await host.StatusAsync(id) == EventStatus.Processed);
        Assert.Equal(0, host.Log.Count("NotBegun"));
        Assert.Equal((2, EventStatus.Processed), (handOvers, await host.StatusAsync(id)));
    }

    [Fact]
    public async Task Thousands_of_hand_overs_in_the_worst_order_lose_no_lease()
    {
        const int Runs = 2_000;
        var runs = 0;
        var nextIsHandedOver = NewSignal();
        await using var host = await PumpHost.StartAsync(
            async (store, lease, _) =>
            {
                if (++runs == Runs)
                {
                    await PumpHost.FinishAsync(store, lease);
                    return;
                }

                var mayEnd = nextIsHandedOver.Task;
                await PumpHost.ReleaseAsync(store, lease);
                await mayEnd;
            },
            null,
            ("WORKERS", "2"), ("LEASE_SECONDS", "600"));
        var handOvers = 0;
        host.HandingOver = () =>
        {
            if (++handOvers > 1)
            {
                var before = nextIsHandedOver;
                nextIsHandedOver = NewSignal();
                before.SetResult();
                Assert.True(SpinWait.SpinUntil(() => host.Health.Running == 1, Until.Patience));
            }
        };
        var id = await host.AcceptAsync();
        await Until.TrueAsync(async () => host.Log.Count("NotBegun") > 0 || await host.StatusAsync(id) == EventStatus.Processed);
        Assert.Equal(0, host.Log.Count("NotBegun"));
        Assert.Equal((Runs, Runs), (handOvers, runs));

        static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    [Fact]
    public async Task Many_events_at_once_go_through_all_their_stages_and_run_each_once()
    {
        const int Events = 400;
        var runs = new ConcurrentQueue<(string EventId, Stage Stage)>();
        await using var host = await PumpHost.StartAsync(
            async (store, lease, _) =>
            {
                runs.Enqueue((lease.Event.EventId, lease.Event.Stage));
                if (lease.Event.Stage == Stage.Deliver)
                {
                    await PumpHost.FinishAsync(store, lease);
                    return;
                }

                // The pump can claim the next stage from here on, while this run ends on another thread.
                await PumpHost.MoveAsync(store, lease, lease.Event.Stage + 1);
                await Task.Yield();
            },
            null,
            ("WORKERS", "16"), ("LEASE_SECONDS", "600"));
        List<string> ids = [];
        for (var i = 0; i < Events; i++)
        {
            ids.Add(await host.AcceptAsync());
        }

        await Until.TrueAsync(() => host.Log.Count("NotBegun") > 0 || (runs.Count >= Events * 4 && host.Health.Running == 0));
        Assert.Equal(0, host.Log.Count("NotBegun"));
        Assert.Equal(Enum.GetValues<Stage>().SelectMany(stage => ids.Select(id => (id, stage))).Order(), runs.Order());
        Assert.Equal(0, (await host.Store.Inner.GetStatusAsync(default)).LanesWaiting);
    }
}
