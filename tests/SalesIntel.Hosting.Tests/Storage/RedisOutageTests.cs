using System.Diagnostics;
using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using SalesIntel.Hosting.Redis;
using SalesIntel.Hosting.Tests.Hosts;
using SalesIntel.Leads;
using SalesIntel.Storage.Contract;

namespace SalesIntel.Hosting.Tests.Storage;

/// <summary>What happens while Redis is away or refuses. Each test has a server of its own.</summary>
public sealed class RedisOutageTests
{
    // The store gives up after 2.5 s; the rest is for a busy machine.
    private static readonly TimeSpan Quick = TimeSpan.FromSeconds(4);

    [Fact]
    public async Task Server_killed_and_started_again_is_found_again_without_restart()
    {
        await using var server = await RedisServer.StartAsync();
        await using var store = Create(server.Url);
        await store.AcceptAsync(Event("a"), default);

        await server.KillAsync();
        for (var attempt = 0; attempt < 3; attempt++)
        {
            Assert.Contains("can't be reached", await RefusalAsync(() => store.AcceptAsync(Event("b"), default)), StringComparison.Ordinal);
            await RefusalAsync(() => store.ClaimOneAsync(TimeSpan.FromSeconds(30), default));
            await RefusalAsync(() => store.GetStatusAsync(default));
        }

        await server.StartAgainAsync();
        await EventuallyAsync(() => store.AcceptAsync(Event("c"), default));
        Assert.NotNull(await store.ClaimOneAsync(TimeSpan.FromSeconds(30), default));
    }

    [Fact]
    public async Task Server_that_comes_later_is_found_and_wakes_the_worker_by_pub_sub()
    {
        await using var server = await RedisServer.StartAsync();
        await server.KillAsync();
        await using var worker = Create(server.Url);
        await RefusalAsync(() => worker.GetStatusAsync(default));

        await server.StartAgainAsync();
        await EventuallyAsync(() => worker.GetStatusAsync(default));
        await using var receiver = Create(server.Url);
        await RedisClient.WakesAsync(receiver, worker);
    }

    [Fact]
    public async Task Server_that_hangs_is_given_up_on_in_time()
    {
        await using var server = await RedisServer.StartAsync();
        await using var store = Create(server.Url);
        await store.AcceptAsync(Event("a"), default);
        server.Freeze();
        Assert.NotEmpty(await RefusalAsync(() => store.AcceptAsync(Event("b"), default)));
        Assert.NotEmpty(await RefusalAsync(() => store.ClaimOneAsync(TimeSpan.FromSeconds(30), default)));
        server.Thaw();
        await EventuallyAsync(() => store.AcceptAsync(Event("b"), default));
    }

    [Fact]
    public async Task Lanes_whose_claim_was_not_answered_are_taken_again_soon_and_not_when_the_leases_end()
    {
        await using var server = await RedisServer.StartAsync();
        await using var store = Create(server.Url);
        HashSet<string> accepted = [];
        for (var number = 0; number < 3; number++)
        {
            accepted.Add((await store.AcceptAsync(Event($"{number}") with { Lane = new Lane($"lead:{number}") }, default)).EventId);
        }

        server.Freeze();
        Assert.NotEmpty(await RefusalAsync(() => store.ClaimAsync(3, TimeSpan.FromMinutes(10), default)));
        server.Thaw();
        await Until.TrueAsync(async () =>
        {
            try
            {
                accepted.ExceptWith((await store.ClaimAsync(3, TimeSpan.FromMinutes(10), default)).Select(held => held.Event.EventId));
            }
            catch (StoreUnavailableException)
            {
                // It is not back yet.
            }

            return accepted.Count == 0;
        });
    }

    [Fact]
    public async Task Wrong_password_says_what_to_set_and_shows_no_password()
    {
        await using var server = await RedisServer.StartAsync("--requirepass", "right-secret");
        await using var wrong = Create($"redis://:wrong-secret@127.0.0.1:{server.Port}/0");
        await using var without = Create(server.Url);
        await using var right = Create($"redis://:right-secret@127.0.0.1:{server.Port}/0");

        foreach (var store in new[] { wrong, without })
        {
            var exception = await Assert.ThrowsAsync<StoreUnavailableException>(() => store.AcceptAsync(Event("a"), default));
            Assert.Contains("refused the user or password", exception.Message, StringComparison.Ordinal);
            Assert.Contains("REDIS_URL", exception.Message, StringComparison.Ordinal);
            Assert.DoesNotContain("secret", exception.ToString(), StringComparison.Ordinal);
        }

        Assert.False((await right.AcceptAsync(Event("a"), default)).IsDuplicate);
    }

