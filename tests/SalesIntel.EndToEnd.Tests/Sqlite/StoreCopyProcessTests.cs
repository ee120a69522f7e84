using System.Diagnostics;
using SalesIntel.EndToEnd.Tests.Support;
using SalesIntel.Hosting.Tests.Storage;
using SalesIntel.Hosting.Commands.Output;
using SalesIntel.Simulator;
using SalesIntel.Storage.Contract;

namespace SalesIntel.EndToEnd.Tests.Sqlite;

/// <summary>A service outgrows its machine with work in the queue, and comes back: real processes, a copy that is killed, everything done
/// once.</summary>
public sealed class StoreCopyProcessTests
{
    private const int Ended = 16_000;

    [Fact]
    public async Task Work_that_waits_goes_on_in_the_other_store_and_is_done_once()
    {
        await using var redis = await RedisServer.StartAsync();
        await using var site = await FileSite.CreateAsync();
        List<string> ids = [];

        // Some are done, some wait for the model with their facts written, some were never begun. One process is killed at its work.
        var host = await site.StartAsync(("PROBE_SECONDS", "0.3"));
        await SendAsync(host, ids, 8);
        await site.FinishedAsync([.. ids]);
        var away = new SimulatorFault { Target = FaultTarget.Gemini, Match = "*", Action = FaultAction.Unavailable };
        site.Simulator.Faults.Add(away);
        await SendAsync(host, ids, 8);
        await site.Simulator.WaitForAsync(crm => crm.Leads.Count == 16 && crm.SlackMessages.Count == 1, TimeSpan.FromSeconds(60));
        await UntilToldAsync(site, host);
        await host.KillAsync();
        var api = await site.StartAsync(("SALESINTEL_ROLE", "api"));
        await SendAsync(api, ids, 8);
        await CopyAsync(site, ExitCode.Unusable, "A process uses the database", "--to", redis.Url);
        await StopAsync(api);
        await FillAsync(site);

        await CutOffAsync(site, redis);
        await CopyAsync(site, ExitCode.Done, "Went on with a copy", "--to", redis.Url);
        await CopyAsync(site, ExitCode.Unusable, "from an earlier copy", "--to", redis.Url);

        site.Simulator.Faults.Clear();
        var elsewhere = await site.StartAsync(("REDIS_URL", redis.Url), ("PROBE_SECONDS", "0.3"));
        await AssertDoneAsync(site, 24);

        // The incident was told of from the one store and is over in the other.
        await site.Simulator.WaitForAsync(crm => crm.SlackMessages.Count == 2, TimeSpan.FromSeconds(60));
        await CopyAsync(site, ExitCode.Unusable, "A process uses the Redis", "--from", redis.Url, "--force");
        await StopAsync(elsewhere);

        // And back, to another file.
        var receiver = await site.StartAsync(("REDIS_URL", redis.Url), ("SALESINTEL_ROLE", "api"));
        await SendAsync(receiver, ids, 8);
        await StopAsync(receiver);
        Directory.Move(site.Data, site.Data + "-before");
        await CopyAsync(site, ExitCode.Done, "Everything is there", "--from", redis.Url);
        await AssertCopiedAsync(site, redis);
        await site.StartAsync();
        await AssertDoneAsync(site, 32);
        Assert.All(await site.FinishedAsync([.. ids]), stored => Assert.Equal(EventStatus.Processed, stored.Status));
        Assert.Equal(2, site.Simulator.State.SlackMessages.Count);
    }

    // The source stays as it is, so the same can be copied again.
    private static async Task AssertCopiedAsync(FileSite site, RedisServer redis)
    {
        var copy = await new CommandLine(site.Variables()).StoreAsync("copy", "--from", redis.Url, "--force", "--json");
        Assert.True(copy.Code == ExitCode.Done, copy.Error);
        var document = copy.Json;
        Assert.Equal(($"sqlite {site.File}", false), (document.GetProperty("to").GetString(), document.GetProperty("continued").GetBoolean()));
        Assert.Empty(document.GetProperty("problems").EnumerateArray());
        Assert.True(document.GetProperty("compared").GetInt64() > 0);
        foreach (var kind in document.GetProperty("copied").EnumerateObject())
        {
            Assert.Equal(kind.Value.GetInt64(), document.GetProperty("found").GetProperty(kind.Name).GetInt64());
        }

        Assert.True(document.GetProperty("copied").GetProperty("event").GetInt64() >= 32);
    }

