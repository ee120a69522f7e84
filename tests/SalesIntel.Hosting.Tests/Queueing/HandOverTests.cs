using SalesIntel.Hosting.Tests.Hosts;
using SalesIntel.Storage;

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
}
