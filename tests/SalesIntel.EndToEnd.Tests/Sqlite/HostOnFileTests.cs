using SalesIntel.EndToEnd.Tests.Support;
using SalesIntel.Simulator;
using SalesIntel.Storage.Contract;

namespace SalesIntel.EndToEnd.Tests.Sqlite;

/// <summary>The sample host on its SQLite file, in processes of their own.</summary>
public sealed class HostOnFileTests
{
    private static readonly string[] Bookings = ["invitee_created_full", "invitee_created_minimal", "invitee_created_long_answers"];

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_was_accepted_is_done_after_the_process_was_stopped_or_killed_in_the_middle(bool isKilled)
    {
        await using var site = await FileSite.CreateAsync();
        var upsert = new SimulatorFault { Target = FaultTarget.Zoho, Match = "upsert", Action = FaultAction.Hang };
        site.Simulator.Faults.Add(upsert);
        var host = await site.StartAsync(("SHUTDOWN_SECONDS", "1"));
        string[] ids = [await FileSite.SendAsync(host, Bookings[0]), await FileSite.SendAsync(host, Bookings[1])];
        await using (var beside = site.Open())
        {
            await host.UntilAsync(
                async () => (await beside.GetAsync(ids[0], default))!.Status == EventStatus.Processing, "It was not begun.");
        }

        if (isKilled)
        {
            await host.KillAsync();
        }
        else
        {
            host.Terminate();
            Assert.True(await host.ExitAsync() == 0, host.Output);
        }

        site.Simulator.Faults.Clear();
        await host.StartAgainAsync();
        Assert.All(await site.FinishedAsync(ids), ended => Assert.Equal((EventStatus.Processed, 0), (ended.Status, ended.Attempts)));
        Assert.Equal((2, 2), (site.Simulator.State.Leads.Count, site.Simulator.State.Notes.Count));
        Assert.Empty(site.Simulator.State.SlackMessages);
    }

    [Fact]
    public async Task One_process_receives_and_another_works_on_the_same_file()
    {
        await using var site = await FileSite.CreateAsync();
        var api = await site.StartAsync(("SALESINTEL_ROLE", "api"));
        var first = await FileSite.SendAsync(api, Bookings[0]);
        var worker = await site.StartAsync(("SALESINTEL_ROLE", "worker"));
        var second = await FileSite.SendAsync(api, Bookings[1]);

        Assert.All(await site.FinishedAsync(first, second), ended => Assert.Equal(EventStatus.Processed, ended.Status));
        Assert.Equal(2, site.Simulator.State.Leads.Count);

        // The worker goes, what comes meanwhile waits, and the next one does it.
        worker.Terminate();
        Assert.Equal(0, await worker.ExitAsync());
        var third = await FileSite.SendAsync(api, Bookings[2]);
        await worker.StartAgainAsync();
        Assert.Equal(EventStatus.Processed, Assert.Single(await site.FinishedAsync(third)).Status);
    }

    [Fact]
    public async Task Two_hosts_on_one_folder_do_everything_once()
    {
        await using var site = await FileSite.CreateAsync();
        HostProcess[] hosts = await Task.WhenAll(site.StartAsync(), site.StartAsync());
        List<string> ids = [];
        for (var number = 0; number < 40; number++)
        {
            var message = RunningHost.Fixture("calendly", "invitee_created_minimal");
            var payload = message["payload"]!.AsObject();
            payload["email"] = $"invitee{number % 10}@harrowpine.example";
            payload["uri"] = $"{payload["uri"]}-{number}";
            ids.Add(await SignedPost.SendAsync(hosts[number % 2].Http, "calendly", message));
        }

        Assert.All(await site.FinishedAsync([.. ids]), ended => Assert.Equal(EventStatus.Processed, ended.Status));
        Assert.Equal((10, 40), (site.Simulator.State.Leads.Count, site.Simulator.State.Notes.Count));
        Assert.Empty(site.Simulator.State.Overlaps);
    }

    [Fact]
    public async Task File_and_folder_are_for_their_owner_alone()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        await using var site = await FileSite.CreateAsync();
        await site.StartAsync();
        Assert.Equal("rwx------", Rights(site.Data));
        Assert.All(Directory.GetFiles(site.Data), file => Assert.Equal("rw-------", Rights(file)));
    }

    [Fact]
    public async Task Folder_of_the_former_store_is_named_at_the_start_and_left_alone()
    {
        await using var site = await FileSite.CreateAsync();
        Directory.CreateDirectory(Path.Combine(site.Data, "store-7", "checkpoints"));
        string[] files = ["generation", "lock", "sentinel", Path.Combine("store-7", "checkpoints", "aof.log.0")];
        foreach (var file in files)
        {
            await File.WriteAllTextAsync(Path.Combine(site.Data, file), "7");
        }

        var host = await site.StartAsync();
        Assert.Contains($"{site.Data} holds data of the embedded store", host.Output, StringComparison.Ordinal);
        Assert.Contains("generation, lock, sentinel, store-7", host.Output, StringComparison.Ordinal);
        await site.FinishedAsync(await FileSite.SendAsync(host, Bookings[0]));
        Assert.All(files, file => Assert.Equal("7", File.ReadAllText(Path.Combine(site.Data, file))));
    }

    [Fact]
    public async Task File_that_disappeared_between_two_starts_is_alerted_once_and_the_service_goes_on()
    {
        await using var site = await FileSite.CreateAsync();
        var host = await site.StartAsync();
        await site.FinishedAsync(await FileSite.SendAsync(host, Bookings[0]));
        host.Terminate();
        Assert.Equal(0, await host.ExitAsync());
        foreach (var file in Directory.GetFiles(site.Data, "salesintel.db*").Where(file => !file.EndsWith("-use", StringComparison.Ordinal)))
        {
            File.Delete(file);
        }

        await host.StartAgainAsync();
        await site.Simulator.WaitForAsync(state => state.SlackMessages.Count == 1, TimeSpan.FromSeconds(60));
        Assert.Contains("events may be missing", site.Simulator.State.SlackMessages.Single().Payload.ToJsonString(), StringComparison.Ordinal);
        await site.FinishedAsync(await FileSite.SendAsync(host, Bookings[1]));

        host.Terminate();
        Assert.Equal(0, await host.ExitAsync());
        await host.StartAgainAsync();
        await site.FinishedAsync(await FileSite.SendAsync(host, Bookings[2]));
        Assert.Single(site.Simulator.State.SlackMessages);
    }

    private static string Rights(string path)
    {
        var mode = (int)File.GetUnixFileMode(path);
        return string.Concat("rwxrwxrwx".Select((letter, index) => (mode >> (8 - index) & 1) == 1 ? letter : '-'));
    }
}
