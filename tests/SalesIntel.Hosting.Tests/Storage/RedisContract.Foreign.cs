using SalesIntel.Storage.Contract;

namespace SalesIntel.Hosting.Tests.Storage;

/// <summary>Keys of ours at which another program has left something.</summary>
public abstract partial class RedisContract
{
    [Theory]
    [InlineData("event_by_idem:calendly:invitee.created:a")]
    [InlineData("event_by_idem:calendly:invitee.created:a:1")]
    [InlineData("index:events")]
    [InlineData("queue:due")]
    [InlineData("lane:")]
    [InlineData("event:")]
    public async Task Acceptance_that_meets_a_foreign_value_is_refused_whole_and_names_the_key(string name)
    {
        var accepted = Booking("a");
        var key = $"{prefix}{name}{(name == "lane:" ? accepted.Lane!.Value.Value : name == "event:" ? accepted.EventId : "")}";
        await Database.ListRightPushAsync(key, "foreign");
        var refused = await Assert.ThrowsAsync<StoreUnavailableException>(() => Events.AcceptAsync(accepted, None));
        Assert.Contains(key, refused.Message, StringComparison.Ordinal);
        Assert.Contains("REDIS_KEY_PREFIX", refused.Message, StringComparison.Ordinal);
        Assert.Equal([key], Keys());

        await Database.KeyDeleteAsync(key);
        Assert.False((await Events.AcceptAsync(accepted, None)).IsDuplicate);
        Assert.Equal(accepted.EventId, (await ClaimAsync()).Event.EventId);
    }

    [Theory]
    [InlineData("queue:dead")]
    [InlineData("queue:dead:pending")]
    public async Task Acceptance_of_what_has_failed_is_refused_whole_where_the_dead_letters_are_not_ours(string name)
    {
        await Database.ListRightPushAsync(prefix + name, "foreign");
        var refused = await Assert.ThrowsAsync<StoreUnavailableException>(
            () => Events.AcceptAsync(Booking("a") with { Status = EventStatus.Failed, Lane = null }, None));
        Assert.Contains(prefix + name, refused.Message, StringComparison.Ordinal);
        Assert.Equal([prefix + name], Keys());

        // What is in order is accepted, and can't end as a dead letter before that is mended.
        await AcceptAsync(Booking("b"));
        var held = await ClaimAsync();
        await Assert.ThrowsAsync<StoreUnavailableException>(() => CommitAsync(held, new NextStep.DeadLetter()));
        await Database.KeyDeleteAsync(prefix + name);
        Assert.True(await CommitAsync(held, new NextStep.DeadLetter()));
    }

    [Theory]
    [InlineData("lane")]
    [InlineData("lease")]
    public async Task Lane_with_a_foreign_value_waits_and_the_others_go_on(string kind)
    {
        var waiting = await AcceptAsync(Booking("a"));
        Time.Advance(TimeSpan.FromMilliseconds(1));
        var other = await AcceptAsync(Booking("b", Lane.Lead(Bob)));
        var key = $"{prefix}{kind}:lead:{Ada}";
        await Database.KeyRenameAsync($"{prefix}lane:lead:{Ada}", $"{prefix}aside");
        await Database.HashSetAsync(key, "foreign", "1");

        Assert.Equal(other, Assert.Single(await Queue.ClaimAsync(5, Lease, None)).Event.EventId);
        Assert.Empty(await Queue.ClaimAsync(5, Lease, None));
        Assert.Equal("1", await Database.HashGetAsync(key, "foreign"));

        await Database.KeyDeleteAsync(key);
        await Database.KeyRenameAsync($"{prefix}aside", $"{prefix}lane:lead:{Ada}");
        Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Contains(waiting, (await Queue.ClaimAsync(5, Lease, None)).Select(held => held.Event.EventId));
    }

    [Theory]
    [InlineData("lane")]
    [InlineData("lease")]
    [InlineData("event")]
    public async Task Commit_that_meets_a_foreign_value_in_its_lane_sets_the_lane_aside(string kind)
    {
        var id = await AcceptAsync(Booking("a"));
        var other = await AcceptAsync(Booking("b", Lane.Lead(Bob)));
        var held = (await Queue.ClaimAsync(2, Lease, None)).ToDictionary(one => one.Event.EventId);
        var key = kind == "event" ? $"{prefix}event:{id}" : $"{prefix}{kind}:lead:{Ada}";
        await Database.KeyDeleteAsync(key);
        await Database.ListRightPushAsync(key, "foreign");

        Assert.False(await Queue.CommitAsync(held[id], FullCommit(), None));
        Assert.Equal("", (await Events.GetLeadAsync(Ada, None)).CrmId);
        Assert.Equal(Time.GetUtcNow().AddMinutes(1).ToUnixTimeMilliseconds(), await Database.SortedSetScoreAsync($"{prefix}queue:due", $"lead:{Ada}"));
        Assert.True(await CommitAsync(held[other], Done));
        Assert.Equal("foreign", await Database.ListGetByIndexAsync(key, 0));
    }