    [Theory]
    [InlineData("copy", "Give either --to redis://")]
    [InlineData("copy --to redis://h --from redis://h", "Give either --to redis://")]
    [InlineData("copy --to http://127.0.0.1", "--to starts with \"http:\"")]
    [InlineData("copy --to redis://127.0.0.1:1", "Redis at 127.0.0.1:1 can't be reached. Check that it is running, and that --to has its host, user and password.")]
    public async Task Wrong_command_line_is_explained(string line, string told)
    {
        await using var site = await FileSite.CreateAsync();
        await using (var store = site.Open())
        {
            await store.OpenAsync(default);
        }

        var result = await new CommandLine(site.Variables()).StoreAsync(line.Split(' '));
        Assert.Equal(ExitCode.Unusable, result.Code);
        Assert.Contains(told, result.Error, StringComparison.Ordinal);
    }

    private static async Task SendAsync(HostProcess host, List<string> ids, int count)
    {
        for (var number = 0; number < count; number++)
        {
            var message = RunningHost.Fixture("calendly", "invitee_created_full");
            var payload = message["payload"]!.AsObject();
            payload["email"] = $"invitee{ids.Count}@harrowpine.example";
            payload["uri"] = $"{payload["uri"]}-{ids.Count}";

            // Else the model has been asked before.
            payload["questions_and_answers"]![0]!["answer"] = $"We are {ids.Count + 10} people and share files by e-mail.";
            ids.Add(await SignedPost.SendAsync(host.Http, "calendly", message));
        }
    }

    private static async Task AssertDoneAsync(FileSite site, int bookings)
    {
        await site.Simulator.WaitForAsync(crm => crm.Notes.Count >= bookings, TimeSpan.FromSeconds(90));
        var crm = site.Simulator.State;
        Assert.Equal((bookings, bookings), (crm.Leads.Count, crm.Notes.Count));
        Assert.All(crm.GeminiPrompts, prompt => Assert.Equal(1, prompt.Value));
        Assert.Empty(crm.Overlaps);
    }

    // Else it is not known whether Slack has it, and people would be told again.
    private static async Task UntilToldAsync(FileSite site, HostProcess host)
    {
        await using var store = site.Open();
        await host.UntilAsync(
            async () => (await ((ISharedState)store).GetAsync("alerts", default))?.Contains("\"first\":null", StringComparison.Ordinal) == true,
            "It was not noted that Slack has the alert.");
    }

    private static async Task StopAsync(HostProcess host)
    {
        host.Terminate();
        Assert.True(await host.ExitAsync() == 0, host.Output);
    }

    // So that a copy takes a while.
    private static async Task FillAsync(FileSite site)
    {
        await using var store = site.Open();
        await Task.WhenAll(Enumerable.Range(0, Ended).Select(number => store.AcceptAsync(
            new NewEvent
            {
                Source = "calendly", EventType = "invitee.created", ExternalId = $"{number}", IdempotencyKey = $"calendly:ended:{number}", Revision = "1",
                Payload = new byte[2_000], Status = EventStatus.Ignored, Reason = "not for us",
            },
            default)));
    }

    private static async Task CutOffAsync(FileSite site, RedisServer redis)
    {
        var start = new ProcessStartInfo(HostProcess.Command[0], [.. HostProcess.Command.Skip(1), "store", "copy", "--to", redis.Url])
        {
            RedirectStandardOutput = true, RedirectStandardError = true,
        };
        foreach (var (variable, value) in site.Variables())
        {
            start.Environment[variable] = value;
        }

        using var admin = await redis.ConnectAsync();
        using var process = Process.Start(start)!;
        var limit = Stopwatch.GetTimestamp();
        while (await admin.GetDatabase().SortedSetLengthAsync("index:events") == 0)
        {
            Assert.True(!process.HasExited && Stopwatch.GetElapsedTime(limit) < TimeSpan.FromSeconds(60), "It did not begin.");
        }

        process.Kill();
        await process.WaitForExitAsync();
        Assert.InRange(await admin.GetDatabase().SortedSetLengthAsync("index:events"), 1, Ended);
        Assert.Equal(0, await admin.GetDatabase().SortedSetLengthAsync("queue:due"));
    }

    private static async Task CopyAsync(FileSite site, int code, string told, params string[] arguments)
    {
        var result = await new CommandLine(site.Variables()).StoreAsync(["copy", .. arguments]);
        Assert.True(result.Code == code, result.Output + result.Error);
        Assert.Contains(told, result.Output + result.Error, StringComparison.Ordinal);
    }
}
