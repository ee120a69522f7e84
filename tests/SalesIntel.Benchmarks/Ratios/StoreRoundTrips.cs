using System.Globalization;
using BenchmarkDotNet.Attributes;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using SalesIntel.Hosting.Redis;
using SalesIntel.Hosting.Sqlite;
using SalesIntel.Hosting.Tests.Storage;
using SalesIntel.Leads;
using SalesIntel.Storage.Contract;

namespace SalesIntel.Benchmarks.Ratios;

/// <summary>Accepting an event, and taking and finishing one, against one bare transaction that stores the same body and an entry in a
/// sorted index, on the same server or disk.</summary>
[Config(typeof(StoreRunConfig))]
public class StoreRoundTrips
{
    private static readonly EventCommit Finished = new() { Next = new NextStep.Finish(EventStatus.Processed, DryRun: false) };

    private readonly byte[] body = Fixtures.Body("calendly", "invitee_created_full");
    private DirectoryInfo? folder;
    private RedisServer? server;
    private IEventStore? events;
    private IWorkQueue? queue;
    private IBareStore? bare;
    private long count;

    [Params("redis", "sqlite")]
    public string Store { get; set; } = "";

    [GlobalSetup]
    public async Task StartAsync()
    {
        folder = Directory.CreateTempSubdirectory("salesintel-benchmark-");
        if (Store == "redis")
        {
            server = await RedisServer.StartAsync("--appendonly", "yes", "--appendfsync", "everysec");
            bare = await BareRedis.ConnectAsync(new Uri(server.Url));
            Use(new RedisStore(
                Options.Create(new RedisStoreOptions { Url = server.Url }), TimeProvider.System, NullLogger<RedisStore>.Instance));
        }
        else
        {
            bare = new BareSqlite(Path.Combine(folder.FullName, "bare.db"));
            Use(new SqliteStore(
                Options.Create(new SqliteStoreOptions { DataDirectory = folder.FullName }),
                TimeProvider.System,
                NullLogger<SqliteStore>.Instance));
        }
    }

    [GlobalCleanup]
    public async Task StopAsync()
    {
        await ((IAsyncDisposable)events!).DisposeAsync();
        await bare!.DisposeAsync();
        if (server is not null)
        {
            await server.DisposeAsync();
        }

        folder!.Delete(recursive: true);
    }

    [IterationSetup(Target = nameof(ClaimAndFinish))]
    public void Fill()
    {
        for (var i = 0; i < StoreRunConfig.Calls; i++)
        {
            Accept().GetAwaiter().GetResult();
        }
    }

    [Benchmark(Baseline = true)]
    public Task BareTransaction() => bare!.StoreAsync($"bare:{Next()}", body, count);

    [Benchmark]
    public async Task<AcceptReceipt> Accept()
    {
        var id = Next();
        var lead = LeadKey.FromEmail($"invitee{id}@company.example");
        return await events!.AcceptAsync(
            new NewEvent
            {
                Source = "calendly",
                EventType = "invitee.created",
                ExternalId = id,
                IdempotencyKey = $"calendly:invitee.created:{id}",
                Revision = "1",
                Payload = body,
                Lead = lead,
                Lane = Lane.Lead(lead),
            },
            CancellationToken.None);
    }

    [Benchmark]
    public async Task<bool> ClaimAndFinish()
    {
        var held = await queue!.ClaimOneAsync(TimeSpan.FromSeconds(30), CancellationToken.None)
            ?? throw new InvalidOperationException("Nothing was due.");
        return await queue!.CommitAsync(held, Finished, CancellationToken.None);
    }

    private void Use<TStore>(TStore store)
        where TStore : IEventStore, IWorkQueue => (events, queue) = (store, store);

    private string Next() => (++count).ToString(CultureInfo.InvariantCulture);
}
