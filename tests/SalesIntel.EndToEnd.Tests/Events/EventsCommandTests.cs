using System.Text.Json;
using SalesIntel.EndToEnd.Tests.Support;
using SalesIntel.Hosting.Tests.Storage;
using SalesIntel.Simulator;
using SalesIntel.Storage.Contract;

namespace SalesIntel.EndToEnd.Tests.Events;

/// <summary>The operator's commands beside a running service.</summary>
public sealed class EventsCommandTests
{
    private const string Rosalind = "rosalind.achterberg@harrowpine.example";

    [Fact]
    public async Task Failed_events_are_listed_previewed_and_replayed_and_the_lead_is_then_right()
    {
        await using var redis = await RedisServer.StartAsync();
        await using var host = await RunningHost.StartAsync(("REDIS_URL", redis.Url));
        var commands = CommandLine.Beside(host.Simulator.BaseUrl, ("REDIS_URL", redis.Url));
        var failed = await FailAsync(host, "invitee_created_full");
        var other = await FailAsync(host, "invitee_created_minimal");

        var list = await commands.RunAsync("list", "--status", "failed", "--json");
        Assert.Equal(0, list.Code);
        Assert.Equal([other, failed], Ids(list.Json.GetProperty("events")));
        Assert.DoesNotContain("harrowpine", list.Output, StringComparison.OrdinalIgnoreCase);
        var table = await commands.RunAsync("list", "--status", "failed");
        Assert.Contains(failed, table.Output, StringComparison.Ordinal);
        Assert.Contains("zoho/NOT_APPROVED", table.Output, StringComparison.Ordinal);

        var preview = await commands.RunAsync("replay", "--lead", Rosalind, "--preview", "--json");
        Assert.Equal(0, preview.Code);
        var would = Assert.Single(preview.Json.GetProperty("previews").EnumerateArray());
        Assert.True(would.GetProperty("creates_lead").GetBoolean());
        Assert.Equal("", would.GetProperty("crm_not_asked").GetString());
        Assert.Contains(would.GetProperty("fields").EnumerateArray(), field => field.GetProperty("after").ToString() == "Demo Booked");
        Assert.Empty(host.Simulator.State.Leads);
        Assert.Equal(EventStatus.Failed, (await host.Store.GetAsync(failed, CancellationToken.None))!.Status);
        var told = await commands.RunAsync("replay", failed, "--preview");
        Assert.Contains("Demo Booked", told.Output, StringComparison.Ordinal);
        Assert.Contains("lead: would be created", told.Output, StringComparison.Ordinal);

        var replay = await commands.RunAsync("replay", "--status", "failed", "--error", "zoho", "--since", "1h", "--rate", "50", "--json");
        Assert.Equal(0, replay.Code);
        Assert.Equal([failed, other], Ids(replay.Json.GetProperty("outcomes")));
        Assert.Equal(EventStatus.Processed, (await host.FinishedAsync(failed)).Status);
        Assert.Equal(EventStatus.Processed, (await host.FinishedAsync(other)).Status);
        var lead = Assert.Single(host.Simulator.State.Leads, one => one["Email"] == Rosalind);
        Assert.Equal("Demo Booked", lead["Lead_Status"]);
        Assert.Single(host.Simulator.State.Notes, note => note.ParentId == lead.Id);
        Assert.All(host.Simulator.State.GeminiPrompts, prompt => Assert.Equal(1, prompt.Value));

        var show = await commands.RunAsync("show", failed, "--payload", "--json");
        var shown = Assert.Single(show.Json.GetProperty("events").EnumerateArray());
        Assert.Equal("processed", shown.GetProperty("status").GetString());
        Assert.Contains(shown.GetProperty("ledger").EnumerateArray(), entry => entry.GetProperty("effect").GetString() == "note");
        Assert.Equal(Rosalind, shown.GetProperty("payload").GetProperty("payload").GetProperty("email").GetString());
        var pain = shown.GetProperty("values").EnumerateArray().Single(value => value.GetProperty("field").GetString() == "Pain points");
        Assert.Equal("found", pain.GetProperty("standing").GetString());
        Assert.Contains(pain.GetProperty("claims").EnumerateArray(), claim => claim.GetProperty("standing").GetString() == "supported");
        var facts = shown.GetProperty("ledger").EnumerateArray().Single(entry => entry.GetProperty("effect").GetString() == "facts");
        Assert.Contains("Lead_Status", facts.GetProperty("detail").GetProperty("sent").EnumerateArray().Select(name => name.GetString()));
        Assert.Equal((0, false), await CodeAndPayloadAsync(commands, failed));
        Assert.Equal(1, (await commands.RunAsync("replay", "--status", "failed")).Code);
    }

