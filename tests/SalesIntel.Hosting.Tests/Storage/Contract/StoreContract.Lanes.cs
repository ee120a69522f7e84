using System.Collections.Concurrent;
using SalesIntel.Storage.Contract;

namespace SalesIntel.Hosting.Tests.Storage;

public abstract partial class StoreContract
{
    [Fact]
    public async Task Claim_of_nothing_is_null() => Assert.Null(await Queue.ClaimOneAsync(Lease, None));

    [Fact]
    public async Task Claim_takes_the_lane_due_for_longest_and_its_first_event()
    {
        var other = await AcceptAsync(Booking("b", Lane.Lead(Bob)));
        Time.Advance(TimeSpan.FromSeconds(1));
        var first = await AcceptAsync(Booking("a1"));
        var second = await AcceptAsync(Booking("a2"));

        var one = await ClaimAsync();
        var two = await ClaimAsync();
        Assert.Equal((other, first), (one.Event.EventId, two.Event.EventId));
        Assert.Equal((Lane.Lead(Bob), Lane.Lead(Ada)), (one.Lane, two.Lane));
        Assert.NotEqual(one.Token, two.Token);
        Assert.Equal(Time.GetUtcNow() + Lease, one.Until);
        Assert.Equal(EventStatus.Processing, one.Event.Status);
        Assert.Equal(EventStatus.Processing, (await GetAsync(other)).Status);
        Assert.Equal(EventStatus.Queued, (await GetAsync(second)).Status);

        // The second event of a lane waits for the first.
        Assert.Null(await Queue.ClaimOneAsync(Lease, None));
        Assert.True(await CommitAsync(two, Done));
        Assert.Equal(second, (await ClaimAsync()).Event.EventId);
    }

    [Fact]
    public async Task Events_of_a_lane_come_in_the_order_of_acceptance()
    {
        List<string> accepted = [];
        for (var index = 0; index < 30; index++)
        {
            accepted.Add(await AcceptAsync(Booking($"a{index}")));
        }

        foreach (var id in accepted)
        {
            var held = await ClaimAsync();
            Assert.Equal(id, held.Event.EventId);
            Assert.True(await CommitAsync(held, Done));
        }

        Assert.Null(await Queue.ClaimOneAsync(Lease, None));
    }

    [Fact]
    public async Task Hot_lane_does_not_hold_up_other_lanes()
    {
        for (var index = 0; index < 500; index++)
        {
            await Events.AcceptAsync(Booking($"hot{index}"), None);
        }

        Time.Advance(TimeSpan.FromSeconds(1));
        for (var index = 0; index < 20; index++)
        {
            await Events.AcceptAsync(Booking($"cold{index}", new Lane($"lead:{index}")), None);
        }

        var cold = 0;
        for (var turn = 0; turn < 24; turn++)
        {
            Time.Advance(TimeSpan.FromMilliseconds(5));
            var held = await ClaimAsync();
            cold += held.Lane == Lane.Lead(Ada) ? 0 : 1;
            Assert.True(await CommitAsync(held, Done));
        }

        Assert.Equal(20, cold);
    }

