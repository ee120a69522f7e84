using Microsoft.Extensions.Time.Testing;
using SalesIntel.Engine;
using SalesIntel.Leads;
using SalesIntel.Storage.Contract;

namespace SalesIntel.Hosting.Tests.Storage.Sqlite;

/// <summary>Lists of events, whichever index is gone through.</summary>
public sealed class SqliteListingTests : IAsyncDisposable
{
    private static readonly string?[] Sources = [null, "calendly", "readai", "none"];
    private static readonly string?[] Types = [null, "invitee.created", "invitee.canceled", "meeting_end"];
    private static readonly string?[] Errors = [null, "", "zoho", "zoho/INVALID", "event"];
    private static readonly EventStatus?[] Statuses =
        [null, EventStatus.Queued, EventStatus.Ignored, EventStatus.Failed, EventStatus.Processed];

    private readonly SqliteFolder folder = new();
    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task Every_combination_of_conditions_gives_what_the_store_in_memory_gives()
    {
        var random = new Random(7);
        var store = folder.Open(time);
        var memory = new MemoryStore(time);
        for (var number = 0; number < 400; number++)
        {
            var accepted = Some(random, number);
            await store.AcceptAsync(accepted, default);
            await memory.AcceptAsync(accepted, default);
            time.Advance(TimeSpan.FromSeconds(1));
            if (number % 20 == 0)
            {
                Assert.Equal(await WorkAsync(store), await WorkAsync(memory));
            }
        }

        var compared = 0;
        for (var round = 0; round < 200; round++)
        {
            var filter = new EventFilter
            {
                Status = Statuses[random.Next(Statuses.Length)],
                Source = Sources[random.Next(Sources.Length)],
                EventType = Types[random.Next(Types.Length)],
                ErrorClass = Errors[random.Next(Errors.Length)],
                Lead = random.Next(3) == 0 ? Lead(random.Next(5)) : null,
                Since = random.Next(2) == 0 ? time.GetUtcNow() - TimeSpan.FromSeconds(random.Next(400)) : null,
                Until = random.Next(2) == 0 ? time.GetUtcNow() - TimeSpan.FromSeconds(random.Next(400)) : null,
                Limit = random.Next(2) == 0 ? 1_000 : 7,
            };
            var expected = await IdsAsync(memory, filter);
            compared += expected.Count;
            Assert.Equal(expected, await IdsAsync(store, filter));
        }

        Assert.True(compared > 200);
    }

    [Theory]
    [InlineData("calendly:invitee.created:https://api.example/e/1", "2026-03-02T09:00:00.000Z")]
    [InlineData("a", ":b:")]
    [InlineData("a:b", "")]
    public async Task Key_is_found_with_and_without_its_revision_whatever_colons_they_hold(string key, string revision)
    {
        var store = folder.Open(time);
        var id = (await store.AcceptAsync(SqliteSamples.Event("a") with { IdempotencyKey = key, Revision = revision }, default)).EventId;
        Assert.Equal(id, await store.FindEventIdAsync(key, default));
        Assert.Equal(id, await store.FindEventIdAsync($"{key}:{revision}", default));
        Assert.Null(await store.FindEventIdAsync($"{key}:{revision}x", default));
        Assert.Null(await store.FindEventIdAsync(key[..^1], default));
        Assert.Null(await store.FindEventIdAsync("", default));
        Assert.Null(await store.FindEventIdAsync(":", default));
    }

    public ValueTask DisposeAsync() => folder.DisposeAsync();

    private static LeadKey Lead(int number) => LeadKey.FromEmail($"lead{number}@lovelace.example");

    private static NewEvent Some(Random random, int number)
    {
        var status = Statuses[random.Next(1, 4)]!.Value;
        return SqliteSamples.Event($"{number}") with
        {
            Status = status,
            Source = Sources[random.Next(1, 3)]!,
            EventType = Types[random.Next(1, 4)]!,
            ErrorClass = status == EventStatus.Failed ? Errors[random.Next(Errors.Length)] : null,
            Lead = random.Next(4) == 0 ? null : Lead(random.Next(5)),
            Lane = random.Next(4) == 0 ? Lane.Meeting($"{number}") : Lane.Lead(Lead(random.Next(5))),
        };
    }

    // Each lane's first event ends, goes on elsewhere, or stays where it is.
    private static async Task<List<string>> WorkAsync<T>(T store)
        where T : IWorkQueue
    {
        List<string> done = [];
        foreach (var held in (await store.ClaimAsync(1_000, SqliteSamples.Lease, default)).OrderBy(one => one.Event.CreatedAt))
        {
            var lead = held.Event.Lead ?? Lead(0);
            NextStep next = (held.Event.CreatedAt.Second % 4) switch
            {
                0 => new NextStep.Release(),
                1 => new NextStep.MoveTo(Lane.Extraction(lead), Stage.Extract, lead),
                2 => new NextStep.MoveTo(Lane.Lead(lead), Stage.Facts, lead),
                _ => new NextStep.Finish(EventStatus.Processed, DryRun: false),
            };
            Assert.True(await store.CommitAsync(held, new EventCommit { Next = next }, default));
            done.Add($"{held.Event.EventId} {next}");
        }

        return done;
    }

    private static async Task<List<string>> IdsAsync(IEventStore store, EventFilter filter)
    {
        List<string> ids = [];
        await foreach (var found in store.ListAsync(filter, default))
        {
            ids.Add(found.EventId);
        }

        return ids;
    }
}
