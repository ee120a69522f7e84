using System.Collections.Concurrent;
using SalesIntel.Storage.Contract;

namespace SalesIntel.Hosting.Tests.Storage;

public abstract partial class StoreContract
{
    [Fact]
    public async Task Claim_takes_as_many_lanes_as_asked_for_those_due_longest_first()
    {
        List<string> accepted = [];
        for (var index = 0; index < 5; index++)
        {
            accepted.Add(await AcceptAsync(Booking($"a{index}", new Lane($"lead:{9 - index}"))));
            Time.Advance(TimeSpan.FromMilliseconds(10));
        }

        var first = await Queue.ClaimAsync(3, Lease, None);
        Assert.Equal(accepted[..3], first.Select(held => held.Event.EventId));
        Assert.Equal(3, first.Select(held => held.Token).Distinct().Count());
        Assert.All(first, held => Assert.Equal(Time.GetUtcNow() + Lease, held.Until));
        Assert.All(first, held => Assert.Equal((EventStatus.Processing, held.Lane), (held.Event.Status, held.Event.Lane!.Value)));
        foreach (var id in accepted)
        {
            Assert.Equal(accepted.IndexOf(id) < 3 ? EventStatus.Processing : EventStatus.Queued, (await GetAsync(id)).Status);
        }

        Assert.Equal(accepted[3..], (await Queue.ClaimAsync(3, Lease, None)).Select(held => held.Event.EventId));
        Assert.Empty(await Queue.ClaimAsync(3, Lease, None));
        foreach (var held in first)
        {
            Assert.True(await CommitAsync(held, Done));
        }

        Assert.Equal(2, (await Events.GetStatusAsync(None)).LanesWaiting);
    }

    [Fact]
    public async Task Claim_of_more_than_there_is_takes_what_is_due_and_of_each_lane_the_first_event_alone()
    {
        var first = await AcceptAsync(Booking("a1"));
        var second = await AcceptAsync(Booking("a2"));
        Time.Advance(TimeSpan.FromMilliseconds(1));
        var other = await AcceptAsync(Booking("b", Lane.Lead(Bob)));
        await AcceptAsync(Booking("later", Lane.Meeting("m")));
        Time.Advance(TimeSpan.FromMilliseconds(1));
        var later = (await Queue.ClaimAsync(50, TimeSpan.FromSeconds(1), None)).Single(held => held.Lane == Lane.Meeting("m"));
        Assert.True(await CommitAsync(later, new NextStep.RetryAt(Time.GetUtcNow() + TimeSpan.FromHours(1), ChargeAttempt: true)));
        Time.Advance(TimeSpan.FromSeconds(1));

        var held = await Queue.ClaimAsync(50, Lease, None);
        Assert.Equal([first, other], held.Select(one => one.Event.EventId).OrderBy(id => id == first ? 0 : 1));
        Assert.Empty(await CreateClientOfSameData().Queue.ClaimAsync(50, Lease, None));
        Assert.True(await CommitAsync(held.Single(one => one.Event.EventId == first), Done));
        Assert.Equal(second, Assert.Single(await Queue.ClaimAsync(50, Lease, None)).Event.EventId);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public async Task Claim_of_fewer_than_one_is_refused(int atMost) =>
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Queue.ClaimAsync(atMost, Lease, None));

    [Fact]
    public async Task Claim_cancelled_takes_nothing()
    {
        var id = await AcceptAsync(Booking("a"));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Queue.ClaimAsync(2, Lease, new CancellationToken(canceled: true)));
        Assert.Equal(id, Assert.Single(await Queue.ClaimAsync(2, Lease, None)).Event.EventId);
    }

    [Fact]
    public async Task Claimers_of_many_at_a_time_never_share_a_lane_and_run_each_event_once_in_order()
    {
        const int Count = 400;
        const int Lanes = 25;
        for (var index = 0; index < Count; index++)
        {
            await AcceptAsync(Booking($"{index}", new Lane($"lead:{index % Lanes}")));
        }

        StoreClient[] clients = [Store, CreateClientOfSameData()];
        ConcurrentDictionary<Lane, int> holders = new();
        ConcurrentDictionary<Lane, ConcurrentQueue<int>> seen = new();
        var done = 0;
        await Task.WhenAll(Enumerable.Range(0, 6).Select(worker => Task.Run(() => RunAsync(clients[worker % 2].Queue, worker + 1))))
            .WaitAsync(TimeSpan.FromSeconds(60));

        Assert.Equal(Count, done);
        Assert.Equal(Lanes, seen.Count);
        foreach (var (lane, order) in seen)
        {
            var number = int.Parse(lane.Value["lead:".Length..]);
            Assert.Equal(Enumerable.Range(0, Count / Lanes).Select(turn => number + (turn * Lanes)), order);
        }

        Assert.Equal(0, (await Events.GetStatusAsync(None)).LanesWaiting);

        async Task RunAsync(IWorkQueue queue, int atMost)
        {
            while (Volatile.Read(ref done) < Count)
            {
                var taken = await queue.ClaimAsync(atMost, Lease, None);
                Assert.True(taken.Count <= atMost);
                foreach (var held in taken)
                {
                    Assert.Equal(1, holders.AddOrUpdate(held.Lane, 1, (_, count) => count + 1));
                    seen.GetOrAdd(held.Lane, _ => new()).Enqueue(int.Parse(held.Event.ExternalId));
                }

                await Task.Yield();
                foreach (var held in taken)
                {
                    holders.AddOrUpdate(held.Lane, 0, (_, count) => count - 1);
                    Assert.True(await queue.CommitAsync(held, new EventCommit { Next = Done }, None));
                    Interlocked.Increment(ref done);
                }
            }
        }
    }
}
