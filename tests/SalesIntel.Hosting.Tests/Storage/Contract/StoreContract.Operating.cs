using SalesIntel.Storage.Contract;

namespace SalesIntel.Hosting.Tests.Storage;

public abstract partial class StoreContract
{
    private static readonly RequeueRequest AgainForAda = new(Lane.Lead(Ada), Stage.Facts, Ada);

    [Fact]
    public async Task Requeue_runs_a_dead_letter_again_from_zero_and_keeps_what_is_done()
    {
        var id = await AcceptAsync(Booking("a"));
        Assert.True(await CommitAsync(await ClaimAsync(), new NextStep.RetryAt(Time.GetUtcNow(), ChargeAttempt: true)));
        Dictionary<string, LedgerEntry> ledger = new()
        {
            ["done"] = new(LedgerState.Done, Stamp),
            ["intended"] = new(LedgerState.Intended, Stamp),
            ["skipped"] = new(LedgerState.Skipped, Stamp),
            ["dry"] = new(LedgerState.DryRun, Stamp),
        };
        Assert.True(await Queue.CommitAsync(await ClaimAsync(), new EventCommit { Next = new NextStep.DeadLetter(), Ledger = ledger }, None));

        var request = new RequeueRequest(Lane.Extraction(Bob), Stage.Extract, Bob);
        Assert.Equal(RequeueOutcome.Requeued, await Events.RequeueAsync(id, request, None));
        Assert.Equal(RequeueOutcome.StillRunning, await Events.RequeueAsync(id, request, None));
        Assert.Equal(0, (await Events.GetStatusAsync(None)).DeadLetters);
        var held = await ClaimAsync();
        Assert.Equal((id, 0, Stage.Extract, Lane.Extraction(Bob)), (held.Event.EventId, held.Event.Attempts, held.Event.Stage, held.Lane));
        Assert.Equal(Bob, held.Event.Lead);
        Assert.Equal(["done", "intended", "skipped"], held.Event.Ledger.Keys.Order());
        Assert.Equal(RequeueOutcome.StillRunning, await Events.RequeueAsync(id, request, None));
    }

    [Fact]
    public async Task Requeue_puts_entries_into_the_ledger_in_place_of_those_that_are_there()
    {
        var id = await AcceptAsync(Booking("a"));
        Dictionary<string, LedgerEntry> ledger = new() { ["done"] = new(LedgerState.Done, Stamp), ["again"] = new(LedgerState.Done, Stamp, "before") };
        Assert.True(await Queue.CommitAsync(await ClaimAsync(), new EventCommit { Next = new NextStep.DeadLetter(), Ledger = ledger }, None));

        var request = AgainForAda with { Ledger = new Dictionary<string, LedgerEntry> { ["again"] = new(LedgerState.Done, Stamp, "now"), ["new"] = new(LedgerState.Intended, Stamp) } };
        Assert.Equal(RequeueOutcome.Requeued, await Events.RequeueAsync(id, request, None));

        var held = await ClaimAsync();
        Assert.Equal(["again", "done", "new"], held.Event.Ledger.Keys.Order());
        Assert.Equal("now", held.Event.Ledger["again"].Reference);
        Assert.Equal(["again", "done", "new"], (await Events.GetAsync(id, None))!.Ledger.Keys.Order());
    }

    [Fact]
    public async Task Requeue_of_what_is_not_there_says_so() =>
        Assert.Equal(RequeueOutcome.NotFound, await Events.RequeueAsync("none", AgainForAda, None));

    [Fact]
    public async Task Requeue_works_for_ignored_and_processed_and_only_once_when_raced()
    {
        var ignored = await AcceptAsync(Booking("a") with { Status = EventStatus.Ignored, Lane = null });
        var processed = await AcceptAsync(Booking("b"));
        Assert.True(await CommitAsync(await ClaimAsync(), new NextStep.Finish(EventStatus.Processed, DryRun: true)));
        StoreClient[] clients = [Store, CreateClientOfSameData()];

        foreach (var id in new[] { ignored, processed })
        {
            var outcomes = await Task.WhenAll(Enumerable.Range(0, 16)
                .Select(index => Task.Run(() => clients[index % 2].Events.RequeueAsync(id, AgainForAda, None))));
            Assert.Single(outcomes, outcome => outcome == RequeueOutcome.Requeued);
            Assert.Equal(15, outcomes.Count(outcome => outcome == RequeueOutcome.StillRunning));
        }

        Assert.Equal(ignored, (await ClaimAsync()).Event.EventId);
    }

