using SalesIntel.Engine;
using SalesIntel.Storage.Contract;

namespace SalesIntel.Hosting.Tests.Storage;

public abstract partial class StoreContract
{
    [Fact]
    public async Task Slots_are_never_held_by_more_than_there_are()
    {
        var clients = Both;
        var granted = await Race(index => clients[index % 2].Slots.RequestAsync(Slots($"p{index}", wanted: 2, capacity: 5), None));
        Assert.Equal(5, granted.Sum(grant => grant.Held));
        Assert.Equal(16, granted.Max(grant => grant.Holders));
        Assert.Equal(2, (await Store.Slots.RequestAsync(Slots("p0", wanted: 2, capacity: 5) with { Name = "others" }, None)).Held);
    }

    [Fact]
    public async Task Slots_go_to_whoever_waits_as_soon_as_they_are_not_in_use()
    {
        var (first, second) = (Store.Slots, CreateClientOfSameData().Slots);
        Assert.Equal((8, 8), Seen(await first.RequestAsync(Slots("a", wanted: 8), None)));
        Assert.Equal((0, 4), Seen(await second.RequestAsync(Slots("b", wanted: 8), None)));
        Assert.Equal((6, 4), Seen(await first.RequestAsync(Slots("a", wanted: 8) with { InUse = 6 }, None)));
        Assert.Equal((2, 4), Seen(await second.RequestAsync(Slots("b", wanted: 8), None)));
        Assert.Equal((4, 4), Seen(await first.RequestAsync(Slots("a", wanted: 8) with { InUse = 1 }, None)));
        Assert.Equal((4, 4), Seen(await second.RequestAsync(Slots("b", wanted: 8) with { InUse = 2 }, None)));

        // Who wants less leaves it to the other.
        Assert.Equal((1, 1), Seen(await second.RequestAsync(Slots("b", wanted: 1), None)));
        Assert.Equal((7, 7), Seen(await first.RequestAsync(Slots("a", wanted: 8) with { InUse = 4 }, None)));
        Assert.Equal((0, 0), Seen(await second.RequestAsync(Slots("b", wanted: 0), None)));
        Assert.Equal((8, 8), Seen(await first.RequestAsync(Slots("a", wanted: 8) with { InUse = 7 }, None)));
    }

    [Fact]
    public async Task Slots_lapse_when_their_holder_does_not_ask_again()
    {
        var asked = Slots("a", wanted: 3, capacity: 3);
        Assert.Equal(3, (await Store.Slots.RequestAsync(asked, None)).Held);
        Time.Advance(asked.Life - TimeSpan.FromSeconds(1));
        Assert.Equal(3, (await Store.Slots.RequestAsync(asked with { InUse = 3 }, None)).Held);
        Assert.Equal(0, (await Store.Slots.RequestAsync(Slots("b", wanted: 3, capacity: 3), None)).Held);
        Time.Advance(asked.Life);
        var granted = await Store.Slots.RequestAsync(Slots("b", wanted: 3, capacity: 3), None);
        Assert.Equal((3, 1), (granted.Held, granted.Holders));

        // What has lapsed is another's now, whatever its former holder still does.
        Assert.Equal(0, (await Store.Slots.RequestAsync(asked with { InUse = 3 }, None)).Held);
    }

    [Fact]
    public async Task Slots_go_round_where_there_are_fewer_than_processes()
    {
        string[] processes = ["a", "b", "c"];
        List<string> served = [];
        var inUse = "";
        for (var round = 0; round < 24; round++)
        {
            // Each asks again and again; whoever has the slot is ready with it when it asks the next time.
            var process = processes[round % 3];
            var grant = await Store.Slots.RequestAsync(Slots(process, wanted: 1, capacity: 1), None);
            if (grant.Held == 1 && inUse != process)
            {
                served.Add(inUse = process);
            }
        }

        Assert.True(served.Count >= 6, string.Join(' ', served));
        Assert.All(served.Chunk(3).Where(turn => turn.Length == 3), turn => Assert.Equal(processes, turn.Order()));
    }

    [Fact]
    public async Task Slots_are_as_many_as_the_most_careful_process_says()
    {
        Assert.Equal(6, (await Store.Slots.RequestAsync(Slots("a", wanted: 6), None)).Held);
        Assert.Equal((0, 2), Seen(await Store.Slots.RequestAsync(Slots("b", wanted: 6, capacity: 4), None)));
        Assert.Equal((2, 2), Seen(await Store.Slots.RequestAsync(Slots("a", wanted: 6), None)));
        Assert.Equal((2, 2), Seen(await Store.Slots.RequestAsync(Slots("b", wanted: 6, capacity: 4), None)));
        Assert.Equal((0, 0), Seen(await Store.Slots.RequestAsync(Slots("b", wanted: 0, capacity: 4), None)));
        Assert.Equal((6, 6), Seen(await Store.Slots.RequestAsync(Slots("a", wanted: 6), None)));
    }

    [Fact]
    public async Task Slots_tell_whoever_waits_that_some_came_back()
    {
        await Store.Slots.RequestAsync(Slots("a", wanted: 2, capacity: 2), None);
        var holds = await Store.Slots.RequestAsync(Slots("a", wanted: 2, capacity: 2) with { InUse = 2 }, None);
        var waits = await Store.Slots.RequestAsync(Slots("b", wanted: 2, capacity: 2), None);
        await holds.Changed.WaitAsync(Patience);
        waits = await Store.Slots.RequestAsync(Slots("b", wanted: 2, capacity: 2), None);
        await Store.Slots.RequestAsync(Slots("a", wanted: 2, capacity: 2), None);
        await waits.Changed.WaitAsync(Patience);
        Assert.Equal(1, (await Store.Slots.RequestAsync(Slots("b", wanted: 2, capacity: 2), None)).Held);
    }

    [Fact]
    public async Task Slots_are_divided_by_one_rule_in_every_store()
    {
        var random = new Random(20261126);
        var rule = new MemoryStore(Time);
        var clients = Both;
        for (var step = 0; step < 400; step++)
        {
            Time.Advance(TimeSpan.FromMilliseconds(random.Next(0, 4_000)));
            var request = Slots($"p{random.Next(6)}", random.Next(9), random.Next(5) == 0 ? 4 : 8) with { InUse = random.Next(9) };
            var expected = await rule.RequestAsync(request, None);
            var found = await clients[step % 2].Slots.RequestAsync(request, None);
            Assert.Equal((step, expected.Held, expected.Share, expected.Holders), (step, found.Held, found.Share, found.Holders));
        }
    }

    private static SlotRequest Slots(string holder, int wanted, int capacity = 8) => new()
    {
        Name = "zoho", Holder = holder, Wanted = wanted, Capacity = capacity, Life = TimeSpan.FromSeconds(30),
    };

    private static (int Held, int Share) Seen(SlotGrant grant) => (grant.Held, grant.Share);
}
