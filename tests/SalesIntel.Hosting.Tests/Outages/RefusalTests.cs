using System.Net;
using System.Text.Json;
using SalesIntel.Hosting.Tests.Hosts;
using SalesIntel.Hosting.Tests.Storage;
using SalesIntel.Storage.Contract;
using StackExchange.Redis;

namespace SalesIntel.Hosting.Tests.Outages;

/// <summary>A Redis that refuses in the middle of the work: no webhook gets a 200, health says why, people are told, and all goes on by itself when
/// it is over.</summary>
public sealed class RefusalTests
{
    [Fact]
    public Task Full_memory() => RefusesAsync(
        "is out of memory and refuses to write. Raise its maxmemory",
        server => server.ConfigSetAsync("maxmemory", "500000"),
        server => server.ConfigSetAsync("maxmemory", "0"),
        "--maxmemory-policy", "noeviction");

    [Fact]
    public async Task Primary_that_becomes_a_replica()
    {
        await using var other = await RedisServer.StartAsync("--repl-diskless-sync-delay", "0");
        await RefusesAsync(
            "is a read-only replica. Point REDIS_URL at the primary",
            server => server.ExecuteAsync("REPLICAOF", "127.0.0.1", $"{RedisServer.FindFreePort()}"),
            server => server.ExecuteAsync("REPLICAOF", "NO", "ONE"));
    }

    [Fact]
    public Task Too_few_replicas_for_the_server_itself() => RefusesAsync(
        "has fewer replicas than its min-replicas-to-write",
        server => server.ConfigSetAsync("min-replicas-to-write", "1"),
        server => server.ConfigSetAsync("min-replicas-to-write", "0"));

    [Fact]
    public Task Foreign_value_at_the_queue() => RefusesAsync(
        "foreign value at the key queue:due (string instead of sorted set). Another program uses the same names: set REDIS_KEY_PREFIX",
        async server =>
        {
            await Database(server).KeyRenameAsync("queue:due", "saved");
            await Database(server).StringSetAsync("queue:due", "1");
        },
        server => Database(server).KeyRenameAsync("saved", "queue:due"));

    [Fact]
    public Task Foreign_value_at_the_index() => RefusesAsync(
        "foreign value at the key index:events (list instead of sorted set)",
        async server =>
        {
            await Database(server).KeyDeleteAsync("index:events");
            await Database(server).ListLeftPushAsync("index:events", "1");
        },
        server => Database(server).KeyDeleteAsync("index:events"));

    [Fact]
    public Task User_who_may_not_run_scripts_any_more() => RefusesAsync(
        "does not allow this user to use all keys, channels and commands",
        server => server.ExecuteAsync("ACL", "SETUSER", "default", "-@scripting"),
        server => server.ExecuteAsync("ACL", "SETUSER", "default", "+@all"));

    [Fact]
    public async Task Cluster_that_lost_a_part()
    {
        await using var cluster = await RedisCluster.StartAsync();
        await using var host = await RedisHost.StartAsync(cluster.Url, null, null, ("REDIS_KEY_PREFIX", "{si}:"), ("ALLOW_DEBUG_ENDPOINTS", "true"));
        Assert.NotNull((await host.BookAsync("before", 1)).EventId);
        using var admin = await cluster.ConnectAsync();
        var owner = admin.GetServer((RedisKey)"{si}:any").EndPoint;
        var lost = cluster.Nodes.First(node => !$"{owner}".EndsWith($":{node.Port}", StringComparison.Ordinal));
        await lost.KillAsync();
        await UnavailableAsync(host, "is failing over, or has no primary");
        await lost.StartAgainAsync();
        await BackAsync(host, "after", 2);
    }