    [Fact]
    public async Task Eight_claimers_run_each_event_once_in_order_and_no_lane_twice_at_a_time()
    {
        const int Count = 400;
        const int Lanes = 40;
        for (var index = 0; index < Count; index++)
        {
            await AcceptAsync(Booking($"{index}", new Lane($"lead:{index % Lanes}")));
        }

        StoreClient[] clients = [Store, CreateClientOfSameData()];
        ConcurrentDictionary<Lane, int> holders = new();
        ConcurrentDictionary<Lane, ConcurrentQueue<int>> seen = new();
        var done = 0;
        await Task.WhenAll(Enumerable.Range(0, 8).Select(worker => Task.Run(() => RunAsync(clients[worker % 2].Queue)))).WaitAsync(TimeSpan.FromSeconds(60));

        Assert.Equal(Count, done);
        Assert.Equal(Lanes, seen.Count);
        foreach (var (lane, order) in seen)
        {
            var number = int.Parse(lane.Value["lead:".Length..]);
            Assert.Equal(Enumerable.Range(0, Count / Lanes).Select(turn => number + (turn * Lanes)), order);
        }

        var health = await Events.GetStatusAsync(None);
        Assert.Equal((0, 0), (health.LanesWaiting, health.DeadLetters));

        async Task RunAsync(IWorkQueue queue)
        {
            while (Volatile.Read(ref done) < Count)
            {
                if (await queue.ClaimOneAsync(Lease, None) is not { } held)
                {
                    await Task.Yield();
                    continue;
                }

                Assert.Equal(1, holders.AddOrUpdate(held.Lane, 1, (_, count) => count + 1));
                seen.GetOrAdd(held.Lane, _ => new()).Enqueue(int.Parse(held.Event.ExternalId));
                await Task.Yield();
                holders.AddOrUpdate(held.Lane, 0, (_, count) => count - 1);
                Assert.True(await queue.CommitAsync(held, new EventCommit { Next = Done }, None));
                Interlocked.Increment(ref done);
            }
        }
    }

    [Fact]
    public async Task Accepting_while_the_lane_empties_strands_nothing()
    {
        // The last event of a lane is finished while the next one is accepted, over and over.
        const int Count = 200;
        var other = CreateClientOfSameData();
        var accepting = Task.Run(async () =>
        {
            for (var index = 0; index < Count; index++)
            {
                await other.Events.AcceptAsync(Booking($"a{index}"), None);
            }
        });
        var done = 0;
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (done < Count)
        {
            limit.Token.ThrowIfCancellationRequested();
            if (await Queue.ClaimOneAsync(Lease, None) is { } held)
            {
                Assert.True(await CommitAsync(held, Done));
                done++;
            }
        }

        await accepting;
        Assert.Equal(0, (await Events.GetStatusAsync(None)).LanesWaiting);
    }

    [Fact]
    public async Task MoveTo_enters_the_other_lane_at_its_place_by_acceptance()
    {
        var early = await AcceptAsync(Booking("early", Lane.Extraction(Bob)));
        var late = await AcceptAsync(Booking("late", Lane.Lead(Bob)));
        var held = await ClaimAsync();
        Assert.Equal(early, held.Event.EventId);
        Time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.True(await CommitAsync(held, new NextStep.RetryAt(Time.GetUtcNow(), ChargeAttempt: true)));
        var lead = await ClaimAsync();
        Assert.Equal(late, lead.Event.EventId);
        var again = await ClaimAsync();
        Assert.Equal((early, 1), (again.Event.EventId, again.Event.Attempts));

        Assert.True(await CommitAsync(again, new NextStep.MoveTo(Lane.Lead(Bob), Stage.Deliver, Bob)));
        var moved = await GetAsync(early);
        Assert.Equal((EventStatus.Queued, Stage.Deliver, 0), (moved.Status, moved.Stage, moved.Attempts));
        Assert.Equal((Lane.Lead(Bob), Bob), (moved.Lane, moved.Lead));
        Assert.False(await CommitAsync(again, Done));
        Assert.Null(await Queue.ClaimOneAsync(Lease, None));

        Assert.True(await CommitAsync(lead, new NextStep.Release()));
        var next = await ClaimAsync();
        Assert.Equal((early, Lane.Lead(Bob)), (next.Event.EventId, next.Lane));
        Assert.True(await CommitAsync(next, Done));
        Assert.Equal(late, (await ClaimAsync()).Event.EventId);
    }

    [Fact]
    public async Task MoveTo_leaves_the_old_lane_to_its_next_event()
    {
        var moving = await AcceptAsync(Booking("a", Lane.Meeting("m")));
        var staying = await AcceptAsync(Booking("b", Lane.Meeting("m")));
        Assert.True(await CommitAsync(await ClaimAsync(), new NextStep.MoveTo(Lane.Lead(Ada), Stage.Facts, Ada)));

        var claimed = new[] { (await ClaimAsync()).Event.EventId, (await ClaimAsync()).Event.EventId };
        Assert.Equal(new[] { moving, staying }.Order(), claimed.Order());
    }

