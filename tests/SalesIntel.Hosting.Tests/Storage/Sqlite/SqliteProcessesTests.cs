using SalesIntel.Hosting.Tests.Hosts;
using SalesIntel.Hosting.Tests.Processes;
using SalesIntel.Storage.Contract;

namespace SalesIntel.Hosting.Tests.Storage.Sqlite;

/// <summary>Several processes on one file, and what a kill leaves.</summary>
public sealed class SqliteProcessesTests : IAsyncDisposable
{
    private const int Kills = 20;
    private const string Endless = "1000000";

    private readonly SqliteFolder folder = new();

    [Fact]
    public async Task What_was_acknowledged_is_there_after_the_process_was_killed_twenty_times()
    {
        HashSet<string> acknowledged = [];
        for (var kill = 0; kill < Kills; kill++)
        {
            // A little later each time, so that the kill meets another step.
            var enough = 1 + (kill * 7);
            await using var process = ChildProcess.Start("accept", folder.File, $"round{kill}", Endless);
            await process.UntilAsync(lines => lines.Count >= enough);
            await process.KillAsync();
            acknowledged.UnionWith(process.Lines.Select(line => line["accepted ".Length..]));
        }

        var store = folder.Open();
        List<string> missing = [];
        foreach (var id in acknowledged)
        {
            if (await store.GetAsync(id, default) is not { Status: EventStatus.Queued, Payload.Length: >= 1_000 })
            {
                missing.Add(id);
            }
        }

        Assert.True(acknowledged.Count > Kills);
        Assert.Empty(missing);
        await AssertSoundAsync();
    }

    [Fact]
    public async Task Four_processes_on_one_file_of_which_some_are_killed_lose_nothing_and_finish_each_event_once_in_order()
    {
        await using var first = ChildProcess.Start("accept", folder.File, "first", "400");
        await using var second = ChildProcess.Start("accept", folder.File, "second", "400");
        await using var killed = ChildProcess.Start("work", folder.File);
        await killed.UntilAsync(lines => lines.Count > 100);
        await killed.KillAsync();
        await using var worker = ChildProcess.Start("work", folder.File);
        await worker.UntilAsync(lines => lines.Count > 100);
        await first.UntilAsync(lines => lines.Count == 400);
        await second.UntilAsync(lines => lines.Count == 400);
        await first.KillAsync();
        await second.KillAsync();

        var store = folder.Open();
        await Until.TrueAsync(async () => (await store.GetStatusAsync(default)).LanesWaiting == 0, TimeSpan.FromSeconds(90));
        await worker.KillAsync();
        var accepted = first.Lines.Concat(second.Lines).Select(line => line["accepted ".Length..]).ToHashSet();
        List<WebhookEvent> stored = [];
        await foreach (var one in store.ListAsync(new EventFilter { Limit = int.MaxValue }, default))
        {
            stored.Add(one);
        }

        // A sender that was killed may not have heard of the last that were accepted.
        Assert.Empty(accepted.Except(stored.Select(one => one.EventId)));
        Assert.All(stored, one => Assert.Equal((EventStatus.Processed, 0, 1), (one.Status, one.Attempts, one.Ledger.Count)));
        string[] finished = [.. killed.Lines.Concat(worker.Lines).Where(line => line.StartsWith("finished", StringComparison.Ordinal))];
        Assert.Equal(finished.Length, finished.Distinct().Count());
        AssertInOrder(killed, stored);
        AssertInOrder(worker, stored);
        await AssertSoundAsync();
    }

    [Fact]
    public async Task Process_that_waits_hears_of_what_another_has_accepted()
    {
        await using var worker = ChildProcess.Start("work", folder.File);
        await using var sender = ChildProcess.Start("accept", folder.File, "one", "1");
        await worker.UntilAsync(lines => lines.Any(line => line.StartsWith("finished", StringComparison.Ordinal)));
    }

    public ValueTask DisposeAsync() => folder.DisposeAsync();

    // Of each lane the events are begun in the order of acceptance.
    private static void AssertInOrder(ChildProcess worker, List<WebhookEvent> stored)
    {
        var acceptedAt = stored.ToDictionary(one => one.EventId, one => one.CreatedAt);
        var lanes = worker.Lines.Select(line => line.Split(' ')).Where(words => words[0] == "begun")
            .GroupBy(words => words[1], words => acceptedAt[words[2]]);
        Assert.All(lanes, lane => Assert.Equal(lane.Order(), lane));
    }

    private async Task AssertSoundAsync() => Assert.Empty((await folder.Maintain().CheckAsync(default)).Problems);
}
