using SalesIntel.Hosting.Tests.Hosts;
using SalesIntel.Storage.Contract;

namespace SalesIntel.Hosting.Tests.Storage;

/// <summary>The whole contract on a cluster, and what only a cluster refuses.</summary>
public sealed class RedisClusterTests(ClusterFixture fixture) : RedisContract(fixture), IClassFixture<ClusterFixture>
{
    [Theory]
    [InlineData("")]
    [InlineData("si:")]
    [InlineData("{}:")]
    [InlineData("{si")]
    public async Task Prefix_without_hash_tag_is_refused_before_anything_is_stored(string prefix)
    {
        await using var store = RedisClient.Create(fixture.Url, options => options.KeyPrefix = prefix);
        foreach (var exception in new[]
        {
            await Assert.ThrowsAnyAsync<Exception>(() => store.CheckAsync(default)),
            await Assert.ThrowsAsync<StoreUnavailableException>(() => store.AcceptAsync(RedisClient.Event("a"), default)),
            await Assert.ThrowsAsync<StoreUnavailableException>(() => store.GetStatusAsync(default)),
        })
        {
            Assert.Contains("Set REDIS_KEY_PREFIX to a text in braces, e.g. {si}:", exception.Message, StringComparison.Ordinal);
        }

        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(
            () => RedisHost.StartAsync(fixture.Url, null, null, ("REDIS_KEY_PREFIX", prefix)));
        Assert.Contains("is a cluster", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Database_that_a_cluster_does_not_have_is_refused()
    {
        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(
            () => RedisHost.StartAsync($"{fixture.Url}/3", null, null, ("REDIS_KEY_PREFIX", "{si}:")));
        Assert.Contains("which has no database 3. Write /0, or nothing, behind the hosts of REDIS_URL", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_host_of_the_cluster_leads_to_all_of_it()
    {
        foreach (var node in fixture.Cluster.Nodes)
        {
            await using var store = RedisClient.Create(node.Url, options => options.KeyPrefix = "{one}:");
            await store.AcceptAsync(RedisClient.Event($"{node.Port}"), default);
            Assert.True((await store.GetStatusAsync(default)).LanesWaiting > 0);
        }
    }

    [Fact]
    public async Task Work_wakes_another_process()
    {
        await using var receiver = RedisClient.Create(fixture.Url, options => options.KeyPrefix = "{wake}:");
        await using var worker = RedisClient.Create(fixture.Url, options => options.KeyPrefix = "{wake}:");
        await RedisClient.WakesAsync(receiver, worker);
    }

    [Fact]
    public async Task Host_runs_on_it()
    {
        await using var host = await RedisHost.StartAsync(fixture.Url, null, null, ("REDIS_KEY_PREFIX", "{host}:"));
        var (id, _, _) = await host.BookAsync("wombat", 1);
        await Until.TrueAsync(async () => (await host.Store.GetAsync(id!, default))?.Status == EventStatus.Processed);
    }
}
