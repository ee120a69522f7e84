using SalesIntel.Hosting.Sqlite;
using SalesIntel.Hosting.Tests.Hosts;
using SalesIntel.Storage.Contract;
using static SalesIntel.Hosting.Tests.Storage.Sqlite.SqliteSamples;

namespace SalesIntel.Hosting.Tests.Storage.Sqlite;

/// <summary>A clock that is wrong, or is set while the store is used or between two starts.</summary>
public sealed class SqliteClockTests : IAsyncDisposable
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly SqliteFolder folder = new();

    [Theory]
    [InlineData(-1)]
    [InlineData(1)]
    public async Task Clock_that_is_set_by_an_hour_between_two_starts_reorders_and_holds_up_nothing(int hours)
    {
        var before = folder.Open();
        var first = (await before.AcceptAsync(Event("a"), default)).EventId;
        Assert.NotNull(await before.ClaimOneAsync(Second, default));
        await folder.CloseAsync();

        var store = folder.Open(new ShiftedTime(Hour * hours));
        var second = (await store.AcceptAsync(Event("b"), default)).EventId;
        Assert.True(await store.CommitAsync(await ClaimAsync(store, first), Finish(), default));
        Assert.Equal(second, (await store.ClaimOneAsync(Lease, default))!.Event.EventId);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1)]
    public async Task Process_whose_clock_is_an_hour_off_takes_nothing_that_another_holds_and_keeps_none_waiting(int hours)
    {
        var time = new ShiftedTime(Hour * hours);
        var right = folder.Open();
        var wrong = folder.Open(time);
        List<string> accepted = [];
        foreach (var store in new[] { right, wrong, right, wrong })
        {
            accepted.Add((await store.AcceptAsync(Event($"{accepted.Count}"), default)).EventId);
        }

        Func<DateTimeOffset> rightNow = TimeProvider.System.GetUtcNow;
        foreach (var (taker, other, now) in new[] { (right, wrong, rightNow), (wrong, right, time.GetUtcNow) })
        {
            var held = await ClaimAsync(taker, accepted[0]);
            Assert.InRange(held.Until - now(), Lease / 2, Lease);
            Assert.Null(await other.ClaimOneAsync(Lease, default));
            Assert.True(await taker.CommitAsync(held, new EventCommit { Next = new NextStep.RetryAt(now() + Second, true) }, default));
            Assert.Null(await other.ClaimOneAsync(Lease, default));
            var again = await ClaimAsync(other, accepted[0]);
            Assert.True(await other.CommitAsync(again, new EventCommit { Next = new NextStep.Release() }, default));
        }

        foreach (var id in accepted)
        {
            Assert.True(await wrong.CommitAsync(await ClaimAsync(wrong, id), Finish(), default));
        }
    }

    [Fact]
    public void Clock_goes_on_from_what_was_reached_and_the_host_takes_over_when_it_is_later()
    {
        var time = new ShiftedTime(TimeSpan.Zero);
        var clock = new StoreClock(time);
        var start = time.GetUtcNow();
        clock.Reach(start + Hour);
        clock.Reach(start);
        var reached = clock.Now;
        Assert.InRange(reached, start + Hour, start + Hour + (Hour / 2));
        time.SetBy(-Hour);
        Assert.InRange(clock.Now, reached, start + Hour + (Hour / 2));
        time.SetBy(Hour * 2);
        Assert.InRange(clock.Now, start + (Hour * 2), start + (Hour * 2.5));
    }

    public ValueTask DisposeAsync() => folder.DisposeAsync();

    // A process that was behind goes by what the other had kept a second ago at most.
    private static async Task<EventLease> ClaimAsync(SqliteStore store, string expected)
    {
        EventLease? held = null;
        await Until.TrueAsync(async () => (held = await store.ClaimOneAsync(Lease, default)) is not null);
        Assert.Equal(expected, held!.Event.EventId);
        return held;
    }
}
