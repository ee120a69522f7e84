using System.Diagnostics;
using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using SalesIntel.Hosting.Redis;
using SalesIntel.Leads;
using SalesIntel.Storage.Contract;
using StackExchange.Redis;
using Xunit.Abstractions;

namespace SalesIntel.Hosting.Tests.Storage;

/// <summary>What many events cost the store, and that nothing of them stays for ever.</summary>
public sealed class RetentionTests(ITestOutputHelper output)
{
    // A payload of 1 KB is in it.
    private const int MostBytesAnEvent = 6_000;
    private const int EventsALead = 4;
    private const int Senders = 32;
    private const int Workers = 4;

    [Fact]
    public async Task Many_events_cost_bounded_memory_and_everything_about_them_ends()
    {
        // 100,000 take more than two minutes on two busy cores.
        var count = int.TryParse(Environment.GetEnvironmentVariable("SALESINTEL_RETENTION_EVENTS"), out var wanted) ? wanted : 10_000;
        await using var server = await RedisServer.StartAsync();
        using var admin = await server.ConnectAsync();
        var options = new RedisStoreOptions { Url = server.Url };
        await using var store = new RedisStore(Options.Create(options), TimeProvider.System, NullLogger<RedisStore>.Instance);
        var before = await MemoryAsync(admin);
        var watch = Stopwatch.StartNew();

        await Parallel.ForAsync(0, count, new ParallelOptions { MaxDegreeOfParallelism = Senders }, async (number, stop) =>
            await store.AcceptAsync(Event(number), stop));
        output.WriteLine($"accepted after {watch.Elapsed}");
        var ended = 0;
        await Task.WhenAll(Enumerable.Range(0, Workers).Select(_ => Task.Run(RunAsync)));
        Assert.Equal(count, ended);

        var each = (await MemoryAsync(admin) - before) / count;
        output.WriteLine($"{count} events: {each} bytes each, after {watch.Elapsed}");
        Assert.InRange(each, 1, MostBytesAnEvent);

        var ends = await EndsAsync(admin);
        Assert.Equal(count, ends.Count(key => key.Key.StartsWith("event:", StringComparison.Ordinal)));
        Assert.DoesNotContain(ends, key => key.Value is null);
        Assert.All(ends, key => Assert.True(key.Value <= options.IdempotencyLife, key.Key));
        Assert.All(
            ends.Where(key => key.Key.StartsWith("event:", StringComparison.Ordinal) || key.Key is "queue:dead" or "queue:dead:pending" or "index:events"),
            key => Assert.True(key.Value <= options.EventLife, key.Key));

        async Task RunAsync()
        {
            while (Volatile.Read(ref ended) < count)
            {
                if (await store.ClaimOneAsync(TimeSpan.FromMinutes(5), default) is { } held)
                {
                    Assert.True(await store.CommitAsync(held, Commit(held.Event), default));
                    Interlocked.Increment(ref ended);
                }
            }
        }
    }

    // One in ten ends as a dead letter, one in ten is ignored.
    private static EventCommit Commit(WebhookEvent taken)
    {
        var number = int.Parse(taken.ExternalId);
        return new EventCommit
        {
            Next = (number % 10) switch
            {
                0 => new NextStep.DeadLetter(),
                1 => new NextStep.Finish(EventStatus.Ignored, DryRun: false),
                _ => new NextStep.Finish(EventStatus.Processed, DryRun: false),
            },
            Ledger = new Dictionary<string, LedgerEntry> { ["facts"] = new(LedgerState.Done, taken.CreatedAt, "5187435000000388001", "{}") },
            Lead = new LeadUpdate
            {
                Key = taken.Lead!.Value,
                Email = Email(number),
                Facts = [new BookingCanceled { EventId = taken.EventId, At = taken.CreatedAt, InviteeId = $"inv-{number}" }],
                CrmId = "5187435000000388001",
                Written = new() { ["Last_Name"] = "Lovelace", ["Lead_Status"] = "Demo Booked" },
            },
            AssignMeeting = $"meeting-{number}",
        };
    }

    private static string Email(int number) => $"lead{number / EventsALead}@lovelace.example";

    private static NewEvent Event(int number)
    {
        var lead = LeadKey.FromEmail(Email(number));
        return new NewEvent
        {
            Source = "calendly",
            EventType = "invitee.created",
            ExternalId = $"{number}",
            IdempotencyKey = $"calendly:invitee.created:https://api.calendly.com/scheduled_events/E{number}/invitees/I{number}",
            Revision = "1",
            Payload = Encoding.UTF8.GetBytes($"{number}".PadRight(1_000, 'x')),
            Lane = Lane.Lead(lead),
            Lead = lead,
        };
    }

    private static async Task<long> MemoryAsync(IConnectionMultiplexer admin)
    {
        var memory = await admin.GetServers()[0].InfoAsync("memory");
        return long.Parse(memory.SelectMany(section => section).First(line => line.Key == "used_memory").Value);
    }

    private static async Task<IReadOnlyDictionary<string, TimeSpan?>> EndsAsync(IConnectionMultiplexer admin)
    {
        Dictionary<string, TimeSpan?> ends = [];
        var database = admin.GetDatabase();
        foreach (var page in admin.GetServers()[0].Keys(pageSize: 5_000).Chunk(5_000))
        {
            var lives = await Task.WhenAll(page.Select(key => database.KeyTimeToLiveAsync(key)));
            foreach (var (key, life) in page.Zip(lives))
            {
                ends[key.ToString()] = life;
            }
        }

        return ends;
    }
}