    [Theory]
    [InlineData("lead:")]
    [InlineData("meeting:m-1")]
    [InlineData("idem:processed:calendly:invitee.created:a")]
    [InlineData("index:meetings:2026030209")]
    public async Task Commit_that_meets_a_foreign_value_elsewhere_writes_nothing_and_is_permanent(string name)
    {
        await AcceptAsync(Booking("a"));
        var held = await ClaimAsync();
        var before = await GetAsync(held.Event.EventId);
        var key = $"{prefix}{name}{(name == "lead:" ? Ada.Value : "")}";
        await Database.ListRightPushAsync(key, "foreign");

        var commit = FullCommit() with { AwaitsBookingsOf = Time.GetUtcNow() };
        var failure = await Assert.ThrowsAnyAsync<Exception>(() => Queue.CommitAsync(held, commit, None));
        Assert.IsNotType<StoreUnavailableException>(failure);
        Assert.Contains(key, failure.Message, StringComparison.Ordinal);
        var after = await GetAsync(held.Event.EventId);
        Assert.Equal((before.Status, before.UpdatedAt, 0), (after.Status, after.UpdatedAt, after.Ledger.Count));

        Assert.True(await Queue.CommitAsync(held, new EventCommit { Next = new NextStep.DeadLetter(), Error = failure.Message }, None));
        if (name == "lead:")
        {
            Assert.Equal(failure.Message, (await Assert.ThrowsAnyAsync<Exception>(() => Events.GetLeadAsync(Ada, None))).Message);
        }
    }

    [Fact]
    public async Task Claim_of_many_passes_over_what_is_broken_and_takes_the_others_in_the_same_call()
    {
        List<string> accepted = [];
        for (var index = 0; index < 5; index++)
        {
            accepted.Add(await AcceptAsync(Booking($"a{index}", new Lane($"lead:{index}"))));
        }

        await Database.HashSetAsync($"{prefix}event:{accepted[0]}", "created_at", "yesterday");
        await Database.KeyDeleteAsync($"{prefix}event:{accepted[1]}");
        await Database.KeyDeleteAsync($"{prefix}lane:lead:2");
        await Database.StringSetAsync($"{prefix}lane:lead:2", "foreign");

        Assert.Equal(accepted[3..], (await Queue.ClaimAsync(5, Lease, None)).Select(held => held.Event.EventId).OrderBy(accepted.IndexOf));
        Assert.Equal((EventStatus.Failed, "store/corrupt"), ((await GetAsync(accepted[0])).Status, (await GetAsync(accepted[0])).ErrorClass));
        Assert.Empty(await Queue.ClaimAsync(5, Lease, None));
    }

    [Fact]
    public async Task Commit_of_an_event_that_is_gone_is_lost_and_leaves_the_lane_to_the_next()
    {
        var gone = await AcceptAsync(Booking("a"));
        var next = await AcceptAsync(Booking("b"));
        var held = await ClaimAsync();
        await Database.KeyDeleteAsync($"{prefix}event:{gone}");
        Assert.False(await Queue.CommitAsync(held, FullCommit(), None));
        Assert.False(await Database.KeyExistsAsync($"{prefix}event:{gone}"));
        Assert.Equal(next, (await ClaimAsync()).Event.EventId);
    }

    [Fact]
    public async Task Claim_answers_with_no_more_than_fits_into_one_answer()
    {
        for (var index = 0; index < 4; index++)
        {
            await AcceptAsync(Booking($"a{index}", new Lane($"lead:{index}")) with { Payload = new byte[600_000] });
        }

        Assert.Equal(2, (await Queue.ClaimAsync(4, Lease, None)).Count);
        Assert.Equal(2, (await Queue.ClaimAsync(4, Lease, None)).Count);
        Assert.Empty(await Queue.ClaimAsync(4, Lease, None));
    }

    [Fact]
    public async Task Lane_with_more_missing_events_than_one_look_takes_is_emptied()
    {
        for (var index = 0; index < 500; index++)
        {
            await Database.SortedSetAddAsync($"{prefix}lane:lead:{Ada}", $"gone{index}", index);
        }

        await Database.SortedSetAddAsync($"{prefix}queue:due", $"lead:{Ada}", 1);
        var last = await AcceptAsync(Booking("a"));
        Assert.Equal(last, Assert.Single(await Queue.ClaimAsync(4, Lease, None)).Event.EventId);
    }

    private IEnumerable<string> Keys() =>
        fixture.Admin.GetServers().SelectMany(server => server.Keys(pattern: $"{prefix}*", pageSize: 1000)).Select(key => key.ToString());
}
