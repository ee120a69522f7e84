using SalesIntel.Hosting.Tests.Hosts;
using SalesIntel.Hosting.Tests.Storage;

namespace SalesIntel.Hosting.Tests.Outages;

/// <summary>A Redis that was emptied, or came back without its last writes, is noticed and people are told.</summary>
public sealed class DataLossTests
{
    [Fact]
    public async Task Emptied_redis_is_noticed_once_and_work_goes_on()
    {
        await using var redis = await RedisServer.StartAsync();
        using var admin = await redis.ConnectAsync();
        await using var host = await RedisHost.StartAsync(redis.Url);
        await KnownAsync(redis);
        await admin.GetServers()[0].FlushAllDatabasesAsync();
        await LostAsync(host, "The store is empty or another one");
        Assert.NotNull((await host.BookAsync("wombat", 1)).EventId);

        // Twice emptied is twice told.
        await KnownAsync(redis);
        await admin.GetServers()[0].FlushAllDatabasesAsync();
        await Until.TrueAsync(() => host.Log.Count("StoreLostData") == 2);
    }

    [Fact]
    public async Task Restart_without_persistence_is_noticed()
    {
        await using var redis = await RedisServer.StartAsync();
        await using var host = await RedisHost.StartAsync(redis.Url);
        await KnownAsync(redis);
        await redis.KillAsync();
        await redis.StartAgainAsync();
        await LostAsync(host, "The store is empty or another one");
    }

    [Fact]
    public async Task Restart_from_an_old_snapshot_is_noticed()
    {
        await using var redis = await RedisServer.StartAsync();
        await using var host = await RedisHost.StartAsync(redis.Url);
        await KnownAsync(redis);
        using (var admin = await redis.ConnectAsync())
        {
            await admin.GetServers()[0].ExecuteAsync("SAVE");
            var first = await BeatAsync(redis);
            await Until.TrueAsync(async () => await BeatAsync(redis) >= first + 3);
        }

        await redis.KillAsync();
        await redis.StartAgainAsync();
        await LostAsync(host, "The store has lost its last writes");
    }

    [Fact]
    public async Task Restart_that_loses_nothing_is_no_loss()
    {
        await using var redis = await RedisServer.StartAsync("--appendonly", "yes", "--appendfsync", "always");
        await using var host = await RedisHost.StartAsync(redis.Url);
        await KnownAsync(redis);
        await redis.KillAsync();
        await redis.StartAgainAsync();
        await Until.TrueAsync(async () => (await host.BookAsync("wombat", 1)).EventId is not null);
        var before = await BeatAsync(redis);
        await Until.TrueAsync(async () => await BeatAsync(redis) >= before + 2);
        Assert.Equal(0, host.Log.Count("StoreLostData"));
    }

    [Fact]
    public async Task Start_notices_what_happened_while_it_was_stopped()
    {
        var folder = Directory.CreateTempSubdirectory("salesintel-memory-").FullName;
        await using var redis = await RedisServer.StartAsync();
        await using (await StartAsync(redis.Url))
        {
            await KnownAsync(redis);
            await Until.TrueAsync(() => File.Exists(Path.Combine(folder, "redis-store-id")));
        }

        await using (var same = await StartAsync(redis.Url))
        {
            await KnownAsync(redis);
            Assert.Equal(0, same.Log.Count("StoreLostData"));
        }

        await redis.KillAsync();
        await redis.StartAgainAsync();
        await using (var emptied = await StartAsync(redis.Url))
        {
            await LostAsync(emptied, "The store is empty or another one");
        }

        // Another store is not the same one emptied.
        await using var other = await RedisServer.StartAsync();
        await using (var moved = await StartAsync(other.Url))
        {
            await KnownAsync(other);
            Assert.Equal(0, moved.Log.Count("StoreLostData"));
        }

        Directory.Delete(folder, recursive: true);

        Task<RedisHost> StartAsync(string url) => RedisHost.StartWithAsync(url, options => options.MemoryFolder = folder);
    }

    [Fact]
    public async Task Folder_that_can_not_be_written_is_told_and_keeps_nobody_from_starting()
    {
        var file = Path.GetTempFileName();
        await using var redis = await RedisServer.StartAsync();
        await using var host = await RedisHost.StartWithAsync(redis.Url, options => options.MemoryFolder = file);
        await KnownAsync(redis);
        await Until.TrueAsync(() => host.Log.Count("StoreIdNotRemembered") == 1);
        var before = await BeatAsync(redis);
        await Until.TrueAsync(async () => await BeatAsync(redis) >= before + 2);
        Assert.Equal((1, 0), (host.Log.Count("StoreIdNotRemembered"), host.Log.Count("StoreWatchFailed")));
        File.Delete(file);
    }

    private static async Task LostAsync(RedisHost host, string text)
    {
        await Until.TrueAsync(() => host.Log.Count("StoreLostData") == 1);
        Assert.Contains(text, host.Log.All.Single(line => line.Id.Name == "StoreLostData").Text, StringComparison.Ordinal);
        await Until.TrueAsync(() => host.Log.All.Any(line => line.Id.Name == "Alert" && line.Text.Contains(text, StringComparison.Ordinal)));
    }

    // The process has looked once and remembers.
    private static Task KnownAsync(RedisServer redis) => Until.TrueAsync(async () => await BeatAsync(redis) > 0);

    private static async Task<long> BeatAsync(RedisServer redis)
    {
        using var admin = await redis.ConnectAsync();
        var beats = admin.GetServers()[0].Keys(pattern: "store:beat:*").ToList();
        var counts = await Task.WhenAll(beats.Select(beat => admin.GetDatabase().StringGetAsync(beat)));
        return counts.Select(count => (long)count).DefaultIfEmpty().Max();
    }
}
