using SalesIntel.Hosting.Redis;
using SalesIntel.Hosting.Tests.Hosts;
using SalesIntel.Storage.Contract;
using StackExchange.Redis;

namespace SalesIntel.Hosting.Tests.Storage;

/// <summary>A replicated Redis whose primary Sentinel names.</summary>
public sealed class SentinelTests
{
    [Fact]
    public async Task Store_goes_to_the_new_primary_after_a_failover_and_wakes_work_by_pub_sub()
    {
        await using var sentinels = await RedisSentinels.StartAsync();
        await using var store = RedisClient.Create(sentinels.Url);
        await using var worker = RedisClient.Create(sentinels.Url);
        await RedisClient.WakesAsync(store, worker);
        await store.AcceptAsync(RedisClient.Event("before"), default);

        await sentinels.Servers[0].KillAsync();
        await RedisClient.EventuallyAsync(() => store.AcceptAsync(RedisClient.Event("after"), default));
        Assert.NotSame(sentinels.Servers[0], await sentinels.FindPrimaryAsync());
        await RedisClient.EventuallyAsync(() => worker.GetStatusAsync(default));
        await RedisClient.WakesAsync(store, worker);

        // The one of before comes back and takes itself for a primary until Sentinel has told it otherwise; nothing is stored there.
        await sentinels.Servers[0].StartAgainAsync();
        using var former = await sentinels.Servers[0].ConnectAsync();
        List<string> stored = [];
        while (await IsPrimaryAsync(former.GetServers()[0]))
        {
            stored.Add((await store.AcceptAsync(RedisClient.Event($"later{stored.Count}"), default)).EventId);
        }

        using var admin = await (await sentinels.FindPrimaryAsync()).ConnectAsync();
        Assert.NotEmpty(stored);
        foreach (var id in stored)
        {
            Assert.True(await admin.GetDatabase().KeyExistsAsync($"event:{id}"));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("?sentinel_password=")]
    public async Task Sentinels_without_the_servers_password_are_asked_without_it(string query)
    {
        await using var sentinels = await RedisSentinels.StartAsync(1, "pass-of-servers");
        await using var store = RedisClient.Create(sentinels.UrlWith(":pass-of-servers@") + query);
        await store.AcceptAsync(RedisClient.Event("a"), default);

        await using var wrong = RedisClient.Create(sentinels.UrlWith(":wrong-secret@") + query);
        var exception = await Assert.ThrowsAsync<StoreUnavailableException>(() => wrong.AcceptAsync(RedisClient.Event("b"), default));
        Assert.DoesNotContain("secret", exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_wrong_with_the_address_is_said()
    {
        await using var sentinels = await RedisSentinels.StartAsync(0);
        var server = sentinels.Servers[0];
        Assert.Contains("knows no primary of service 'other'", await RefusalAsync(sentinels.Url.Replace($"/{RedisSentinels.Service}", "/other", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Contains("is no Sentinel", await RefusalAsync($"redis-sentinel://127.0.0.1:{server.Port}/mine"), StringComparison.Ordinal);
        Assert.Contains("No Sentinel at 127.0.0.1:1 can be reached", await RefusalAsync("redis-sentinel://127.0.0.1:1/mine"), StringComparison.Ordinal);
        var plain = sentinels.Url.Replace("redis-sentinel", "redis", StringComparison.Ordinal).Replace($"/{RedisSentinels.Service}", "", StringComparison.Ordinal);
        Assert.Contains("is a Sentinel. Write REDIS_URL as redis-sentinel://", await RefusalAsync(plain), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sentinels_that_come_later_are_found()
    {
        await using var sentinels = await RedisSentinels.StartAsync(0);
        await sentinels.KillSentinelsAsync();
        await using var store = RedisClient.Create(sentinels.Url);
        Assert.Contains("No Sentinel", (await Assert.ThrowsAsync<StoreUnavailableException>(() => store.GetStatusAsync(default))).Message, StringComparison.Ordinal);
        await sentinels.StartSentinelsAgainAsync();
        await RedisClient.EventuallyAsync(() => store.AcceptAsync(RedisClient.Event("a"), default));
    }

    [Fact]
    public async Task Primary_and_replica_named_with_commas_need_no_sentinel()
    {
        await using var primary = await RedisServer.StartAsync();
        await using var replica = await RedisServer.StartAsync("--replicaof", "127.0.0.1", $"{primary.Port}");
        await using var store = RedisClient.Create($"redis://127.0.0.1:{replica.Port},127.0.0.1:{primary.Port}/2");
        await store.AcceptAsync(RedisClient.Event("a"), default);
        await primary.KillAsync();

        // Nothing is read from the replica, which may be behind.
        await Until.TrueAsync(async () => await RefusalAsync(store) is { } text && text.Contains("no primary that can be reached", StringComparison.Ordinal));
        using var admin = await replica.ConnectAsync();
        await admin.GetServers()[0].ExecuteAsync("REPLICAOF", "NO", "ONE");
        await RedisClient.EventuallyAsync(() => store.AcceptAsync(RedisClient.Event("b"), default));
    }

    // When it learns that it is none any more it closes its connections.
    private static async Task<bool> IsPrimaryAsync(IServer server)
    {
        try
        {
            return (await server.InfoAsync("replication"))[0].Any(line => line is { Key: "role", Value: "master" });
        }
        catch (RedisConnectionException)
        {
            return false;
        }
    }

    private static async Task<string> RefusalAsync(string url)
    {
        await using var store = RedisClient.Create(url);
        return await RefusalAsync(store) ?? "";
    }

    private static async Task<string?> RefusalAsync(RedisStore store)
    {
        try
        {
            await store.GetAsync("a", default);
            return null;
        }
        catch (StoreUnavailableException exception)
        {
            return exception.Message;
        }
    }
}
