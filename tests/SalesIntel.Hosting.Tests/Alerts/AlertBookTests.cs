using SalesIntel.Alerts;
using SalesIntel.Hosting.Alerts;
using SalesIntel.Storage;

namespace SalesIntel.Hosting.Tests.Alerts;

public sealed class AlertBookTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 30, 12, 0, 0, TimeSpan.Zero);

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(15);

    [Fact]
    public void A_trouble_that_is_not_repeated_for_a_window_is_closed()
    {
        var book = new AlertBook();
        Assert.True(book.Record(Trouble("a"), Start, Window));
        Assert.Empty(book.TakeDigests(Start + Window, Window));
        Assert.Empty(book.Pages);
        Assert.True(book.Record(Trouble("a"), Start + Window, Window));
    }

    [Fact]
    public void Repetitions_are_told_once_per_window_until_it_is_quiet()
    {
        var book = new AlertBook();
        book.Record(Trouble("a"), Start, Window);
        Assert.False(book.Record(Trouble("a"), Start, Window));
        Assert.False(book.Record(Trouble("a"), Start, Window));
        Assert.Empty(book.TakeDigests(Start + Window - TimeSpan.FromTicks(1), Window));
        var first = Assert.Single(book.TakeDigests(Start + Window, Window));
        Assert.Equal((2, 3, Start), (first.Repeated, first.Total, first.Since));
        Assert.Empty(book.TakeDigests(Start + Window, Window));
        book.Record(Trouble("a"), Start + Window, Window);
        var second = Assert.Single(book.TakeDigests(Start + (2 * Window), Window));
        Assert.Equal((1, 4), (second.Repeated, second.Total));
        Assert.Empty(book.TakeDigests(Start + (3 * Window), Window));
        Assert.Empty(book.Pages);
    }

    [Fact]
    public void The_book_does_not_grow_without_end()
    {
        var book = new AlertBook();
        for (var i = 0; i < AlertBook.MostPages + 50; i++)
        {
            book.Record(Trouble($"t{i}"), Start + TimeSpan.FromSeconds(i), Window);
        }

        Assert.Equal(AlertBook.MostPages, book.Pages.Count);
        Assert.False(book.Pages.ContainsKey("t0"));
        Assert.True(book.Pages.ContainsKey($"t{AlertBook.MostPages + 49}"));
    }

    [Fact]
    public async Task A_shared_book_keeps_everything_between_processes()
    {
        var shared = new MemoryStore(TimeProvider.System);
        var one = new SharedAlertStore(shared, TimeProvider.System);
        var two = new SharedAlertStore(shared, TimeProvider.System);
        var alert = Trouble("a") with { EventId = "e1", Detail = "d", Action = "x" };
        Assert.True(await one.RecordAsync(alert, Start, Window, default));
        Assert.False(await two.RecordAsync(alert with { EventId = "e2" }, Start, Window, default));
        var digest = Assert.Single(await one.TakeDigestsAsync(Start + Window, Window, default));
        Assert.Equal((alert with { EventId = "e2" }, 1, 2), (digest.Latest, digest.Repeated, digest.Total));
        Assert.Equal(["e2"], digest.EventIds);
        Assert.Empty(await two.TakeDigestsAsync(Start + Window, Window, default));
        Assert.NotNull(await two.CloseAsync("a", default));
        Assert.Null(await one.CloseAsync("a", default));
    }

    [Fact]
    public async Task Many_at_once_are_counted_each_once()
    {
        var shared = new MemoryStore(TimeProvider.System);
        var stores = Enumerable.Range(0, 4).Select(_ => new SharedAlertStore(shared, TimeProvider.System)).ToList();
        var firsts = await Task.WhenAll(Enumerable.Range(0, 40).Select(
            i => Task.Run(() => stores[i % 4].RecordAsync(Trouble("a"), Start, Window, default))));
        Assert.Single(firsts, first => first);
        Assert.Equal(40, (await stores[0].CloseAsync("a", default))!.Total);
    }

    [Fact]
    public async Task A_book_that_can_not_be_read_is_begun_anew()
    {
        var shared = new MemoryStore(TimeProvider.System);
        await shared.SetAsync("alerts", "{\"pages\":{\"a\":7}}", Window, default);
        Assert.True(await new SharedAlertStore(shared, TimeProvider.System).RecordAsync(Trouble("a"), Start, Window, default));
    }

    private static Alert Trouble(string fingerprint) => new() { Fingerprint = fingerprint, Title = "Trouble" };
}