    [Fact]
    public async Task List_filters_and_gives_the_newest_first()
    {
        var first = await AcceptAsync(Booking("a"));
        Time.Advance(TimeSpan.FromMinutes(1));
        var since = Time.GetUtcNow();
        var second = await AcceptAsync(Booking("b", Lane.Lead(Bob)) with { Lead = Bob, Source = "readai", EventType = "meeting_end" });
        Time.Advance(TimeSpan.FromMinutes(1));
        var until = Time.GetUtcNow();
        var third = await AcceptAsync(Booking("c", Lane.Lead(Bob)) with { Lead = Bob });
        Assert.True(await Queue.CommitAsync(await ClaimAsync(), Full(new NextStep.DeadLetter()), None));

        Assert.Equal([third, second, first], await Ids(new EventFilter()));
        Assert.Equal([third, second], await Ids(new EventFilter { Limit = 2 }));
        Assert.Equal([first], await Ids(new EventFilter { Status = EventStatus.Failed }));
        Assert.Equal([second], await Ids(new EventFilter { Source = "readai" }));
        Assert.Equal([second], await Ids(new EventFilter { EventType = "meeting_end" }));
        Assert.Equal([first], await Ids(new EventFilter { ErrorClass = "zoho" }));
        Assert.Empty(await Ids(new EventFilter { ErrorClass = "zoho/Y" }));
        Assert.Equal([third, second], await Ids(new EventFilter { Lead = Bob }));
        Assert.Equal([third, second], await Ids(new EventFilter { Since = since }));
        Assert.Equal([second, first], await Ids(new EventFilter { Until = until }));
        Assert.Equal([second], await Ids(new EventFilter { Since = since, Until = until, Lead = Bob }));
        Assert.Empty(await Ids(new EventFilter { Limit = 0 }));
    }

    [Fact]
    public async Task Event_that_failed_late_is_listed_until_it_ends()
    {
        var store = CreateClient(eventLife: TimeSpan.FromHours(1), idempotencyLife: TimeSpan.FromDays(1));
        var late = (await store.Events.AcceptAsync(Booking("a"), None)).EventId;
        Time.Advance(TimeSpan.FromMinutes(50));
        var held = await store.Queue.ClaimOneAsync(Lease, None) ?? throw new InvalidOperationException("Nothing was due.");
        Assert.True(await store.Queue.CommitAsync(held, Full(new NextStep.DeadLetter()), None));
        Time.Advance(TimeSpan.FromMinutes(20));
        var queued = (await store.Events.AcceptAsync(Booking("b", Lane.Lead(Bob)) with { Lead = Bob }, None)).EventId;
        var failed = (await store.Events.AcceptAsync(
            Booking("c") with { Status = EventStatus.Failed, Lane = null, Reason = "x", ErrorClass = "event/unreadable" }, None)).EventId;
        var accepted = (await GetAsync(queued)).CreatedAt;

        Assert.Equal([failed, late], await Ids(new EventFilter { Status = EventStatus.Failed }));
        Assert.Equal([failed, queued, late], await Ids(new EventFilter()));
        Assert.Equal([failed, queued], await Ids(new EventFilter { Limit = 2 }));
        Assert.Equal([late], await Ids(new EventFilter { ErrorClass = "zoho" }));
        Assert.Equal([failed], await Ids(new EventFilter { ErrorClass = "event" }));
        Assert.Equal([queued], await Ids(new EventFilter { Status = EventStatus.Queued }));
        Assert.Equal([late], await Ids(new EventFilter { Until = accepted }));
        Assert.Equal([failed, queued], await Ids(new EventFilter { Since = accepted }));

        async Task<IEnumerable<string>> Ids(EventFilter filter)
        {
            List<string> found = [];
            await foreach (var item in store.Events.ListAsync(filter, None))
            {
                found.Add(item.EventId);
            }

            return found;
        }
    }

