using System.Globalization;
using System.Net;
using BenchmarkDotNet.Attributes;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using SalesIntel.Hosting.Redis;
using SalesIntel.Hosting.Tests.Storage;
using SalesIntel.Leads;
using SalesIntel.SampleHost;
using SalesIntel.Storage.Contract;
using StackExchange.Redis;

namespace SalesIntel.Benchmarks.Ratios;

/// <summary>Accepting an event, and taking and finishing one, against one bare transaction (SET of the same body, ZADD) on the same
/// server.</summary>
[Config(typeof(StoreRunConfig))]
public class StoreRoundTrips
{
    private static readonly EventCommit Finished = new() { Next = new NextStep.Finish(EventStatus.Processed, DryRun: false) };

    private readonly byte[] body = Fixtures.Body("calendly", "invitee_created_full");
    private DirectoryInfo? folder;
    private RedisServer? server;
    private EmbeddedStore? embedded;
    private RedisStore? store;
    private ConnectionMultiplexer? connection;
    private long count;

    [Params("redis", "embedded")]
    public string Store { get; set; } = "";

    [GlobalSetup]
    public async Task StartAsync()
    {
        folder = Directory.CreateTempSubdirectory("salesintel-benchmark-");
        if (Store == "redis")
        {
            server = await RedisServer.StartAsync("--appendonly", "yes", "--appendfsync", "everysec");
        }
        else
        {
            embedded = await EmbeddedStore.StartAsync(folder.FullName, NullLoggerFactory.Instance, CancellationToken.None);
        }

        var url = new Uri(embedded?.Url ?? server!.Url);
        connection = await ConnectionMultiplexer.ConnectAsync(new ConfigurationOptions
        {
            EndPoints = { { IPAddress.Loopback, url.Port } }, Password = url.UserInfo.TrimStart(':'),
        });
        var options = new RedisStoreOptions { Url = url.ToString(), IsEmbedded = embedded is not null };
        store = new RedisStore(Options.Create(options), TimeProvider.System, NullLogger<RedisStore>.Instance);
    }

    [GlobalCleanup]
    public async Task StopAsync()
    {
        await store!.DisposeAsync();
        await connection!.DisposeAsync();
        if (embedded is not null)
        {
            await embedded.DisposeAsync();
        }

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
    public async Task<bool> BareTransaction()
    {
        var key = $"bare:{Next()}";
        var transaction = connection!.GetDatabase().CreateTransaction();
        _ = transaction.StringSetAsync(key, body);
        _ = transaction.SortedSetAddAsync("bare", key, count);
        return await transaction.ExecuteAsync();
    }

    [Benchmark]
    public async Task<AcceptReceipt> Accept()
    {
        var id = Next();
        var lead = LeadKey.FromEmail($"invitee{id}@company.example");
        return await store!.AcceptAsync(
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
        var held = await store!.ClaimOneAsync(TimeSpan.FromSeconds(30), CancellationToken.None)
            ?? throw new InvalidOperationException("Nothing was due.");
        return await store!.CommitAsync(held, Finished, CancellationToken.None);
    }

    private string Next() => (++count).ToString(CultureInfo.InvariantCulture);
}
