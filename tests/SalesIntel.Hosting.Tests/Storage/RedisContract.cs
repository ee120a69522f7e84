using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using SalesIntel.Hosting.Redis;
using SalesIntel.Storage.Contract;
using StackExchange.Redis;

namespace SalesIntel.Hosting.Tests.Storage;

/// <summary>What holds for the store on any Redis-compatible server: the keys that users know, and what happens to broken ones.</summary>
public abstract partial class RedisContract(IRedisFixture fixture) : StoreContract, IAsyncDisposable
{
    private readonly List<RedisStore> stores = [];
    private readonly string prefix = $"{{t{Guid.NewGuid():N}}}:";

    protected IDatabase Database => fixture.Admin.GetDatabase();

    protected override StoreClient CreateClient(TimeSpan? eventLife = null, TimeSpan? idempotencyLife = null) =>
        StoreClient.Of(CreateStore(eventLife, idempotencyLife));

    protected RedisStore CreateStore(TimeSpan? eventLife = null, TimeSpan? idempotencyLife = null)
    {
        var options = new RedisStoreOptions { Url = fixture.Url, KeyPrefix = prefix };
        options.FollowsServerTime = false;
        options.EventLife = eventLife ?? options.EventLife;
        options.IdempotencyLife = idempotencyLife ?? options.IdempotencyLife;
        var store = new RedisStore(Options.Create(options), Time, NullLogger<RedisStore>.Instance);
        stores.Add(store);
        return store;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var store in stores)
        {
            await store.DisposeAsync();
        }
    }

    [Fact]
    public async Task Keys_are_those_that_users_know()
    {
        var id = await AcceptAsync(Booking("a"));
        var hash = (await Database.HashGetAllAsync($"{prefix}event:{id}")).ToDictionary(field => field.Name.ToString(), field => field.Value.ToString());
        Assert.Equal(
            ["attempts", "created_at", "event_id", "event_type", "external_id", "idempotency_key", "lane", "last_error", "lead", "payload",
                "revision", "source", "stage", "status", "updated_at", "verified"],
            hash.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(("queued", "0", "", "2026-03-02T09:00:00.000000Z"), (hash["status"], hash["attempts"], hash["last_error"], hash["created_at"]));
        Assert.Equal(("{\"id\":\"a\"}", "1"), (hash["payload"], hash["verified"]));
        Assert.Equal(id, (string?)await Database.StringGetAsync($"{prefix}event_by_idem:calendly:invitee.created:a"));
        Assert.Equal(id, (string?)await Database.StringGetAsync($"{prefix}event_by_idem:calendly:invitee.created:a:1"));
        Assert.Equal(1772442000000, await Database.SortedSetScoreAsync($"{prefix}queue:due", Lane.Lead(Ada).Value));
        Assert.Equal(1772442000000000, await Database.SortedSetScoreAsync($"{prefix}lane:lead:{Ada}", id));
        Assert.Equal(1772442000000000, await Database.SortedSetScoreAsync($"{prefix}index:events", id));

        Assert.True(await Queue.CommitAsync(await ClaimAsync(), FullCommit(), None));
        Assert.Equal("1", (string?)await Database.StringGetAsync($"{prefix}idem:processed:calendly:invitee.created:a"));
        Assert.Equal("ada@lovelace.example", (string?)await Database.StringGetAsync($"{prefix}meeting:m-1"));
        Assert.Equal("processed", (string?)await Database.HashGetAsync($"{prefix}event:{id}", "status"));
        Assert.Equal("crm-1", (string?)await Database.HashGetAsync($"{prefix}lead:{Ada}", "crm_id"));
    }

    [Fact]
    public async Task Event_of_before_is_neither_verified_nor_not_and_can_be_replaced()
    {
        var id = await AcceptAsync(Booking("a"));
        await Database.HashDeleteAsync($"{prefix}event:{id}", "verified");

        Assert.Null((await GetAsync(id)).Verified);
        Assert.True(await Events.ReplaceAsync(Booking("a") with { Payload = "signed"u8.ToArray() }, None));
        Assert.Equal((true, "signed"), ((await GetAsync(id)).Verified, (string?)await Database.HashGetAsync($"{prefix}event:{id}", "payload")));
    }

    [Fact]
    public async Task Processed_mark_is_not_set_by_a_dry_run()
    {
        await AcceptAsync(Booking("a"));
        Assert.True(await CommitAsync(await ClaimAsync(), new NextStep.Finish(EventStatus.Processed, DryRun: true)));
        Assert.False(await Database.KeyExistsAsync($"{prefix}idem:processed:calendly:invitee.created:a"));
    }

    [Fact]
    public async Task Nothing_is_left_without_an_end()
    {
        for (var index = 0; index < 12; index++)
        {
            await AcceptAsync(Booking($"{index}", new Lane($"lead:{index % 3}")));
        }

        await AcceptAsync(Booking("failed") with { Status = EventStatus.Failed, Lane = null });
        await Store.Circuits.OpenAsync("zoho", Time.GetUtcNow() + Lease, "503", None);
        await Store.State.SetAsync("zoho:access_token", "t", Lease, None);
        Assert.NotNull(await Store.State.TryLockAsync("refresh", Lease, None));
        NextStep[] ends = [Done, new NextStep.DeadLetter(), new NextStep.Finish(EventStatus.Ignored, true)];
        var turn = 0;
        while (await Queue.ClaimOneAsync(Lease, None) is { } held)
        {
            var step = held.Lane.Value.StartsWith("lead:x", StringComparison.Ordinal) ? Done
                : turn++ % 4 == 3 ? new NextStep.MoveTo(new Lane("lead:x"), Stage.Deliver, Ada) : ends[turn % 3];
            Assert.True(await Queue.CommitAsync(held, FullCommit() with { Next = step }, None));
            Time.Advance(TimeSpan.FromSeconds(1));
        }

        var endless = new List<string>();
        foreach (var key in fixture.Admin.GetServers().SelectMany(server => server.Keys(pattern: $"{prefix}*", pageSize: 1000)))
        {
            if (await Database.KeyTimeToLiveAsync(key) is null)
            {
                endless.Add(key.ToString()[prefix.Length..]);
            }
        }

        Assert.Empty(endless);

        // While events come, the index and the list of dead letters are cut with each.
        Time.Advance(TimeSpan.FromDays(31));
        await AcceptAsync(Booking("later"));
        Assert.True(await CommitAsync(await ClaimAsync(), new NextStep.DeadLetter()));
        Assert.Equal(1, await Database.SortedSetLengthAsync($"{prefix}index:events"));
        Assert.Equal(1, await Database.SortedSetLengthAsync($"{prefix}queue:dead"));
    }

    [Fact]
    public async Task Missing_event_is_taken_out_of_its_lane()
    {
        var gone = await AcceptAsync(Booking("a"));
        var next = await AcceptAsync(Booking("b"));
        await Database.KeyDeleteAsync($"{prefix}event:{gone}");

        Assert.Equal(next, (await ClaimAsync()).Event.EventId);
        Assert.False(await Database.KeyExistsAsync($"{prefix}event:{gone}"));
        Assert.Single(await Database.SortedSetRangeByRankAsync($"{prefix}lane:lead:{Ada}"));
    }

    [Fact]
    public async Task Lane_with_nothing_but_missing_events_disappears()
    {
        await Database.KeyDeleteAsync($"{prefix}event:{await AcceptAsync(Booking("a"))}");
        Assert.Null(await Queue.ClaimOneAsync(Lease, None));
        Assert.Equal(0, (await Events.GetStatusAsync(None)).LanesWaiting);
    }

    [Theory]
    [InlineData("status", "wonderful")]
    [InlineData("status", null)]
    [InlineData("payload", null)]
    [InlineData("created_at", "yesterday")]
    [InlineData("attempts", "many")]
    [InlineData("stage", "17")]
    [InlineData("ledger:crm", "{")]
    public async Task Corrupt_event_is_dead_lettered_and_the_lane_goes_on(string field, string? value)
    {
        var corrupt = await AcceptAsync(Booking("a"));
        var next = await AcceptAsync(Booking("b"));
        _ = value is null
            ? await Database.HashDeleteAsync($"{prefix}event:{corrupt}", field)
            : await Database.HashSetAsync($"{prefix}event:{corrupt}", field, value);

        Assert.Equal(next, (await ClaimAsync()).Event.EventId);
        var dead = await GetAsync(corrupt);
        Assert.Equal(2, (await ListAsync(new EventFilter())).Count);
        Assert.Equal(corrupt, Assert.Single(await ListAsync(new EventFilter { Status = EventStatus.Failed })).EventId);
        Assert.Equal((EventStatus.Failed, "store/corrupt"), (dead.Status, dead.ErrorClass));
        Assert.Contains(field, dead.LastError, StringComparison.Ordinal);
        Assert.NotNull(await Database.SortedSetScoreAsync($"{prefix}queue:dead", corrupt));
        Assert.NotNull(await Database.KeyTimeToLiveAsync($"{prefix}event:{corrupt}"));
    }

    [Fact]
    public async Task Event_whose_key_was_overwritten_does_not_hold_up_its_lane()
    {
        var overwritten = await AcceptAsync(Booking("a"));
        var next = await AcceptAsync(Booking("b"));
        await Database.StringSetAsync($"{prefix}event:{overwritten}", "something else");
        Assert.Equal(next, (await ClaimAsync()).Event.EventId);
    }

    [Fact]
    public async Task Event_that_can_not_be_told_of_does_not_keep_others_from_being_told()
    {
        var overwritten = await AcceptAsync(Booking("a") with { Status = EventStatus.Failed, Lane = null });
        var gone = await AcceptAsync(Booking("b") with { Status = EventStatus.Failed, Lane = null });
        var again = await AcceptAsync(Booking("c"));
        var told = await AcceptAsync(Booking("d") with { Status = EventStatus.Failed, Lane = null });
        await Database.StringSetAsync($"{prefix}event:{overwritten}", "something else");
        await Database.KeyDeleteAsync($"{prefix}event:{gone}");
        await Database.SortedSetAddAsync($"{prefix}queue:dead:pending", again, 1);
        Time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal([told], (await Store.DeadLetterAlerts.ListPendingAlertsAsync(Time.GetUtcNow(), 10, None)).Select(stored => stored.EventId));
        Assert.Equal([told], (await Database.SortedSetRangeByRankAsync($"{prefix}queue:dead:pending")).Select(id => id.ToString()));
    }

    [Fact]
    public async Task Acceptance_that_overtook_itself_does_not_run_a_finished_event_again()
    {
        // What the losing one of two racing acceptances may leave behind.
        var id = await AcceptAsync(Booking("a"));
        var moved = await AcceptAsync(Booking("b"));
        Assert.True(await CommitAsync(await ClaimAsync(), Done));
        Assert.True(await CommitAsync(await ClaimAsync(), new NextStep.MoveTo(Lane.Extraction(Ada), Stage.Extract, Ada)));
        await Database.SortedSetAddAsync($"{prefix}lane:lead:{Ada}", [new(id, 1), new(moved, 2)]);
        await Database.SortedSetAddAsync($"{prefix}queue:due", Lane.Lead(Ada).Value, 1);

        var held = await ClaimAsync();
        Assert.Equal((moved, Lane.Extraction(Ada)), (held.Event.EventId, held.Lane));
        Assert.Null(await Queue.ClaimOneAsync(Lease, None));
        Assert.Equal(EventStatus.Processed, (await GetAsync(id)).Status);
        Assert.Equal(1, (await Events.GetStatusAsync(None)).LanesWaiting);
    }

    [Fact]
    public async Task Lanes_whose_claim_was_not_answered_are_given_back_unless_somebody_else_has_them()
    {
        var id = await AcceptAsync(Booking("a"));
        var other = await AcceptAsync(Booking("b", Lane.Lead(Bob)));
        var lost = await Queue.ClaimAsync(2, Lease, None);
        Assert.Equal(2, lost.Count);
        var until = Time.GetUtcNow() + Lease;
        var keys = new RedisKeys(prefix);
        var unanswered = new UnansweredClaims(new RedisScripts(keys, "test"), keys, new StoreClock(Time));
        var attempt = new ClaimAttempt(lost[0].Token.Split('-')[0], until);
        unanswered.Add(attempt);
        Assert.Empty(await Queue.ClaimAsync(2, Lease, None));
        await unanswered.GiveBackAsync(Database);
        Assert.Equal((EventStatus.Queued, EventStatus.Queued), ((await GetAsync(id)).Status, (await GetAsync(other)).Status));
        var held = await Queue.ClaimAsync(2, Lease, None);
        Assert.Equal(new[] { (id, 0), (other, 0) }.Order(), held.Select(one => (one.Event.EventId, one.Event.Attempts)).Order());

        unanswered.Add(attempt);
        await unanswered.GiveBackAsync(Database);
        Assert.Empty(await Queue.ClaimAsync(2, Lease, None));
        Assert.True(await CommitAsync(held[0], Done));
        Assert.True(await CommitAsync(held[1], Done));
    }

    [Fact]
    public async Task Claim_that_reaches_the_server_after_it_was_given_up_is_given_back_too()
    {
        var keys = new RedisKeys(prefix);
        var unanswered = new UnansweredClaims(new RedisScripts(keys, "test"), keys, new StoreClock(Time));
        await AcceptAsync(Booking("a"));
        var attempt = new ClaimAttempt("late", Time.GetUtcNow() + Lease);
        unanswered.Add(attempt);
        await unanswered.GiveBackAsync(Database);
        await Database.StringSetAsync($"{prefix}lease:lead:{Ada}", "late-1");
        await Database.SortedSetAddAsync($"{prefix}queue:due", Lane.Lead(Ada).Value, attempt.Until.ToUnixTimeMilliseconds());
        Assert.Null(await Queue.ClaimOneAsync(Lease, None));

        await unanswered.GiveBackAsync(Database);
        Assert.NotNull(await Queue.ClaimOneAsync(Lease, None));
    }

    private static EventCommit FullCommit() => new()
    {
        Next = Done,
        Ledger = new Dictionary<string, LedgerEntry> { ["crm:lead"] = new(LedgerState.Done, DateTimeOffset.UnixEpoch) },
        Lead = Update("e"),
        AssignMeeting = "m-1",
    };
}
