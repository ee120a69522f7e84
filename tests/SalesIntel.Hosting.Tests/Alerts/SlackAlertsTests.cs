using System.Diagnostics;
using SalesIntel.Engine;
using SalesIntel.Hosting.Alerts.Book;
using SalesIntel.Hosting.Alerts;
using SalesIntel.Hosting.Tests.Hosts;
using SalesIntel.Storage.Contract;

namespace SalesIntel.Hosting.Tests.Alerts;

public sealed class SlackAlertsTests
{
    [Fact]
    public async Task The_first_is_told_at_once_the_rest_as_one_and_the_end_once()
    {
        await using var slack = await SlackStandIn.StartAsync();
        await using var host = await AlertHost.StartAsync(slack);
        for (var i = 0; i < 8; i++)
        {
            await host.RaiseAsync("a", $"event{i}");
        }

        await Until.TrueAsync(() => slack.Taken.Count == 1);
        await Until.TrueAsync(async () =>
        {
            await host.SweepAsync();
            return slack.Taken.Count == 2;
        });
        await host.RaiseAsync("a", isAllClear: true);
        await host.RaiseAsync("a", isAllClear: true);
        await host.RaiseAsync("never-raised", isAllClear: true);
        await host.RaiseAsync("b");
        await Until.TrueAsync(() => slack.Taken.Count == 4);
        Assert.Equal(["Trouble a", "Trouble a (7 more)", "Over: Trouble a", "Trouble b"], slack.Headers);
        var digest = slack.Taken.ElementAt(1).GetRawText();
        Assert.Contains("`event1`, `event2`, `event3`, `event4`, `event5`", digest, StringComparison.Ordinal);
        Assert.DoesNotContain("event6", digest, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Processes_that_share_a_store_tell_once()
    {
        await using var slack = await SlackStandIn.StartAsync();
        var shared = new MemoryStore(TimeProvider.System);
        await using var one = await AlertHost.StartAsync(slack, shared, "600");
        await using var two = await AlertHost.StartAsync(slack, shared, "600");
        await Task.WhenAll(Enumerable.Range(0, 50).Select(i => (i % 2 == 0 ? one : two).RaiseAsync("a")));
        await one.StopAsync();
        await two.StopAsync();
        Assert.Equal(["Trouble a"], slack.Headers);
    }

    [Fact]
    public async Task When_the_store_is_away_people_are_told_all_the_same()
    {
        await using var slack = await SlackStandIn.StartAsync();
        await using var host = await AlertHost.StartAsync(slack, new AwaySharedState());
        await host.RaiseAsync("store-away");
        await host.RaiseAsync("store-away");
        await host.StopAsync();
        Assert.Equal(["Trouble store-away"], slack.Headers);
        Assert.True(host.Log.Count("GroupingAlone") > 0);
    }

    [Fact]
    public async Task Slacks_wish_to_wait_is_kept_to()
    {
        await using var slack = await SlackStandIn.StartAsync();
        var asked = new List<long>();
        slack.Answer = (call, response) =>
        {
            asked.Add(Stopwatch.GetTimestamp());
            response.Headers.RetryAfter = "2";
            return call == 1 ? 429 : 200;
        };
        await using var host = await AlertHost.StartAsync(slack);
        await host.RaiseAsync("a");
        await Until.TrueAsync(() => slack.Taken.Count == 1);
        Assert.InRange(Stopwatch.GetElapsedTime(asked[0], asked[1]).TotalSeconds, 1.9, 10);
    }

    [Fact]
    public async Task What_slack_refuses_holds_up_nothing_and_is_told_later_and_its_address_is_logged_nowhere()
    {
        await using var slack = await SlackStandIn.StartAsync();
        await using var time = new FlowingTime();
        slack.Answer = (call, _) => call == 1 ? 404 : 200;
        await using var host = await AlertHost.StartAsync(slack, window: "600", time: time);
        await host.RaiseAsync("a");
        await Until.TrueAsync(() => host.Log.Count("SlackRefused") == 1);
        await host.RaiseAsync("b");
        await Until.TrueAsync(() => slack.Taken.Count == 1);
        await host.SweepAsync();
        time.Advance(IncidentBook.Attempt);
        await host.SweepAsync();
        await Until.TrueAsync(() => slack.Taken.Count == 2);
        Assert.Equal(["Trouble b", "Trouble a"], slack.Headers);
        Assert.Equal(3, slack.Calls);
        Assert.DoesNotContain(host.Log.All, line => line.Text.Contains("hunter2", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_a_process_could_not_send_any_more_is_sent_by_the_next()
    {
        await using var slack = await SlackStandIn.StartAsync();
        var shared = new MemoryStore(TimeProvider.System);
        await using var time = new FlowingTime();
        slack.Answer = (_, _) => null;
        await using (var one = await AlertHost.StartAsync(slack, shared, "600", time))
        {
            await one.RaiseAsync("a");
            await Until.TrueAsync(() => slack.Calls == 1);
            await one.StopAsync();
        }

        slack.Answer = (_, _) => 200;
        await using var two = await AlertHost.StartAsync(slack, shared, "600", time);
        time.Advance(IncidentBook.Attempt);
        await two.SweepAsync();
        await Until.TrueAsync(() => slack.Taken.Count == 1);
        Assert.Equal(["Trouble a"], slack.Headers);
    }

    [Fact]
    public async Task Dead_letters_whose_process_died_before_it_told_are_told_once()
    {
        await using var slack = await SlackStandIn.StartAsync();
        await using var time = new FlowingTime();
        var store = new MemoryStore(time);
        await using var one = await AlertHost.StartAsync(slack, store, "600", time);
        await using var two = await AlertHost.StartAsync(slack, store, "600", time);
        var told = await SetAsideAsync(store, "a");
        await one.RaiseAsync("event-failed:zoho/INVALID_DATA", told);
        await Until.TrueAsync(() => slack.Taken.Count == 1);
        await Until.TrueAsync(async () => (await store.ListPendingAlertsAsync(time.GetUtcNow() + TimeSpan.FromSeconds(1), 10, default)).Count == 0);
        await SetAsideAsync(store, "b");

        // Too early: whoever set it aside is telling.
        await one.SweepDeadLetterAlertsAsync();
        time.Advance(TimeSpan.FromMinutes(2) + TimeSpan.FromSeconds(1));
        await Task.WhenAll(one.SweepDeadLetterAlertsAsync(), two.SweepDeadLetterAlertsAsync());
        await one.SweepDeadLetterAlertsAsync();
        await Until.TrueAsync(() => slack.Taken.Count == 2);
        await one.StopAsync();
        await two.StopAsync();
        Assert.Equal(["Trouble event-failed:zoho/INVALID_DATA", "A readai webhook could not be read"], slack.Headers);
        Assert.Empty(await store.ListPendingAlertsAsync(time.GetUtcNow(), 10, default));
    }

    [Fact]
    public async Task A_slack_that_hangs_holds_up_neither_alerts_nor_the_stop()
    {
        await using var slack = await SlackStandIn.StartAsync();
        slack.Answer = (_, _) => null;
        await using var host = await AlertHost.StartAsync(slack, window: "600");
        var watch = Stopwatch.StartNew();
        for (var i = 0; i < 3_000; i++)
        {
            await host.RaiseAsync($"trouble{i}");
        }

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(2), $"{watch.Elapsed}");
        await Until.TrueAsync(() => host.Log.Count("AlertDropped") > 0 && slack.Calls == 1);
        watch.Restart();
        await host.StopAsync();
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"{watch.Elapsed}");
        Assert.Equal(1, host.Log.Count("AlertsNotSent"));
        Assert.DoesNotContain(host.Log.All, line => line.Text.Contains("hunter2", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_raised_last_is_sent_before_the_stop()
    {
        await using var slack = await SlackStandIn.StartAsync();
        await using var host = await AlertHost.StartAsync(slack);
        await host.RaiseAsync("last");
        await host.StopAsync();
        Assert.Equal(["Trouble last"], slack.Headers);
    }

    private static async Task<string> SetAsideAsync(MemoryStore store, string id) => (await store.AcceptAsync(
        new NewEvent
        {
            Source = "readai",
            EventType = "unknown",
            ExternalId = id,
            IdempotencyKey = $"readai:unknown:{id}",
            Revision = "1",
            Payload = "{}"u8.ToArray(),
            Status = EventStatus.Failed,
            ErrorClass = "event/unreadable",
            Reason = "there is no session_id",
        },
        default)).EventId;
}
