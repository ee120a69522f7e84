using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using SalesIntel.Hosting.Tests.Hosts;
using SalesIntel.Hosting.Tests.Storage;
using SalesIntel.Storage.Contract;

namespace SalesIntel.Hosting.Tests.Outages;

/// <summary>A host under load while its Redis is killed, or full, and comes back.</summary>
public sealed class RedisAwayTests
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(2);

    [Fact]
    public async Task Killed_redis_costs_nothing_that_was_accepted_and_work_goes_on_soon_after_its_return()
    {
        await using var redis = await RedisServer.StartAsync("--appendonly", "yes", "--appendfsync", "always");
        var begun = new ConcurrentQueue<long>();

        // Each run lasts long enough for the outage to hit some; a lease that is not given back would keep them for ten minutes.
        await using var host = await RedisHost.StartAsync(
            redis.Url,
            async (store, lease, stop) =>
            {
                begun.Enqueue(Stopwatch.GetTimestamp());
                await Task.Delay(100, stop);
                await RedisHost.FinishAsync(store, lease, stop);
            },
            null,
            ("LEASE_SECONDS", "600"));
        var accepted = new ConcurrentBag<string>();
        var refused = 0;
        using var over = new CancellationTokenSource();
        var load = LoadAsync();

        await Until.TrueAsync(() => accepted.Count >= 40 && begun.Count >= 20);
        await redis.KillAsync();

        // About five seconds of the load.
        await Until.TrueAsync(() => Volatile.Read(ref refused) >= 250 && host.Log.Count("StoreLost") == 1);
        await redis.StartAgainAsync();
        using (await redis.ConnectAsync())
        {
            // It can be reached from here on.
        }

        var back = Stopwatch.GetTimestamp();
        await Until.TrueAsync(() => begun.Any(at => at > back));
        var first = Stopwatch.GetElapsedTime(back, begun.First(at => at > back));
        Assert.True(first < Soon, $"The first claim came {first} after the return.");
        var before = accepted.Count;
        await Until.TrueAsync(() => accepted.Count >= before + 20);
        await over.CancelAsync();
        await load;

        var stopped = Stopwatch.GetTimestamp();
        foreach (var id in accepted)
        {
            await Until.TrueAsync(async () => (await host.Store.GetAsync(id, default))?.Status == EventStatus.Processed);
        }

        Assert.True(Stopwatch.GetElapsedTime(stopped) < TimeSpan.FromSeconds(10), $"It took {Stopwatch.GetElapsedTime(stopped)}.");
        Assert.Equal((1, 1), (host.Log.Count("StoreLost"), host.Log.Count("StoreBack")));
        Assert.Equal(0, host.Log.Count("PumpFailed") + host.Log.Count("RunFailed"));

        async Task LoadAsync()
        {
            using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
            List<Task> sent = [];
            for (var number = 0; !over.IsCancellationRequested; number++)
            {
                sent.Add(SendAsync(number));
                await tick.WaitForNextTickAsync();
            }

            await Task.WhenAll(sent);
        }

        async Task SendAsync(int number)
        {
            var (id, status, retryAfter) = await host.BookAsync($"lead{number % 30}", number);
            if (id is not null)
            {
                accepted.Add(id);
                return;
            }

            Assert.Equal((HttpStatusCode.ServiceUnavailable, "30"), (status, retryAfter));
            Interlocked.Increment(ref refused);
        }
    }

    [Fact]
    public async Task Full_redis_refuses_with_503_and_all_goes_on_when_there_is_room()
    {
        await using var redis = await RedisServer.StartAsync("--maxmemory-policy", "noeviction");
        using var admin = await redis.ConnectAsync();
        var begun = 0;
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var host = await RedisHost.StartAsync(
            redis.Url,
            async (store, lease, stop) =>
            {
                Interlocked.Increment(ref begun);
                await gate.Task.WaitAsync(stop);
                await RedisHost.FinishAsync(store, lease, stop);
            },
            null,
            ("LEASE_SECONDS", "600"), ("WORKERS", "2"));
        List<string> accepted = [];
        for (var number = 0; number < 20; number++)
        {
            accepted.Add((await host.BookAsync($"lead{number}", number)).EventId!);
        }

        await Until.TrueAsync(() => Volatile.Read(ref begun) == 2);
        await admin.GetServers()[0].ConfigSetAsync("maxmemory", "500000");
        gate.SetResult();
        await Until.TrueAsync(() => host.Log.Count("StoreLost") == 1);
        for (var number = 20; number < 25; number++)
        {
            var (id, status, retryAfter) = await host.BookAsync("late", number);
            Assert.Equal((null, HttpStatusCode.ServiceUnavailable, "30"), (id, status, retryAfter));
        }

        var told = host.Log.All.First(line => line.Id.Name == "StoreLost").Text;
        Assert.Contains("is out of memory and refuses to write. Raise its maxmemory", told, StringComparison.Ordinal);

        await admin.GetServers()[0].ConfigSetAsync("maxmemory", "0");
        foreach (var id in accepted)
        {
            await Until.TrueAsync(async () => (await host.Store.GetAsync(id, default))!.Status == EventStatus.Processed);
        }

        Assert.NotNull((await host.BookAsync("late", 25)).EventId);
        Assert.Equal(1, host.Log.Count("StoreLost"));
        Assert.Equal(0, host.Log.Count("PumpFailed") + host.Log.Count("RunFailed"));
    }
}
