using SalesIntel.Storage.Contract;

namespace SalesIntel.Hosting.Tests.Storage;

public abstract partial class StoreContract
{
    private static NewEvent Forged { get; } = Booking("a") with { Verified = false, Payload = "forged"u8.ToArray() };

    private static NewEvent Genuine { get; } = Booking("a", Lane.Lead(Bob)) with { Payload = "genuine"u8.ToArray(), Lead = Bob };

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Verified_or_not_stands_with_the_event(bool verified)
    {
        var id = await AcceptAsync(Booking("a") with { Verified = verified });

        Assert.Equal(verified, (await GetAsync(id)).Verified);
        Assert.Equal(verified, (await ClaimAsync()).Event.Verified);
        Assert.Equal(verified, Assert.Single(await ListAsync(new EventFilter())).Verified);
    }

    [Fact]
    public async Task Verified_repeat_takes_the_place_of_an_unverified_body_that_waits()
    {
        var id = await AcceptAsync(Forged);
        var before = await GetAsync(id);
        Time.Advance(TimeSpan.FromSeconds(5));

        Assert.True(await CreateClientOfSameData().Events.ReplaceAsync(Genuine, None));

        var held = await ClaimAsync();
        Assert.Equal((id, true, Lane.Lead(Bob), Stage.Facts), (held.Event.EventId, held.Event.Verified, held.Lane, held.Event.Stage));
        Assert.Equal("genuine"u8.ToArray(), held.Event.Payload.ToArray());
        Assert.Equal((before.CreatedAt, Bob), (held.Event.CreatedAt, held.Event.Lead!.Value));
        Assert.Null(await Queue.ClaimOneAsync(Lease, None));
        Assert.True(await CommitAsync(held, Done));
        Assert.Equal(0, (await Events.GetStatusAsync(None)).LanesWaiting);
    }

    [Fact]
    public async Task Verified_repeat_takes_the_event_away_from_whoever_works_on_the_unverified_body()
    {
        await AcceptAsync(Forged);
        var next = await AcceptAsync(Booking("b"));
        var held = await ClaimAsync();
        Dictionary<string, LedgerEntry> ledger = new() { ["extraction"] = new(LedgerState.Done, Stamp) };
        Assert.True(await Queue.CommitAsync(held, new EventCommit { Next = new NextStep.Continue(), Ledger = ledger }, None));

        Assert.True(await Events.ReplaceAsync(Genuine with { Lane = held.Lane, Lead = Ada }, None));

        Assert.Null(await Queue.RenewAsync(held, Lease, None));
        Assert.False(await Queue.CommitAsync(held, new EventCommit { Next = Done, Lead = Update(held.Event.EventId) }, None));
        Assert.Equal("", (await Events.GetLeadAsync(Ada, None)).CrmId);
        var again = await ClaimAsync();
        Assert.Equal((held.Event.EventId, true), (again.Event.EventId, again.Event.Verified));
        Assert.Empty(again.Event.Ledger);
        Assert.True(await CommitAsync(again, Done));
        Assert.Equal(next, (await ClaimAsync()).Event.EventId);
    }

    [Fact]
    public async Task Verified_repeat_brings_back_what_has_ended_unverified()
    {
        var id = await AcceptAsync(Forged);
        Assert.True(await Queue.CommitAsync(
            await ClaimAsync(),
            new EventCommit { Next = new NextStep.DeadLetter(), Error = "not verified", ErrorClass = "event/unverified" },
            None));

        Assert.True(await Events.ReplaceAsync(Genuine, None));

        var held = await ClaimAsync();
        Assert.Equal((id, "", "", 0), (held.Event.EventId, held.Event.LastError, held.Event.ErrorClass, held.Event.Attempts));
        Assert.Equal(0, (await Events.GetStatusAsync(None)).DeadLetters);
        Assert.Empty(await Store.DeadLetterAlerts.ListPendingAlertsAsync(Time.GetUtcNow().AddDays(1), 10, None));
    }

