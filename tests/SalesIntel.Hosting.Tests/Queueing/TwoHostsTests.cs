using System.Collections.Concurrent;
using System.Text;
using SalesIntel.Hosting.Tests.Hosts;
using SalesIntel.Hosting.Tests.Storage;
using SalesIntel.Storage.Contract;

namespace SalesIntel.Hosting.Tests.Queueing;

public sealed class TwoHostsTests(RedisFixture redis) : IClassFixture<RedisFixture>
{
    [Fact]
    public async Task Two_hosts_share_the_work_and_never_run_a_lead_twice_at_a_time_or_out_of_order()
    {
        const int Count = 400;
        const int Leads = 12;
        ConcurrentDictionary<string, int> running = new();
        ConcurrentDictionary<string, ConcurrentQueue<int>> seen = new();
        ConcurrentBag<string> overlaps = [];
        int[] done = [0, 0];
        await using var one = await StartAsync(0);
        await using var two = await StartAsync(1);

        // Every third event is the same lead's.
        await Parallel.ForAsync(0, Leads, async (lead, _) =>
        {
            for (var number = 0; number < Count / Leads * (lead == 0 ? 4 : 1); number++)
            {
                await (number % 2 == 0 ? one : two).Store.AcceptAsync(Event(lead, number), default);
            }
        });
        var all = Count / Leads * (Leads + 3);
        await Until.TrueAsync(() => done[0] + done[1] == all);

        Assert.Empty(overlaps);
        Assert.All(seen.Values, numbers => Assert.Equal(Enumerable.Range(0, numbers.Count), numbers));
        Assert.Equal(all, seen.Values.Sum(numbers => numbers.Count));
        Assert.All(done, part => Assert.NotEqual(0, part));

        Task<RedisHost> StartAsync(int host) => RedisHost.StartAsync(
            redis.Url,
            async (store, lease, stop) =>
            {
                var lane = lease.Lane.Value;
                if (running.AddOrUpdate(lane, 1, (_, count) => count + 1) != 1)
                {
                    overlaps.Add(lane);
                }

                seen.GetOrAdd(lane, _ => new()).Enqueue(int.Parse(lease.Event.ExternalId.Split('-')[1]));
                await Task.Delay(1, stop);
                running.AddOrUpdate(lane, 0, (_, count) => count - 1);
                await RedisHost.FinishAsync(store, lease, stop);
                Interlocked.Increment(ref done[host]);
            },
            null,
            ("REDIS_KEY_PREFIX", "two:"));
    }

    private static NewEvent Event(int lead, int number) => new()
    {
        Source = "calendly",
        EventType = "invitee.created",
        ExternalId = $"{lead}-{number}",
        IdempotencyKey = $"calendly:invitee.created:{lead}-{number}",
        Revision = "1",
        Payload = Encoding.UTF8.GetBytes("{}"),
        Lane = new Lane($"lead:{lead}"),
    };
}
