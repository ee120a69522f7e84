using Microsoft.Extensions.Logging.Abstractions;
using SalesIntel.Alerts;
using SalesIntel.Engine;
using SalesIntel.Hosting.Alerts.Book;
using SalesIntel.Hosting.Alerts;

namespace SalesIntel.Hosting.Tests.Alerts;

public sealed class SharedAlertStoreTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 30, 12, 0, 0, TimeSpan.Zero);

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(15);

    private readonly MemoryStore shared = new(TimeProvider.System);

    [Fact]
    public async Task Everything_is_kept_between_processes()
    {
        var (one, two) = (Open(), Open());
        var alert = new Alert { Fingerprint = "a", Title = "Trouble", EventId = "e1", Detail = "d", Action = "x" };
        await one.RecordAsync(alert, Start, Window, default);
        var first = await two.TakePendingAsync(Start, Window, default);
        Assert.Equal((NoticeKind.First, alert), (first!.Kind, first.Group.Latest));
        Assert.Null(await one.TakePendingAsync(Start, Window, default));

        // The process that took it dies.
        first = await one.TakePendingAsync(Start + IncidentBook.Attempt, Window, default);
        await one.MarkSentAsync(first!, Start, Window, default);
        Assert.Null(await two.TakePendingAsync(Start + (2 * IncidentBook.Attempt), Window, default));
        await two.RecordAsync(alert with { EventId = "e2" }, Start, Window, default);
        var digest = await two.TakePendingAsync(Start + Window, Window, default);
        Assert.Equal((NoticeKind.Digest, alert with { EventId = "e2" }, 1, 2), (digest!.Kind, digest.Group.Latest, digest.Group.Repeated, digest.Group.Total));
        Assert.Equal(["e2"], digest.Group.EventIds);
        await two.MarkSentAsync(digest, Start + Window, Window, default);

        await one.RecordAsync(alert with { IsAllClear = true, Title = "Over" }, Start + Window, Window, default);
        var over = await two.TakePendingAsync(Start + Window, Window, default);
        Assert.Equal((NoticeKind.AllClear, "Over"), (over!.Kind, over.Group.Latest.Title));
        Assert.Null(await one.TakePendingAsync(Start + Window, Window, default));
    }

    [Fact]
    public async Task Many_at_once_are_counted_each_once_and_told_once()
    {
        var stores = Enumerable.Range(0, 4).Select(_ => Open()).ToList();
        var alert = new Alert { Fingerprint = "a", Title = "Trouble" };
        await Task.WhenAll(Enumerable.Range(0, 40).Select(i => Task.Run(() => stores[i % 4].RecordAsync(alert, Start, Window, default))));
        var taken = await Task.WhenAll(stores.Select(store => Task.Run(() => store.TakePendingAsync(Start, Window, default))));
        await stores[0].MarkSentAsync(Assert.Single(taken.OfType<Notice>()), Start, Window, default);
        Assert.Equal((39, 40), await TotalsAsync(stores[1]));
    }

    [Fact]
    public async Task A_book_of_an_earlier_version_is_read_and_one_that_can_not_be_read_is_begun_anew()
    {
        await shared.SetAsync(
            "alerts",
            """
            {"pages":{"a":{"group":{"latest":{"fingerprint":"a","title":"Trouble","detail":"","action":"","event_id":"","is_all_clear":false},
            "since":"2026-11-30T11:00:00+00:00","repeated":3,"total":4,"event_ids":[]},"window_ends":"2026-11-30T12:00:00+00:00"}}}
            """,
            Window,
            default);
        Assert.Equal((3, 4), await TotalsAsync(Open()));

        foreach (var unreadable in new[] { "", "null", "{\"pages\":null}", "{\"pages\":{\"a\":7}}", "{\"pages\":{\"a\":null}}" })
        {
            await shared.SetAsync("alerts", unreadable, Window, default);
            await Open().RecordAsync(new Alert { Fingerprint = "a", Title = "Trouble" }, Start, Window, default);
            Assert.Equal(NoticeKind.First, (await Open().TakePendingAsync(Start, Window, default))!.Kind);
        }
    }

    private static async Task<(long Repeated, long Total)> TotalsAsync(SharedAlertStore store)
    {
        var digest = await store.TakePendingAsync(Start + Window, Window, default);
        Assert.Equal(NoticeKind.Digest, digest!.Kind);
        return (digest.Group.Repeated, digest.Group.Total);
    }

    private SharedAlertStore Open() => new(shared, TimeProvider.System, NullLogger<SharedAlertStore>.Instance);
}