    [Theory]
    [InlineData(EventStatus.Ignored, 0)]
    [InlineData(EventStatus.Failed, 1)]
    public async Task Verified_repeat_that_is_not_to_be_processed_leaves_the_lane(EventStatus status, int deadLetters)
    {
        var id = await AcceptAsync(Forged);

        Assert.True(await Events.ReplaceAsync(Genuine with { Status = status, Lane = null, Reason = "test request" }, None));

        var stored = await GetAsync(id);
        Assert.Equal((status, true, "test request"), (stored.Status, stored.Verified, stored.LastError));
        Assert.Null(await Queue.ClaimOneAsync(Lease, None));
        Assert.Equal(deadLetters, (await Events.GetStatusAsync(None)).DeadLetters);
    }

    [Fact]
    public async Task Nothing_takes_the_place_of_a_verified_body_and_nothing_is_made_of_an_event_that_is_gone()
    {
        var id = await AcceptAsync(Booking("a"));
        var before = await GetAsync(id);

        Assert.False(await Events.ReplaceAsync(Genuine, None));
        Assert.False(await Events.ReplaceAsync(Booking("none"), None));

        Assert.Equal(before.Payload.ToArray(), (await GetAsync(id)).Payload.ToArray());
        Assert.Null(await Events.GetAsync(Booking("none").EventId, None));
        await Assert.ThrowsAsync<ArgumentException>(() => Events.ReplaceAsync(Forged, None));
    }

    [Fact]
    public async Task Raced_verified_repeats_take_the_place_once()
    {
        StoreClient[] clients = [Store, CreateClientOfSameData()];
        for (var round = 0; round < 10; round++)
        {
            await AcceptAsync(Booking($"r{round}") with { Verified = false });
            var genuine = Booking($"r{round}");
            var replaced = await Task.WhenAll(Enumerable.Range(0, 8)
                .Select(index => Task.Run(() => clients[index % 2].Events.ReplaceAsync(genuine, None))));

            Assert.Single(replaced, done => done);
            Assert.True(await CommitAsync(await ClaimAsync(), Done));
            Assert.Null(await Queue.ClaimOneAsync(Lease, None));
        }
    }

    [Fact]
    public async Task Requeue_may_mark_an_event_as_verified()
    {
        var id = await AcceptAsync(Forged with { Status = EventStatus.Ignored, Lane = null });

        Assert.Equal(RequeueOutcome.Requeued, await Events.RequeueAsync(id, AgainForAda, None));
        Assert.False((await ClaimAsync() is var held && await CommitAsync(held, Done) ? held : held).Event.Verified);
        Assert.Equal(RequeueOutcome.Requeued, await Events.RequeueAsync(id, AgainForAda with { Verified = true }, None));
        Assert.True((await ClaimAsync()).Event.Verified);
    }

    [Fact]
    public async Task Requeue_even_if_running_restarts_an_event_wherever_it_is()
    {
        var id = await AcceptAsync(Booking("a"));
        var waiting = await AcceptAsync(Booking("b"));
        var again = new RequeueRequest(Lane.Meeting("m"), Stage.Route, null) { EvenIfRunning = true };
        var held = await ClaimAsync();

        Assert.Equal(RequeueOutcome.Requeued, await Events.RequeueAsync(id, again, None));
        Assert.Equal(RequeueOutcome.Requeued, await Events.RequeueAsync(waiting, again, None));

        Assert.False(await CommitAsync(held, Done));
        var first = await ClaimAsync();
        Assert.Equal((id, Lane.Meeting("m"), Stage.Route, null), (first.Event.EventId, first.Lane, first.Event.Stage, first.Event.Lead));
        Assert.Null(await Queue.ClaimOneAsync(Lease, None));
        Assert.True(await CommitAsync(first, Done));
        Assert.Equal(waiting, (await ClaimAsync()).Event.EventId);
    }
}
