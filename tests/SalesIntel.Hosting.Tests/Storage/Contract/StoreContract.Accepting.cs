using System.Text;
using SalesIntel.Storage.Contract;

namespace SalesIntel.Hosting.Tests.Storage;

public abstract partial class StoreContract
{
    [Fact]
    public async Task Accept_stores_everything_and_makes_it_due()
    {
        var accepted = Booking("a") with { Payload = Encoding.UTF8.GetBytes("{\"name\":\"Zoë \\u0000 \"}\r\n"), Stage = Stage.Extract };
        var id = await AcceptAsync(accepted);

        var stored = await GetAsync(id);
        Assert.Equal(accepted.EventId, id);
        Assert.Equal((accepted.Source, accepted.EventType, accepted.ExternalId), (stored.Source, stored.EventType, stored.ExternalId));
        Assert.Equal((accepted.IdempotencyKey, accepted.Revision), (stored.IdempotencyKey, stored.Revision));
        Assert.Equal((EventStatus.Queued, Stage.Extract, 0), (stored.Status, stored.Stage, stored.Attempts));
        Assert.Equal(Lane.Lead(Ada), stored.Lane);
        Assert.Equal(Ada, stored.Lead);
        Assert.Equal(("", "", false), (stored.LastError, stored.ErrorClass, stored.DryRun));
        Assert.Equal(Time.GetUtcNow(), stored.CreatedAt);
        Assert.Equal(stored.CreatedAt, stored.UpdatedAt);
        Assert.Equal(accepted.Payload.ToArray(), stored.Payload.ToArray());
        Assert.Empty(stored.Ledger);
        Assert.Equal(id, (await ClaimAsync()).Event.EventId);
    }

    [Fact]
    public async Task Accept_again_is_a_duplicate_and_changes_nothing()
    {
        var id = await AcceptAsync(Booking("a"));
        var before = await GetAsync(id);
        Time.Advance(TimeSpan.FromSeconds(5));

        var again = await CreateClientOfSameData().Events.AcceptAsync(Booking("a") with { Payload = "other"u8.ToArray() }, None);

        Assert.Equal(new AcceptReceipt(id, IsDuplicate: true), again);
        Assert.Equal(before.Payload.ToArray(), (await GetAsync(id)).Payload.ToArray());
        Assert.Equal(before.UpdatedAt, (await GetAsync(id)).UpdatedAt);
        await CommitAsync(await ClaimAsync(), Done);
        Assert.True((await Events.AcceptAsync(Booking("a"), None)).IsDuplicate);
        Assert.Null(await Queue.ClaimOneAsync(Lease, None));
    }

    [Fact]
    public async Task Accept_of_another_revision_is_another_event_and_the_key_stays_with_the_first()
    {
        var first = await AcceptAsync(Booking("a", revision: "1"));
        var second = await AcceptAsync(Booking("a", revision: "2"));

        Assert.NotEqual(first, second);
        Assert.Equal(first, await Events.FindEventIdAsync("calendly:invitee.created:a", None));
        Assert.Equal(first, await Events.FindEventIdAsync("calendly:invitee.created:a:1", None));
        Assert.Equal(second, await Events.FindEventIdAsync("calendly:invitee.created:a:2", None));
        Assert.Null(await Events.FindEventIdAsync("calendly:invitee.created:b", None));
    }

    [Fact]
    public async Task Accept_raced_sixteen_fold_is_one_event()
    {
        StoreClient[] clients = [Store, CreateClientOfSameData()];
        for (var round = 0; round < 20; round++)
        {
            var accepted = Booking($"a{round}");
            var receipts = await Task.WhenAll(Enumerable.Range(0, 16)
                .Select(index => Task.Run(() => clients[index % 2].Events.AcceptAsync(accepted, None))));

            Assert.Single(receipts, receipt => !receipt.IsDuplicate);
            Assert.Single(receipts.Select(receipt => receipt.EventId).Distinct());
            Assert.True(await CommitAsync(await ClaimAsync(), Done));
            Assert.Null(await Queue.ClaimOneAsync(Lease, None));
        }
    }

    [Theory]
    [InlineData(EventStatus.Ignored, 0)]
    [InlineData(EventStatus.Failed, 1)]
    public async Task Accept_as_ignored_or_failed_enters_no_lane(EventStatus status, int deadLetters)
    {
        var id = await AcceptAsync(Booking("a") with { Status = status, Reason = "no address", Lane = null });

        var stored = await GetAsync(id);
        Assert.Equal((status, "no address", null), (stored.Status, stored.LastError, stored.Lane));
        Assert.Null(await Queue.ClaimOneAsync(Lease, None));
        var health = await Events.GetStatusAsync(None);
        Assert.Equal((0, deadLetters), (health.LanesWaiting, health.DeadLetters));
    }