    [Fact]
    public async Task List_goes_over_many_pages_without_gaps_or_repeats()
    {
        List<string> all = [];
        for (var index = 0; index < 250; index++)
        {
            all.Insert(0, await AcceptAsync(Booking($"{index}", new Lane($"lead:{index}"))));
        }

        Assert.Equal(all, await Ids(new EventFilter { Limit = 1000 }));
    }

    [Fact]
    public async Task Status_counts_lanes_and_tells_since_when_work_is_due()
    {
        Assert.Null((await Events.GetStatusAsync(None)).OldestDue);
        var due = Time.GetUtcNow();
        await AcceptAsync(Booking("a"));
        await AcceptAsync(Booking("b", Lane.Lead(Bob)));
        Time.Advance(TimeSpan.FromSeconds(9));
        var health = await Events.GetStatusAsync(None);
        Assert.Equal((2, due), (health.LanesWaiting, health.OldestDue));
        Assert.NotEmpty(health.Kind);
        Assert.NotEmpty(health.Version);
        await ClaimAsync();
        await ClaimAsync();
        Assert.Null((await Events.GetStatusAsync(None)).OldestDue);
    }

    [Fact]
    public async Task Wait_ends_with_an_acceptance_by_another_process()
    {
        // Its own subscription may still be on its way; the acceptance is repeated with other events until one is heard. A store that
        // hears nothing looks each second, so time goes on.
        var waiting = Queue.WaitForWorkAsync(TimeSpan.FromHours(1), None);
        var other = CreateClientOfSameData();
        var count = 0;
        using var limit = new CancellationTokenSource(Patience);
        while (!waiting.IsCompleted)
        {
            await other.Events.AcceptAsync(Booking($"w{count++}"), None);
            Time.Advance(TimeSpan.FromSeconds(0.1));
            await Task.WhenAny(waiting, Task.Delay(100, limit.Token));
            limit.Token.ThrowIfCancellationRequested();
        }

        await waiting;
    }

    [Fact]
    public async Task Wait_returns_at_once_when_something_is_due_already()
    {
        await AcceptAsync(Booking("a"));
        await Queue.WaitForWorkAsync(TimeSpan.FromHours(1), None).WaitAsync(Patience);
    }

    [Fact]
    public async Task Wait_ends_when_a_retry_becomes_due_and_not_before()
    {
        await AcceptAsync(Booking("a"));
        var start = Time.GetUtcNow();
        await CommitAsync(await ClaimAsync(), new NextStep.RetryAt(start + TimeSpan.FromSeconds(60), ChargeAttempt: true));
        await AssertWaitsAsync(TimeSpan.FromHours(1), start, TimeSpan.FromSeconds(60));
    }

    [Fact]
    public async Task Wait_ends_after_the_limit()
    {
        await AssertWaitsAsync(TimeSpan.FromSeconds(5), Time.GetUtcNow(), TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task Wait_can_be_cancelled()
    {
        using var stop = new CancellationTokenSource();
        var waiting = Queue.WaitForWorkAsync(TimeSpan.FromHours(1), stop.Token);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting.WaitAsync(Patience));
    }

    // A wait may return early, and does when a connection has just been made: whoever waits looks and waits again. It must not do so
    // again and again, or waiting would be spinning.
    private async Task AssertWaitsAsync(TimeSpan atMost, DateTimeOffset start, TimeSpan expected)
    {
        const int EarlyReturns = 2;
        using var limit = new CancellationTokenSource(Patience);
        for (var waits = 0; Time.GetUtcNow() - start < expected; waits++)
        {
            Assert.True(waits <= EarlyReturns, $"{waits} waits ended before their time");
            var waiting = Queue.WaitForWorkAsync(start + atMost - Time.GetUtcNow(), None);
            while (!waiting.IsCompleted)
            {
                Time.Advance(TimeSpan.FromSeconds(0.5));
                await Task.WhenAny(waiting, Task.Delay(10, limit.Token));
                limit.Token.ThrowIfCancellationRequested();
            }

            await waiting;
        }
    }

    private async Task<IEnumerable<string>> Ids(EventFilter filter) => (await ListAsync(filter)).Select(found => found.EventId);
}