    [Fact]
    public async Task A_processed_event_is_extracted_again_at_first_to_look_at_and_then_applied()
    {
        await using var redis = await RedisServer.StartAsync();
        await using var host = await RunningHost.StartAsync(("REDIS_URL", redis.Url));
        var commands = CommandLine.Beside(host.Simulator.BaseUrl, ("REDIS_URL", redis.Url));
        var id = await FailAsync(host, "invitee_created_full");
        await commands.RunAsync("replay", id);
        await host.FinishedAsync(id);
        Assert.All(host.Simulator.State.GeminiPrompts, prompt => Assert.Equal(1, prompt.Value));
        var notes = host.Simulator.State.Notes.Count();

        var preview = await commands.RunAsync("replay", id, "--reextract", "--preview", "--json");
        Assert.Equal(0, preview.Code);
        var would = Assert.Single(preview.Json.GetProperty("previews").EnumerateArray());
        Assert.Equal(("", false), (would.GetProperty("error").GetString(), would.GetProperty("needs_extraction").GetBoolean()));
        var extraction = would.GetProperty("extraction");
        Assert.Equal(("model", 1), (extraction.GetProperty("source").GetString(), extraction.GetProperty("calls").GetInt32()));
        Assert.True(extraction.GetProperty("input_tokens").GetInt64() > 0);
        Assert.Equal(2, Assert.Single(host.Simulator.State.GeminiPrompts).Value);
        Assert.Equal(EventStatus.Processed, (await host.Store.GetAsync(id, CancellationToken.None))!.Status);

        var again = await commands.RunAsync("replay", "--source", "calendly", "--reextract", "--preview");
        Assert.Contains("extracted again by model", again.Output, StringComparison.Ordinal);
        Assert.Contains("asked already, costs nothing again", again.Output, StringComparison.Ordinal);

        Assert.Equal(0, (await commands.RunAsync("replay", id, "--reextract")).Code);
        var done = await host.FinishedAsync(id);
        Assert.Equal(2, Assert.Single(host.Simulator.State.GeminiPrompts).Value);
        Assert.Equal(notes, host.Simulator.State.Notes.Count());
        Assert.Equal(LedgerState.Done, done.Ledger["reextraction"].State);
        var shown = await commands.RunAsync("show", id);
        Assert.Contains("reextraction", shown.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Commands_work_beside_a_service_on_the_same_file_and_after_it()
    {
        var data = Directory.CreateTempSubdirectory("salesintel-events-");
        try
        {
            string failed;
            Uri simulator;
            await using (var host = await RunningHost.StartAsync(("DATA_DIR", data.FullName)))
            {
                simulator = host.Simulator.BaseUrl;
                var beside = CommandLine.Beside(simulator, ("DATA_DIR", data.FullName));
                failed = await FailAsync(host, "invitee_created_full");
                Assert.Equal([failed], Ids((await beside.RunAsync("list", "--json")).Json.GetProperty("events")));
                Assert.Equal(0, (await beside.RunAsync("replay", failed)).Code);
                Assert.Equal(EventStatus.Processed, (await host.FinishedAsync(failed)).Status);
                Assert.Single(host.Simulator.State.Leads);
            }

            // The stand-ins are gone with the host, so only what needs no CRM.
            var after = CommandLine.Beside(simulator, ("DATA_DIR", data.FullName));
            Assert.Equal("processed", (await after.RunAsync("show", failed, "--json")).Json.GetProperty("events")[0].GetProperty("status").GetString());
            var replay = await after.RunAsync("replay", failed, "--json");
            Assert.Equal("requeued", replay.Json.GetProperty("outcomes")[0].GetProperty("result").GetString());

            // Nobody works on it now, so it stays in its lane.
            var again = await after.RunAsync("replay", failed);
            Assert.Equal(1, again.Code);
            Assert.Contains("not touched: it waits in its lane or is running", again.Output, StringComparison.Ordinal);
            Assert.Equal(1, (await after.RunAsync("replay", failed, "--preview")).Code);
        }
        finally
        {
            data.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Event_whose_hash_is_damaged_is_listed_as_unreadable_and_not_replayed()
    {
        await using var redis = await RedisServer.StartAsync();
        var commands = CommandLine.Beside(new Uri("http://127.0.0.1:9/"), ("REDIS_URL", redis.Url));
        await using (var host = await RunningHost.StartAsync(("REDIS_URL", redis.Url)))
        {
            await FailAsync(host, "invitee_created_full");
            var damaged = await FailAsync(host, "invitee_created_minimal");
            using var admin = await StackExchange.Redis.ConnectionMultiplexer.ConnectAsync(redis.Url["redis://".Length..^2]);
            await admin.GetDatabase().HashDeleteAsync($"event:{damaged}", ["source", "event_type", "created_at"]);

            var list = await commands.RunAsync("list", "--status", "failed", "--json");
            Assert.Equal(0, list.Code);
            var events = list.Json.GetProperty("events").EnumerateArray().ToDictionary(one => one.GetProperty("event_id").GetString()!);
            Assert.Equal(2, events.Count);
            Assert.False(events[damaged].GetProperty("readable").GetBoolean());
            Assert.Contains("can't be read", (await commands.RunAsync("list")).Output, StringComparison.Ordinal);

            var replay = await commands.RunAsync("replay", damaged);
            Assert.Equal(1, replay.Code);
            Assert.Contains("not touched: it would fail again", replay.Output, StringComparison.Ordinal);
        }
    }

    private static async Task<string> FailAsync(RunningHost host, string file)
    {
        host.Simulator.Faults.Add(new SimulatorFault
        {
            Target = FaultTarget.Zoho, Match = "upsert", Action = FaultAction.Body, Status = 400,
            Body = """{"data":[{"code":"NOT_APPROVED","status":"error","message":"record not approved","details":{}}]}""",
        });
        var stored = await host.FinishedAsync((await host.SendAsync("calendly", file)).EventId);
        Assert.Equal(EventStatus.Failed, stored.Status);
        host.Simulator.Faults.Clear();
        return stored.EventId;
    }

    private static async Task<(int Code, bool HasPayload)> CodeAndPayloadAsync(CommandLine commands, string id)
    {
        var result = await commands.RunAsync("show", id, "--json");
        return (result.Code, result.Json.GetProperty("events")[0].TryGetProperty("payload", out _));
    }

    private static IEnumerable<string> Ids(JsonElement array) => array.EnumerateArray().Select(one => one.GetProperty("event_id").GetString()!);
}
