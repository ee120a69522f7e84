using System.Collections.Concurrent;
using System.Diagnostics;
using SalesIntel.Hosting.Tests.Hosts;
using SalesIntel.Storage.Contract;

namespace SalesIntel.Hosting.Tests.Queueing;

public sealed class EventPumpTests
{
    [Fact]
    public async Task Takes_no_more_events_than_there_are_workers()
    {
        var begun = 0;
        var most = 0;
        var running = 0;
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var host = await PumpHost.StartAsync(
            async (store, lease, _) =>
            {
                Max(ref most, Interlocked.Increment(ref running));
                Interlocked.Increment(ref begun);
                await gate.Task;
                Interlocked.Decrement(ref running);
                await PumpHost.FinishAsync(store, lease);
            },
            null,
            ("WORKERS", "3"));
        var ids = await AcceptAsync(host, 10);
        await Until.TrueAsync(() => Volatile.Read(ref begun) == 3);
        var waiting = await host.Store.Inner.ClaimOneAsync(TimeSpan.FromSeconds(30), default);
        Assert.NotNull(waiting);
        await PumpHost.ReleaseAsync(host.Store, waiting);
        Assert.Equal(TimeSpan.Zero, host.Health.SilentFor);
        gate.SetResult();
        await AllProcessedAsync(host, ids);
        Assert.Equal(3, most);
    }

    [Fact]
    public async Task Asks_for_as_many_events_as_there_are_free_workers_with_one_call()
    {
        const int Workers = 4;
        var begun = 0;
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var host = await PumpHost.StartAsync(
            async (store, lease, _) =>
            {
                Interlocked.Increment(ref begun);
                await gate.Task;
                await PumpHost.FinishAsync(store, lease);
            },
            null,
            ("WORKERS", $"{Workers}"));
        await Until.TrueAsync(() => host.Store.Claims > 0);
        List<string> ids = [];
        for (var busy = 0; busy < Workers; busy++)
        {
            Assert.Equal(Workers - busy, host.Store.LastAskedFor);
            ids.Add(await host.AcceptAsync());
            await Until.TrueAsync(() => Volatile.Read(ref begun) == busy + 1 && (busy == Workers - 1 || host.Store.LastAskedFor == Workers - busy - 1));
        }

        // All that waits meanwhile is taken with as few calls as there are hands.
        ids.AddRange(await AcceptAsync(host, 40));
        var before = host.Store.Claims;
        gate.SetResult();
        await AllProcessedAsync(host, ids);
        Assert.InRange(host.Store.Claims - before, 1, 60);
    }

    [Fact]
    public async Task Hands_over_much_faster_than_any_tick()
    {
        var begun = new ConcurrentDictionary<string, long>();
        await using var host = await PumpHost.StartAsync(async (store, lease, _) =>
        {
            begun[lease.Event.EventId] = Stopwatch.GetTimestamp();
            await PumpHost.FinishAsync(store, lease);
        });
        List<double> waits = [];
        for (var i = 0; i < 40; i++)
        {
            var accepted = Stopwatch.GetTimestamp();
            var id = await host.AcceptAsync();
            await Until.TrueAsync(() => begun.ContainsKey(id));
            waits.Add(Stopwatch.GetElapsedTime(accepted, begun[id]).TotalMilliseconds);
        }

        waits.Sort();
        Assert.True(waits[20] < 50, $"Median {waits[20]} ms.");
    }

    [Fact]
    public async Task A_slow_event_holds_up_no_other()
    {
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        string? slow = null;
        await using var host = await PumpHost.StartAsync(
            async (store, lease, _) =>
            {
                if (lease.Event.EventId == Volatile.Read(ref slow))
                {
                    await gate.Task;
                }

                await PumpHost.FinishAsync(store, lease);
            },
            null,
            ("WORKERS", "2"));
        Volatile.Write(ref slow, EventIdentity.Derive("readai:meeting_completed:s1", "1"));
        Assert.Equal(slow, await host.AcceptAsync());
        await AllProcessedAsync(host, await AcceptAsync(host, 20));
        Assert.Equal(EventStatus.Processing, await host.StatusAsync(slow));
        gate.SetResult();
        await AllProcessedAsync(host, [slow]);
    }

