using System.Collections.Concurrent;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using SalesIntel.Engine;
using SalesIntel.Hosting.Redis;
using SalesIntel.Hosting.Tests.Hosts;
using SalesIntel.Hosting.Tests.Storage;
using SalesIntel.Storage.Contract;

namespace SalesIntel.Hosting.Tests.Outages;

/// <summary>Hosts whose clocks are wrong, or are set while they run.</summary>
public sealed class ClockTests
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Theory]
    [InlineData(-1)]
    [InlineData(1)]
    public async Task Host_whose_clock_is_an_hour_off_agrees_with_the_others(int hours)
    {
        await using var redis = await RedisServer.StartAsync();
        var wrongTime = new ShiftedTime(Hour * hours);
        await using var right = Create(redis.Url, TimeProvider.System);
        await using var wrong = Create(redis.Url, wrongTime);
        List<string> accepted = [];
        foreach (var store in new[] { wrong, right, wrong, right })
        {
            accepted.Add((await store.AcceptAsync(Event($"{accepted.Count}"), default)).EventId);
        }

        // In order whoever takes them, and nobody takes what the other holds.
        var first = await ClaimAsync(wrong, accepted[0], Lease);
        Assert.InRange(first.Until - wrongTime.GetUtcNow(), Lease / 2, Lease);
        Assert.Null(await right.ClaimOneAsync(Lease, default));
        first = await wrong.RenewAsync(first, Lease, default);
        Assert.Null(await right.ClaimOneAsync(Lease, default));
        Assert.True(await FinishAsync(wrong, first!));

        // A retry is due when its host says, as long as that is from now.
        var second = await ClaimAsync(right, accepted[1], Lease);
        Assert.True(await right.CommitAsync(second, Retry(DateTimeOffset.UtcNow + Lease), default));
        Assert.Null(await wrong.ClaimOneAsync(Lease, default));
        await DueInAsync(redis, Lease);
        second = await ClaimAsync(wrong, accepted[1], Lease);
        Assert.True(await wrong.CommitAsync(second, Retry(wrongTime.GetUtcNow() + Lease), default));
        Assert.Null(await right.ClaimOneAsync(Lease, default));
        await DueInAsync(redis, Lease);
        second = await ClaimAsync(right, accepted[1], Lease);
        Assert.Equal(2, second.Event.Attempts);
        Assert.True(await FinishAsync(right, second));

        // What a crashed host held is due when the lease has run out, on either side.
        await ClaimAsync(wrong, accepted[2], Second);
        await ClaimAsync(right, accepted[2], Second);
        Assert.True(await FinishAsync(wrong, await ClaimAsync(wrong, accepted[2], Lease)));
        await ClaimAsync(right, accepted[3], Lease);

        Assert.True(await wrong.OpenAsync("zoho", wrongTime.GetUtcNow() + TimeSpan.FromMinutes(1), "503", default));
        var open = await ((ICircuitStore)right).GetAsync("zoho", default);
        Assert.InRange(open!.Until - DateTimeOffset.UtcNow, TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(61));
        Assert.InRange(DateTimeOffset.UtcNow - open.Since, -Second, TimeSpan.FromSeconds(30));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1)]
    public async Task Clock_that_is_set_while_a_host_runs_loses_holds_up_and_reorders_nothing(int hours)
    {
        await using var redis = await RedisServer.StartAsync();
        var time = new ShiftedTime(TimeSpan.Zero);
        ConcurrentDictionary<string, ConcurrentQueue<string>> begun = new();
        ConcurrentDictionary<string, bool> failed = new();
        await using var host = await RedisHost.StartAsync(
            redis.Url,
            async (store, lease, stop) =>
            {
                if (failed.TryAdd(lease.Event.EventId, true))
                {
                    await store.CommitAsync(lease, Retry(time.GetUtcNow() + (Second / 5)), default);
                    return;
                }

                begun.GetOrAdd(lease.Lane.Value, _ => new()).Enqueue(lease.Event.EventId);
                await RedisHost.FinishAsync(store, lease, stop);
            },
            time);
        ConcurrentDictionary<string, List<string>> accepted = new();
        for (var number = 0; number < 60; number++)
        {
            if (number == 30)
            {
                time.SetBy(Hour * hours);
            }

            var lead = $"lead{number % 5}";
            accepted.GetOrAdd(lead, _ => []).Add((await host.BookAsync(lead, number)).EventId!);
        }

        await Until.TrueAsync(() => begun.Values.Sum(events => events.Count) == 60);
        Assert.Equal(
            accepted.Values.Select(events => string.Join(' ', events)).Order(StringComparer.Ordinal),
            begun.Values.Select(events => string.Join(' ', events)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Memory_store_rides_out_a_clock_that_is_set_back()
    {
        var time = new ShiftedTime(TimeSpan.Zero);
        var store = new MemoryStore(time);
        var first = (await store.AcceptAsync(Event("a"), default)).EventId;
        time.SetBy(-Hour);
        var second = (await store.AcceptAsync(Event("b"), default)).EventId;
        var held = await store.ClaimOneAsync(Lease, default);
        Assert.Equal(first, held!.Event.EventId);
        Assert.InRange(held.Until - time.GetUtcNow(), Lease - Second, Lease);
        Assert.True(await store.CommitAsync(held, new EventCommit { Next = new NextStep.Finish(EventStatus.Processed, false) }, default));
        Assert.Equal(second, (await store.ClaimOneAsync(Lease, default))!.Event.EventId);
    }

    [Fact]
    public async Task Server_that_does_not_tell_its_time_is_told_of_and_the_host_goes_by_its_own()
    {
        await using var redis = await RedisServer.StartAsync("--appendonly", "yes", "--appendfsync", "always", "--user", "app", "on", ">pass", "~*", "&*", "+@all", "-time");
        await using var store = Create($"redis://app:pass@127.0.0.1:{redis.Port}/0", TimeProvider.System);
        var id = (await store.AcceptAsync(Event("a"), default)).EventId;
        await ClaimAsync(store, id, Lease);
        Assert.Contains("does not tell its time", Assert.Single(await store.CheckAsync(default)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Order_of_a_lane_holds_even_where_every_host_goes_by_its_own_clock()
    {
        await using var redis = await RedisServer.StartAsync("--user", "app", "on", ">pass", "~*", "&*", "+@all", "-time");
        var url = $"redis://app:pass@127.0.0.1:{redis.Port}/0";
        await using var right = Create(url, TimeProvider.System);
        await using var wrong = Create(url, new ShiftedTime(-Hour));
        List<string> accepted = [];
        foreach (var store in new[] { right, wrong, wrong, right })
        {
            accepted.Add((await store.AcceptAsync(Event($"{accepted.Count}"), default)).EventId);
        }

        foreach (var id in accepted)
        {
            Assert.True(await FinishAsync(right, await ClaimAsync(right, id, Lease)));
        }
    }

    private static RedisStore Create(string url, TimeProvider time) =>
        new(Options.Create(new RedisStoreOptions { Url = url }), time, NullLogger<RedisStore>.Instance);

    private static NewEvent Event(string id) => new()
    {
        Source = "calendly",
        EventType = "invitee.created",
        ExternalId = id,
        IdempotencyKey = $"calendly:invitee.created:{id}",
        Revision = "1",
        Payload = "{}"u8.ToArray(),
        Lane = new Lane("lead:ada"),
    };

    private static EventCommit Retry(DateTimeOffset at) => new() { Next = new NextStep.RetryAt(at, ChargeAttempt: true) };

    private static Task<bool> FinishAsync(RedisStore store, EventLease held) =>
        store.CommitAsync(held, new EventCommit { Next = new NextStep.Finish(EventStatus.Processed, false) }, default);

    // What is due for one host is due for the other within the length of a round trip.
    private static async Task<EventLease> ClaimAsync(RedisStore store, string expected, TimeSpan lease)
    {
        EventLease? held = null;
        await Until.TrueAsync(async () => (held = await store.ClaimOneAsync(lease, default)) is not null);
        Assert.Equal(expected, held!.Event.EventId);
        return held;
    }

    // The lane is due in about so long, by the server's clock; makes it due now.
    private static async Task DueInAsync(RedisServer redis, TimeSpan wait)
    {
        using var admin = await redis.ConnectAsync();
        var now = await admin.GetServers()[0].TimeAsync();
        var due = await admin.GetDatabase().SortedSetScoreAsync("queue:due", "lead:ada");
        Assert.InRange(due!.Value - new DateTimeOffset(now, TimeSpan.Zero).ToUnixTimeMilliseconds(), 1, wait.TotalMilliseconds + 1_000);
        await admin.GetDatabase().SortedSetAddAsync("queue:due", "lead:ada", 1);
    }
}