    [Fact]
    public async Task MoveTo_the_same_lane_keeps_it_there_with_the_new_stage()
    {
        var id = await AcceptAsync(Booking("a"));
        Assert.True(await CommitAsync(await ClaimAsync(), new NextStep.MoveTo(Lane.Lead(Ada), Stage.Deliver, Ada)));
        var held = await ClaimAsync();
        Assert.Equal((id, Stage.Deliver), (held.Event.EventId, held.Event.Stage));
        Assert.True(await CommitAsync(held, Done));
        Assert.Equal(0, (await Events.GetStatusAsync(None)).LanesWaiting);
    }

    [Fact]
    public async Task RetryAt_holds_back_the_lane_but_no_other()
    {
        var failing = await AcceptAsync(Booking("a1"));
        await AcceptAsync(Booking("a2"));
        Time.Advance(TimeSpan.FromSeconds(1));
        var other = await AcceptAsync(Booking("b", Lane.Lead(Bob)));
        var at = Time.GetUtcNow() + TimeSpan.FromSeconds(60);
        Assert.True(await CommitAsync(await ClaimAsync(), new NextStep.RetryAt(at, ChargeAttempt: true)));

        Assert.Equal(other, (await ClaimAsync()).Event.EventId);
        Assert.Equal((EventStatus.Queued, 1), ((await GetAsync(failing)).Status, (await GetAsync(failing)).Attempts));
        await AcceptAsync(Booking("a3"));
        Time.Advance(TimeSpan.FromSeconds(29));
        Assert.Null(await Queue.ClaimOneAsync(TimeSpan.FromHours(1), None));
        Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(other, (await Queue.ClaimOneAsync(TimeSpan.FromHours(1), None))!.Event.EventId);
        Time.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal(failing, (await ClaimAsync()).Event.EventId);
    }

    [Fact]
    public async Task Lane_that_waits_for_a_retry_keeps_every_later_event_and_their_order_and_holds_up_no_other_lane()
    {
        for (var index = 0; index < 5; index++)
        {
            await AcceptAsync(Booking($"a{index}"));
            await AcceptAsync(Booking($"b{index}", new Lane($"lead:{index % 2}")));
        }

        List<string> begun = [];
        var failures = 3;
        while (begun.Count < 14)
        {
            if (await Queue.ClaimOneAsync(Lease, None) is not { } held)
            {
                // Nothing is due but the failing lane's retry; what comes meanwhile queues up behind it.
                await AcceptAsync(Booking($"a{9 - failures}"));
                Time.Advance(TimeSpan.FromSeconds(60));
                continue;
            }

            begun.Add(held.Event.ExternalId);
            var fails = held.Event.ExternalId == "a0" && failures-- > 0;
            Assert.True(await CommitAsync(held, fails ? new NextStep.RetryAt(Time.GetUtcNow() + TimeSpan.FromSeconds(60), true) : Done));
        }

        // All of the others ran while the first event of the failing lane waited for its second attempt.
        Assert.Equal(["b0", "b1", "b2", "b3", "b4"], begun[..6].Where(id => id[0] == 'b').Order());
        Assert.Equal(["a0", "a0", "a0", "a0", "a1", "a2", "a3", "a4", "a7"], begun.Where(id => id[0] == 'a'));
        Assert.Equal("a8", (await ClaimAsync()).Event.ExternalId);
    }

    [Fact]
    public async Task RetryAt_without_charge_leaves_the_attempts()
    {
        var id = await AcceptAsync(Booking("a"));
        Assert.True(await CommitAsync(await ClaimAsync(), new NextStep.RetryAt(Time.GetUtcNow(), ChargeAttempt: false)));
        Assert.Equal(0, (await GetAsync(id)).Attempts);
    }
}
