using SalesIntel.Engine;
using SalesIntel.Storage.Contract;

namespace SalesIntel.Hosting.Tests.Storage;

public abstract partial class StoreContract
{
    [Fact]
    public async Task Alert_of_a_dead_letter_is_pending_until_it_is_marked_as_sent()
    {
        var first = await AcceptAsync(Booking("a"));
        Assert.True(await CommitAsync(await ClaimAsync(), new NextStep.DeadLetter()));
        Time.Advance(TimeSpan.FromSeconds(5));
        var second = await AcceptAsync(Booking("b") with { Status = EventStatus.Failed, Lane = null, ErrorClass = "event/unreadable", Reason = "no body" });
        Time.Advance(TimeSpan.FromSeconds(5));

        // In the order in which they were set aside, whole, and only those from before the moment.
        var pending = await PendingAlertsAsync();
        Assert.Equal([first, second], pending.Select(stored => stored.EventId));
        Assert.Equal((EventStatus.Failed, "event/unreadable", "no body"), (pending[1].Status, pending[1].ErrorClass, pending[1].LastError));
        Assert.Equal([first], (await Store.DeadLetterAlerts.ListPendingAlertsAsync(Time.GetUtcNow() - TimeSpan.FromSeconds(5), 10, None)).Select(stored => stored.EventId));
        Assert.Equal([first], (await Store.DeadLetterAlerts.ListPendingAlertsAsync(Time.GetUtcNow(), 1, None)).Select(stored => stored.EventId));

        await Store.DeadLetterAlerts.MarkAlertSentAsync(first, None);
        await Store.DeadLetterAlerts.MarkAlertSentAsync(first, None);
        await Store.DeadLetterAlerts.MarkAlertSentAsync("never-seen", None);
        Assert.Equal([second], (await PendingAlertsAsync()).Select(stored => stored.EventId));
        Assert.Equal(2, (await Events.GetStatusAsync(None)).DeadLetters);
    }

    [Fact]
    public async Task Requeued_dead_letter_has_no_pending_alert_until_it_fails_again()
    {
        var id = await AcceptAsync(Booking("a"));
        Assert.True(await CommitAsync(await ClaimAsync(), new NextStep.DeadLetter()));
        Time.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(RequeueOutcome.Requeued, await Events.RequeueAsync(id, Requeueing.FromStart(await GetAsync(id)), None));
        Assert.Empty(await PendingAlertsAsync());

        Assert.True(await CommitAsync(await ClaimAsync(), new NextStep.DeadLetter()));
        Time.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal([id], (await PendingAlertsAsync()).Select(stored => stored.EventId));
    }

    [Fact]
    public async Task Pending_alert_ends_with_its_event()
    {
        await AcceptAsync(Booking("a") with { Status = EventStatus.Failed, Lane = null });
        Time.Advance(TimeSpan.FromDays(31));
        await AcceptAsync(Booking("b") with { Status = EventStatus.Failed, Lane = null });
        Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Single(await PendingAlertsAsync());
    }

    private Task<IReadOnlyList<WebhookEvent>> PendingAlertsAsync() => Store.DeadLetterAlerts.ListPendingAlertsAsync(Time.GetUtcNow(), 10, None);
}