    [Fact]
    public async Task Read_only_replica_says_so()
    {
        await using var primary = await RedisServer.StartAsync();
        await using var replica = await RedisServer.StartAsync("--replicaof", "127.0.0.1", $"{primary.Port}");
        await using var store = Create(replica.Url);
        Assert.Contains(await store.CheckAsync(default), warning => warning.Contains("read-only replica", StringComparison.Ordinal));
        Assert.Contains("read-only replica", await RefusalAsync(() => store.AcceptAsync(Event("a"), default)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Full_memory_says_so_and_stores_no_half()
    {
        await using var server = await RedisServer.StartAsync("--maxmemory", "1mb", "--maxmemory-policy", "noeviction");
        await using var store = Create(server.Url);
        var accepted = Event("a") with { Payload = Encoding.UTF8.GetBytes(new string('x', 300_000)) };
        Assert.Contains("out of memory", await RefusalAsync(() => store.AcceptAsync(accepted, default)), StringComparison.Ordinal);
        using var admin = await server.ConnectAsync();
        Assert.Empty(admin.GetServers()[0].Keys());
    }

    [Fact]
    public async Task Check_says_what_is_at_risk()
    {
        await using var server = await RedisServer.StartAsync("--maxmemory", "900kb", "--maxmemory-policy", "allkeys-lru");
        await using var store = Create(server.Url, new ShiftedTime(TimeSpan.FromMinutes(-5)));
        var warnings = string.Join('\n', await store.CheckAsync(default));
        Assert.Contains("appendonly is no", warnings, StringComparison.Ordinal);
        Assert.Contains("maxmemory-policy is allkeys-lru", warnings, StringComparison.Ordinal);
        Assert.Contains("Raise maxmemory", warnings, StringComparison.Ordinal);
        Assert.Contains("differ by 300.", warnings, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_of_a_sound_server_is_empty()
    {
        await using var server = await RedisServer.StartAsync("--appendonly", "yes", "--appendfsync", "always");
        await using var store = Create(server.Url);
        Assert.Empty(await store.CheckAsync(default));
    }

    [Fact]
    public async Task Check_and_status_bear_a_user_that_may_see_little()
    {
        await using var server = await RedisServer.StartAsync(
            "--user", "app", "on", ">pass", "~*", "&*", "+@all", "-@admin", "-@dangerous", "--appendonly", "yes", "--appendfsync", "always");
        await using var store = Create($"redis://app:pass@127.0.0.1:{server.Port}/0");
        await store.AcceptAsync(Event("a"), default);
        Assert.Equal(1, (await store.GetStatusAsync(default)).LanesWaiting);
        Assert.Equal(2, (await store.CheckAsync(default)).Count);
    }

    [Fact]
    public async Task Disposed_store_is_unavailable()
    {
        await using var server = await RedisServer.StartAsync();
        var store = Create(server.Url);
        await store.AcceptAsync(Event("a"), default);
        await store.DisposeAsync();
        Assert.NotEmpty(await RefusalAsync(() => store.AcceptAsync(Event("b"), default)));
    }

    private static RedisStore Create(string url, TimeProvider? time = null) => RedisClient.Create(url, null, time);

    private static NewEvent Event(string id) => RedisClient.Event(id);

    private static async Task<string> RefusalAsync(Func<Task> act)
    {
        var start = Stopwatch.GetTimestamp();
        var exception = await Assert.ThrowsAsync<StoreUnavailableException>(act);
        Assert.True(Stopwatch.GetElapsedTime(start) < Quick, $"It took {Stopwatch.GetElapsedTime(start)}: {exception}.");
        return exception.Message;
    }

    private static Task EventuallyAsync(Func<Task> act) => RedisClient.EventuallyAsync(act);
}
