using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using SalesIntel.Engine;
using SalesIntel.Storage.Contract;
using SalesIntel.Zoho.Client;
using SalesIntel.Zoho.Tests.Support;

namespace SalesIntel.Zoho.Tests.Gate;

public sealed class SlotPoolTests : IAsyncDisposable
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero));
    private readonly List<SlotPool> _pools = [];
    private readonly AwayLeases _store;

    public SlotPoolTests() => _store = new AwayLeases(new MemoryStore(_time));

    [Fact]
    public async Task Without_a_store_a_process_has_all_slots()
    {
        var pool = Pool(3, leases: null);
        await TakeAsync(pool, 3);
        var fourth = pool.TakeAsync(ZohoPriority.Normal, default).AsTask();
        Assert.False(fourth.IsCompleted);
        pool.Return();
        await fourth;
    }

    [Fact]
    public async Task Calls_cost_no_question_to_the_store_while_there_are_enough_slots()
    {
        var pool = Pool(8);
        await TakeAsync(pool, 8);
        var asked = _store.Asked;
        for (var call = 0; call < 1_000; call++)
        {
            pool.Return();
            await pool.TakeAsync(ZohoPriority.Normal, default);
        }

        Assert.Equal(asked, _store.Asked);
    }

    [Fact]
    public async Task Process_that_waits_gets_its_share_as_soon_as_calls_end_and_the_rest_is_kept()
    {
        var (first, second) = (Pool(4), Pool(4));
        await TakeAsync(first, 4);
        var waiting = Enumerable.Range(0, 4).Select(_ => second.TakeAsync(ZohoPriority.Normal, default).AsTask()).ToList();
        await AssertServedAsync(waiting, 0);

        // Each that ends while the other waits for its share is the other's.
        first.Return();
        await AssertServedAsync(waiting, 1);
        first.Return();
        await AssertServedAsync(waiting, 2);
        first.Return();
        await TakeAsync(first, 1);
        await AssertServedAsync(waiting, 2);
        second.Return();
        await AssertServedAsync(waiting, 3);
    }

    [Fact]
    public async Task Slots_are_given_back_after_a_rest_and_not_with_each_call()
    {
        var (first, second) = (Pool(2), Pool(2));
        await TakeAsync(first, 2);
        first.Return();
        first.Return();
        var asked = _store.Asked;
        await TakeAsync(first, 2);
        Assert.Equal(asked, _store.Asked);
        first.Return();
        first.Return();

        // The other then finds them free.
        await _time.PassAsync(SlotPool.Rest + TimeSpan.FromSeconds(2));
        await TakeAsync(second, 2);
    }

    [Fact]
    public async Task Slots_of_a_process_that_died_come_back()
    {
        var dead = await _store.RequestAsync(
            new SlotRequest { Name = "calls", Holder = "dead", Capacity = 2, Wanted = 2, Life = SlotPool.Life }, default);
        Assert.Equal(2, dead.Held);
        var pool = Pool(2);
        var call = pool.TakeAsync(ZohoPriority.Normal, default).AsTask();
        await _time.PassAsync(SlotPool.Life - TimeSpan.FromSeconds(2));
        Assert.False(call.IsCompleted);
        await _time.UntilAsync(call, TimeSpan.FromSeconds(1));
        await call;
    }

    [Fact]
    public async Task Process_that_was_suspended_begins_no_call_on_what_has_lapsed()
    {
        var pool = Pool(1);
        await TakeAsync(pool, 1);
        pool.Return();

        // The process was suspended; what it held is another's by now.
        _time.Advance(SlotPool.Life + TimeSpan.FromMinutes(1));
        var other = Pool(1);
        var theirs = other.TakeAsync(ZohoPriority.Normal, default).AsTask();
        var ours = pool.TakeAsync(ZohoPriority.Normal, default).AsTask();
        await FakeTime.UntilTrueAsync(() => Task.FromResult(theirs.IsCompleted || ours.IsCompleted));
        Assert.True(theirs.IsCompleted != ours.IsCompleted);
    }

    [Fact]
    public async Task While_the_store_is_away_a_process_makes_its_part_of_the_calls()
    {
        var (first, second) = (Pool(6), Pool(6));
        await TakeAsync(first, 1);
        await TakeAsync(second, 1);
        await _time.PassAsync(TimeSpan.FromSeconds(2));
        _store.IsAway = true;
        await _time.PassAsync(TimeSpan.FromSeconds(2));
        var calls = Enumerable.Range(0, 6).Select(_ => first.TakeAsync(ZohoPriority.Normal, default).AsTask()).ToList();
        await AssertServedAsync(calls, 2);

        // With the store come the slots that the other does not want.
        _store.IsAway = false;
        await _time.PassAsync(TimeSpan.FromSeconds(3));
        await AssertServedAsync(calls, 4);
    }

    [Fact]
    public async Task Who_is_cancelled_waits_no_longer_and_takes_no_slot()
    {
        var pool = Pool(1, leases: null);
        await TakeAsync(pool, 1);
        using var stop = new CancellationTokenSource();
        var cancelled = pool.TakeAsync(ZohoPriority.Normal, stop.Token).AsTask();
        var next = pool.TakeAsync(ZohoPriority.Normal, default).AsTask();
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled);
        pool.Return();
        await next;
    }

    [Fact]
    public async Task What_somebody_waits_for_goes_first_and_work_in_the_background_never_starves()
    {
        var pool = Pool(1, leases: null);
        await TakeAsync(pool, 1);
        List<string> order = [];
        var background = Enumerable.Range(0, 2).Select(_ => NoteAsync(pool, ZohoPriority.Background, order)).ToList();
        var normal = Enumerable.Range(0, 30).Select(_ => NoteAsync(pool, ZohoPriority.Normal, order)).ToList();
        pool.Return();
        await Task.WhenAll([.. background, .. normal]);
        Assert.Equal(9, order.IndexOf("Background"));
        Assert.Equal(19, order.LastIndexOf("Background"));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var pool in _pools)
        {
            await pool.DisposeAsync();
        }
    }

    private static async Task NoteAsync(SlotPool pool, ZohoPriority priority, List<string> order)
    {
        await pool.TakeAsync(priority, default);
        order.Add(priority.ToString());
        pool.Return();
    }

    private static async Task TakeAsync(SlotPool pool, int count)
    {
        for (var taken = 0; taken < count; taken++)
        {
            await pool.TakeAsync(ZohoPriority.Normal, default).AsTask().WaitAsync(TimeSpan.FromSeconds(30));
        }
    }

    // No more than so many, also when everything has run that can.
    private async Task AssertServedAsync(List<Task> waiting, int count)
    {
        await FakeTime.UntilTrueAsync(() => Task.FromResult(waiting.Count(one => one.IsCompletedSuccessfully) >= count));
        await _time.PassAsync(TimeSpan.FromSeconds(1));
        Assert.Equal(count, waiting.Count(one => one.IsCompletedSuccessfully));
    }

    private SlotPool Pool(int capacity) => Pool(capacity, _store);

    private SlotPool Pool(int capacity, ISlotLeases? leases)
    {
        var pool = new SlotPool(new SlotPoolSettings("calls", () => capacity), leases, _time, NullLogger.Instance);
        _pools.Add(pool);
        return pool;
    }
}