    [Fact]
    public async Task Accept_queued_without_a_lane_is_refused() =>
        await Assert.ThrowsAsync<ArgumentException>(() => Events.AcceptAsync(Booking("a") with { Lane = null }, None));

    [Theory]
    [InlineData(EventStatus.Processing)]
    [InlineData(EventStatus.Processed)]
    public async Task Accept_with_a_status_no_event_starts_with_is_refused(EventStatus status) =>
        await Assert.ThrowsAsync<ArgumentException>(() => Events.AcceptAsync(Booking("a") with { Status = status }, None));

    [Fact]
    public async Task Accept_cancelled_throws_and_stores_nothing()
    {
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Events.AcceptAsync(Booking("a"), new CancellationToken(canceled: true)));
        Assert.Null(await Events.GetAsync(Booking("a").EventId, None));
    }

    [Fact]
    public async Task Accept_after_the_event_expired_but_not_its_key_is_a_duplicate_and_brings_nothing_back()
    {
        var shortLived = CreateClient(eventLife: TimeSpan.FromSeconds(1));
        var id = (await shortLived.Events.AcceptAsync(Booking("a"), None)).EventId;
        var held = await shortLived.Queue.ClaimOneAsync(Lease, None);
        Assert.True(await shortLived.Queue.CommitAsync(held!, new EventCommit { Next = Done }, None));
        await EventuallyAsync(async () => await shortLived.Events.GetAsync(id, None) is null);

        Assert.True((await shortLived.Events.AcceptAsync(Booking("a"), None)).IsDuplicate);
        Assert.Null(await shortLived.Events.GetAsync(id, None));
        Assert.Null(await shortLived.Queue.ClaimOneAsync(Lease, None));
        Assert.Empty(await ListAsync(new EventFilter()));
    }

    [Fact]
    public async Task Accept_after_the_key_expired_is_a_new_event()
    {
        var shortLived = CreateClient(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1));
        var id = (await shortLived.Events.AcceptAsync(Booking("a"), None)).EventId;
        await shortLived.Queue.CommitAsync((await shortLived.Queue.ClaimOneAsync(Lease, None))!, new EventCommit { Next = Done }, None);
        await EventuallyAsync(async () => await shortLived.Events.FindEventIdAsync("calendly:invitee.created:a:1", None) is null
            && await shortLived.Events.GetAsync(id, None) is null);

        Assert.False((await shortLived.Events.AcceptAsync(Booking("a"), None)).IsDuplicate);
        Assert.NotNull(await shortLived.Queue.ClaimOneAsync(Lease, None));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Accept_after_the_key_expired_but_not_the_event_is_a_duplicate(bool hasEnded)
    {
        var forgetful = CreateClient(idempotencyLife: TimeSpan.FromSeconds(1));
        var id = (await forgetful.Events.AcceptAsync(Booking("a"), None)).EventId;
        if (hasEnded)
        {
            Assert.True(await forgetful.Queue.CommitAsync((await forgetful.Queue.ClaimOneAsync(Lease, None))!, new EventCommit { Next = Done }, None));
        }

        await EventuallyAsync(async () => await forgetful.Events.FindEventIdAsync("calendly:invitee.created:a:1", None) is null);

        var receipt = await forgetful.Events.AcceptAsync(Booking("a") with { Payload = "other"u8.ToArray() }, None);
        Assert.Equal((id, true), (receipt.EventId, receipt.IsDuplicate));
        Assert.NotEqual("other"u8.ToArray(), (await forgetful.Events.GetAsync(id, None))!.Payload.ToArray());
        Assert.Equal(hasEnded ? 0 : 1, (await forgetful.Queue.ClaimAsync(5, Lease, None)).Count);
    }

    [Fact]
    public async Task Event_that_waits_never_expires()
    {
        var shortLived = CreateClient(eventLife: TimeSpan.FromSeconds(1));
        var waiting = (await shortLived.Events.AcceptAsync(Booking("a"), None)).EventId;
        var ended = (await shortLived.Events.AcceptAsync(Booking("b") with { Status = EventStatus.Ignored, Lane = null }, None)).EventId;
        await EventuallyAsync(async () => await shortLived.Events.GetAsync(ended, None) is null);

        Assert.NotNull(await shortLived.Events.GetAsync(waiting, None));
        Assert.Equal(waiting, (await shortLived.Queue.ClaimOneAsync(Lease, None))!.Event.EventId);
    }

    private StoreClient CreateClientOfSameData() => CreateClient();
}