    [Fact]
    public async Task A_processor_that_blocks_its_thread_does_not_block_the_pump()
    {
        using var gate = new ManualResetEventSlim();
        var begun = 0;
        await using var host = await PumpHost.StartAsync(
            (store, lease, _) =>
            {
                Interlocked.Increment(ref begun);
                gate.Wait(Until.Patience, CancellationToken.None);
                return PumpHost.FinishAsync(store, lease);
            },
            null,
            ("WORKERS", "2"));
        var ids = await AcceptAsync(host, 2);
        await Until.TrueAsync(() => Volatile.Read(ref begun) == 2);
        gate.Set();
        await AllProcessedAsync(host, ids);
    }

    [Fact]
    public async Task Survives_a_processor_that_throws()
    {
        var runs = 0;
        await using var host = await PumpHost.StartAsync(
            (store, lease, _) => Interlocked.Increment(ref runs) <= 3
                ? throw new InvalidOperationException("unexpected")
                : PumpHost.FinishAsync(store, lease),
            null,
            ("WORKERS", "1"), ("LEASE_SECONDS", "0.5"));
        await AllProcessedAsync(host, await AcceptAsync(host, 5));
        Assert.Equal(3, host.Log.Count("RunFailed"));
    }

    [Fact]
    public async Task Survives_a_store_that_is_away_and_says_so_once()
    {
        await using var host = await PumpHost.StartAsync((store, lease, _) => PumpHost.FinishAsync(store, lease));
        await Until.TrueAsync(() => host.Store.Claims > 0);
        host.Store.IsAway = true;
        var id = await host.AcceptAsync();
        var before = host.Store.Claims;
        await Until.TrueAsync(() => host.Store.Claims >= before + 3);
        host.Store.IsAway = false;
        await AllProcessedAsync(host, [id]);
        await Until.TrueAsync(() => host.Log.Count("StoreBack") == 1);
        Assert.Equal(1, host.Log.Count("StoreLost"));
    }

    [Fact]
    public async Task Survives_a_store_that_throws_what_it_should_not()
    {
        await using var host = await PumpHost.StartAsync((store, lease, _) => PumpHost.FinishAsync(store, lease));
        host.Store.IsBroken = true;
        var id = await host.AcceptAsync();
        await Until.TrueAsync(() => host.Log.Count("PumpFailed") >= 2);
        host.Store.IsBroken = false;
        await AllProcessedAsync(host, [id]);
    }

    [Fact]
    public async Task Loses_no_wake_up_and_runs_each_event_once()
    {
        const int Events = 1_000;
        var runs = new ConcurrentDictionary<string, int>();
        await using var host = await PumpHost.StartAsync(async (store, lease, _) =>
        {
            runs.AddOrUpdate(lease.Event.EventId, 1, (_, count) => count + 1);
            await Task.Yield();
            await PumpHost.FinishAsync(store, lease);
        });
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => AcceptAsync(host, Events / 8))));
        await Until.TrueAsync(() => runs.Count == Events);
        Assert.All(runs.Values, count => Assert.Equal(1, count));
    }

    private static async Task<List<string>> AcceptAsync(PumpHost host, int count)
    {
        List<string> ids = [];
        for (var i = 0; i < count; i++)
        {
            ids.Add(await host.AcceptAsync());
        }

        return ids;
    }

    private static async Task AllProcessedAsync(PumpHost host, IReadOnlyCollection<string> ids)
    {
        foreach (var id in ids)
        {
            await Until.TrueAsync(async () => await host.StatusAsync(id) == EventStatus.Processed);
        }
    }

    private static void Max(ref int most, int value)
    {
        for (var known = Volatile.Read(ref most); value > known; known = Volatile.Read(ref most))
        {
            Interlocked.CompareExchange(ref most, value, known);
        }
    }
}
