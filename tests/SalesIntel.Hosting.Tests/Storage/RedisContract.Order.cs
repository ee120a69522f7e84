using SalesIntel.Storage.Contract;
using SalesIntel.Text;

namespace SalesIntel.Hosting.Tests.Storage;

/// <summary>The order of acceptance, which scripts read from events and write to them.</summary>
public abstract partial class RedisContract
{
    public static TheoryData<int> Days => [0, 303, 364, 727, 728, 729, 730, 27_393, 27_394];

    [Theory]
    [MemberData(nameof(Days))]
    public async Task Requeued_event_has_its_place_by_acceptance(int days)
    {
        Time.Advance(TimeSpan.FromDays(days) + TimeSpan.FromTicks(123_456_780));
        var id = await AcceptAsync(Booking("a") with { Status = EventStatus.Ignored, Lane = null });
        var accepted = await Database.SortedSetScoreAsync($"{prefix}index:events", id);
        Time.Advance(TimeSpan.FromHours(1));
        Assert.Equal(RequeueOutcome.Requeued, await Events.RequeueAsync(id, new RequeueRequest(Lane.Meeting("m"), Stage.Route, null), None));
        Assert.Equal(accepted, await Database.SortedSetScoreAsync($"{prefix}lane:meeting:m", id));
    }

    [Theory]
    [MemberData(nameof(Days))]
    public async Task Event_that_is_accepted_after_one_with_a_later_time_comes_after_it(int days)
    {
        var ahead = Time.GetUtcNow() + TimeSpan.FromDays(days) + TimeSpan.FromTicks(123_456_780);
        var score = AcceptanceClock.ToMicroseconds(ahead);
        await Database.SortedSetAddAsync($"{prefix}lane:lead:{Ada}", "of a host whose clock is ahead", score);

        var first = await AcceptAsync(Booking("a"));
        var second = await AcceptAsync(Booking("b"));
        Assert.Equal(score + 1, await Database.SortedSetScoreAsync($"{prefix}lane:lead:{Ada}", first));
        Assert.Equal(score + 2, await Database.SortedSetScoreAsync($"{prefix}index:events", second));
        var stored = await GetAsync(first);
        Assert.Equal((AcceptanceClock.FromMicroseconds(score + 1), stored.CreatedAt), (stored.CreatedAt, stored.UpdatedAt));
        Assert.Equal(
            TimeText.Precise(AcceptanceClock.FromMicroseconds(score + 2)),
            (string?)await Database.HashGetAsync($"{prefix}event:{second}", "created_at"));
        Assert.Equal(1772442000000, await Database.SortedSetScoreAsync($"{prefix}queue:due", $"lead:{Ada}"));
    }

    [Fact]
    public async Task Many_accepted_at_once_into_one_lane_have_an_order()
    {
        StoreClient[] clients = [Store, CreateClient()];
        await Task.WhenAll(Enumerable.Range(0, 400).Select(number => Task.Run(() => clients[number % 2].Events.AcceptAsync(Booking($"{number}"), None))));
        var scores = (await Database.SortedSetRangeByRankWithScoresAsync($"{prefix}lane:lead:{Ada}")).Select(entry => entry.Score).ToList();
        Assert.Equal((400, 400), (scores.Count, scores.Distinct().Count()));
    }
}