    [Theory]
    [InlineData("+@all", "-@scripting")]
    [InlineData("+@all", "-evalsha")]
    [InlineData("+@all", "-zadd")]
    public async Task Missing_rights_keep_the_host_from_starting_and_say_what_to_give(string all, string but)
    {
        await using var redis = await RedisServer.StartAsync("--user", "app", "on", ">pass", "~*", "&*", all, but);
        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(() => RedisHost.StartAsync($"redis://app:pass@127.0.0.1:{redis.Port}"));
        Assert.Contains("Give the user of REDIS_URL the commands", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("pass", refusal.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Server_without_scripts_keeps_the_host_from_starting()
    {
        await using var redis = await RedisServer.StartAsync("--rename-command", "EVAL", "", "--rename-command", "EVALSHA", "");
        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(() => RedisHost.StartAsync(redis.Url));
        Assert.Contains("Allow the commands EVAL and EVALSHA", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Redis_of_another_program_is_noticed_at_the_start()
    {
        await using var redis = await RedisServer.StartAsync("--appendonly", "yes", "--appendfsync", "always");
        using var admin = await redis.ConnectAsync();
        var database = admin.GetDatabase();
        await database.StringSetAsync("event:7", "theirs");
        await database.StringSetAsync("lead:7", "theirs");
        await using (var host = await RedisHost.StartAsync(redis.Url))
        {
            var warning = host.Log.All.Single(line => line.Id.Name == "StoreAtRisk").Text;
            Assert.Contains("1 key event:... (string instead of hash), 1 key lead:... (string instead of hash)", warning, StringComparison.Ordinal);
            Assert.Contains("set REDIS_KEY_PREFIX to a prefix of this service's own", warning, StringComparison.Ordinal);
        }

        // At a name that is needed for everything there is no start.
        await database.KeyDeleteAsync("queue:due");
        await database.ListLeftPushAsync("queue:due", "theirs");
        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(() => RedisHost.StartAsync(redis.Url));
        Assert.Contains("queue:due (list instead of sorted set)", refusal.Message, StringComparison.Ordinal);
        await using var apart = await RedisHost.StartAsync(redis.Url, null, null, ("REDIS_KEY_PREFIX", "sales:"));
        Assert.Equal(0, apart.Log.Count("StoreAtRisk"));
        Assert.NotNull((await apart.BookAsync("wombat", 1)).EventId);
    }

    private static async Task RefusesAsync(string reason, Func<IServer, Task> begin, Func<IServer, Task> end, params string[] settings)
    {
        await using var redis = await RedisServer.StartAsync(settings);
        using var admin = await redis.ConnectAsync();
        var server = admin.GetServers()[0];
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var host = await RedisHost.StartAsync(
            redis.Url,
            async (store, lease, stop) =>
            {
                await gate.Task.WaitAsync(stop);
                await RedisHost.FinishAsync(store, lease, stop);
            },
            null,
            ("ALLOW_DEBUG_ENDPOINTS", "true"),
            ("WORKERS", "1"),
            ("LEASE_SECONDS", "600"));
        List<string> accepted = [];
        for (var number = 0; number < 4; number++)
        {
            accepted.Add((await host.BookAsync($"lead{number}", number)).EventId!);
        }

        await begin(server);
        gate.SetResult();
        await UnavailableAsync(host, reason);
        await end(server);
        accepted.Add(await BackAsync(host, "after", 100));
        foreach (var id in accepted)
        {
            await Until.TrueAsync(async () => (await host.Store.GetAsync(id, default))?.Status == EventStatus.Processed);
        }

        Assert.Equal(0, host.Log.Count("PumpFailed") + host.Log.Count("RunFailed"));
    }

    private static async Task UnavailableAsync(RedisHost host, string reason)
    {
        await Until.TrueAsync(async () => await HealthAsync(host) is (HttpStatusCode.ServiceUnavailable, var said)
            && said.Contains(reason, StringComparison.Ordinal));
        for (var number = 10; number < 13; number++)
        {
            var (id, status, retryAfter) = await host.BookAsync("refused", number);
            Assert.Equal((null, HttpStatusCode.ServiceUnavailable, "30"), (id, status, retryAfter));
        }

        await Until.TrueAsync(() => host.Log.Count("Alert") == 1);
        var alert = host.Log.All.Single(line => line.Id.Name == "Alert").Text;
        Assert.Contains("Alert store:away: The store takes no events", alert, StringComparison.Ordinal);
        Assert.Contains(reason, alert, StringComparison.Ordinal);
    }

    private static async Task<string> BackAsync(RedisHost host, string lead, int number)
    {
        string? accepted = null;
        await Until.TrueAsync(async () => (accepted = (await host.BookAsync(lead, number)).EventId) is not null);
        await Until.TrueAsync(async () => (await HealthAsync(host)).Status == HttpStatusCode.OK);
        await Until.TrueAsync(() => host.Log.Count("AllClear") == 1);
        Assert.Equal(1, host.Log.Count("Alert"));
        return accepted!;
    }

    private static async Task<(HttpStatusCode Status, string Reason)> HealthAsync(RedisHost host)
    {
        using var answer = await host.Client.GetAsync("/healthz");
        var body = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
        return (answer.StatusCode, body.TryGetProperty("reason", out var reason) ? reason.GetString() ?? "" : "");
    }

    private static IDatabase Database(IServer server) => server.Multiplexer.GetDatabase();
}
