using System.Globalization;
using SalesIntel.Engine;
using SalesIntel.Hosting.Redis;
using SalesIntel.Hosting.Sqlite;
using SalesIntel.Hosting.Tests.Storage.Sqlite;

namespace SalesIntel.Hosting.Tests.Storage.Differential;

/// <summary>The three stores answer every call alike, whatever came before: sequences by chance, a few in the suite, as many as
/// <c>SALESINTEL_DIFFERENTIAL_SEEDS=100</c> says in a long run (seeds 1 to 100, ten times as many steps each).</summary>
public sealed class StoreDifferentialTests(RedisFixture fixture) : IClassFixture<RedisFixture>, IAsyncLifetime
{
    private const int UsualSteps = 400;
    private const int ManySteps = 4000;

    private static readonly int Asked = int.TryParse(
        Environment.GetEnvironmentVariable("SALESINTEL_DIFFERENTIAL_SEEDS"), NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? asked : 0;

    private readonly TurnedTime time = new(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));
    private readonly SqliteFolder folder = new();
    private readonly List<RedisStore> servers = [];

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, Asked > 0 ? Asked : 4)];

    private static int Steps => Asked > 0 ? ManySteps : UsualSteps;

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        foreach (var server in servers)
        {
            await server.DisposeAsync();
        }

        await folder.DisposeAsync();
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public Task All_stores_answer_alike(int seed) => new StoreComparison(seed, time, Memory(1), Sqlite(1), Redis(1)) { LongestJump = TimeSpan.FromHours(1) }
        .RunAsync(Steps);

    [Theory]
    [MemberData(nameof(Seeds))]
    public Task All_stores_answer_alike_to_several_processes(int seed) =>
        new StoreComparison(seed + 1_000_000, time, Memory(3), Sqlite(3), Redis(3)).RunAsync(Steps);

    // Redis ends lives by its own clock, which a test can't turn.
    [Theory]
    [MemberData(nameof(Seeds))]
    public Task Lives_end_alike(int seed)
    {
        var lives = seed % 2 == 0
            ? (Event: TimeSpan.FromHours(1), Key: TimeSpan.FromHours(3))
            : (Event: TimeSpan.FromHours(3), Key: TimeSpan.FromHours(1));
        return new StoreComparison(seed + 2_000_000, time, Memory(1, lives), Sqlite(1, lives))
        {
            LongestPause = TimeSpan.FromMinutes(10),
            LongestLife = TimeSpan.FromMinutes(20),
            FindsFirst = false,
        }.RunAsync(Steps);
    }

    private StoreSide Memory(int clients, (TimeSpan Event, TimeSpan Key)? lives = null)
    {
        var store = StoreClient.Of(new MemoryStore(time, lives?.Event, lives?.Key));
        return new StoreSide("memory", [.. Enumerable.Repeat(store, clients)]);
    }

    private StoreSide Sqlite(int clients, (TimeSpan Event, TimeSpan Key)? lives = null)
    {
        List<SqliteStore> stores = [.. Enumerable.Range(0, clients).Select(_ => folder.Open(time, options =>
        {
            options.EventLife = lives?.Event ?? options.EventLife;
            options.IdempotencyLife = lives?.Key ?? options.IdempotencyLife;
        }))];
        return new StoreSide("sqlite", [.. stores.Select(store => StoreClient.Of(store))])
        {
            Upkeep = () => stores[0].Retention.RunAsync(CancellationToken.None),
        };
    }

    private StoreSide Redis(int clients)
    {
        var prefix = $"{{t{Guid.NewGuid():N}}}:";
        List<RedisStore> stores = [.. Enumerable.Range(0, clients).Select(_ => RedisClient.Create(
            fixture.Url,
            options =>
            {
                options.KeyPrefix = prefix;
                options.FollowsServerTime = false;
            },
            time))];
        servers.AddRange(stores);
        return new StoreSide("redis", [.. stores.Select(store => StoreClient.Of(store))])
        {
            // As after a restart: the scripts are sent anew.
            Upkeep = () => fixture.Admin.GetDatabase().ExecuteAsync("SCRIPT", "FLUSH"),
        };
    }
}
