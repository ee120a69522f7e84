using SalesIntel.Engine;
using SalesIntel.Storage.Contract;

namespace SalesIntel.Hosting.Tests.Storage;

public abstract partial class StoreContract
{
    [Fact]
    public async Task Dead_letter_is_untold_until_somebody_says_otherwise()
    {
        var first = await AcceptAsync(Booking("a"));
        Assert.True(await CommitAsync(await ClaimAsync(), new NextStep.DeadLetter()));
        Time.Advance(TimeSpan.FromSeconds(5));
        var second = await AcceptAsync(Booking("b") with { Status = EventStatus.Failed, Lane = null, ErrorClass = "event/unreadable", Reason = "no body" });
        Time.Advance(TimeSpan.FromSeconds(5));

        // In the order in which they were set aside, whole, and only those from before the moment.
        var untold = await UntoldAsync();
        Assert.Equal([first, second], untold.Select(stored => stored.EventId));
        Assert.Equal((EventStatus.Failed, "event/unreadable", "no body"), (untold[1].Status, untold[1].ErrorClass, untold[1].LastError));
        Assert.Equal([first], (await Store.Untold.ListUntoldAsync(Time.GetUtcNow() - TimeSpan.FromSeconds(5), 10, None)).Select(stored => stored.EventId));
        Assert.Equal([first], (await Store.Untold.ListUntoldAsync(Time.GetUtcNow(), 1, None)).Select(stored => stored.EventId));

        await Store.Untold.MarkToldAsync(first, None);
        await Store.Untold.MarkToldAsync(first, None);
        await Store.Untold.MarkToldAsync("never-seen", None);
        Assert.Equal([second], (await UntoldAsync()).Select(stored => stored.EventId));
        Assert.Equal(2, (await Events.GetStatusAsync(None)).DeadLetters);
    }

    [Fact]
    public async Task Dead_letter_that_is_put_back_is_not_told_any_more_and_is_untold_again_when_it_fails_again()
    {
        var id = await AcceptAsync(Booking("a"));
        Assert.True(await CommitAsync(await ClaimAsync(), new NextStep.DeadLetter()));
        Time.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(RequeueOutcome.Requeued, await Events.RequeueAsync(id, Requeueing.FromStart(await GetAsync(id)), None));
        Assert.Empty(await UntoldAsync());

        Assert.True(await CommitAsync(await ClaimAsync(), new NextStep.DeadLetter()));
        Time.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal([id], (await UntoldAsync()).Select(stored => stored.EventId));
    }

    [Fact]
    public async Task Untold_dead_letter_ends_with_its_event()
    {
        await AcceptAsync(Booking("a") with { Status = EventStatus.Failed, Lane = null });
        Time.Advance(TimeSpan.FromDays(31));
        await AcceptAsync(Booking("b") with { Status = EventStatus.Failed, Lane = null });
        Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Single(await UntoldAsync());
    }

    private Task<IReadOnlyList<WebhookEvent>> UntoldAsync() => Store.Untold.ListUntoldAsync(Time.GetUtcNow(), 10, None);
}
