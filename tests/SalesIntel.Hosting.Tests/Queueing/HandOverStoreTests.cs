using Microsoft.Extensions.DependencyInjection;
using SalesIntel.Hosting.Tests.Queueing.HandOvers;
using SalesIntel.Hosting.Tests.Storage;
using SalesIntel.Hosting.Tests.Storage.Sqlite;

namespace SalesIntel.Hosting.Tests.Queueing;

/// <summary>Hand-overs through the real stores; a hundred thousand of them are a command of the benchmarks.</summary>
public sealed class HandOverStoreTests
{
    private const int HandOvers = 4_000;

    [Fact]
    public async Task Thousands_of_hand_overs_on_redis_run_each_stage_once_and_lose_nothing()
    {
        await using var server = await RedisServer.StartAsync();
        await RunAsync(salesIntel => salesIntel.AddRedisStore(options => options.Url = server.Url));
    }

    [Fact]
    public async Task Thousands_of_hand_overs_on_sqlite_run_each_stage_once_and_lose_nothing()
    {
        await using var folder = new SqliteFolder();
        await RunAsync(salesIntel => salesIntel.AddSqliteStore(options => options.Path = folder.File));
    }

    private static async Task RunAsync(Action<ISalesIntelBuilder> addStore)
    {
        var result = await new HandOverRun(new HandOverPlan(40, HandOvers)).RunAsync(addStore, workers: 8);
        Assert.Empty(result.Faults);
        Assert.Equal(HandOvers, result.HandOvers);
    }
}
