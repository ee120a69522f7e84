using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using SalesIntel.Simulator;

namespace SalesIntel.Zoho.Tests.Simulator;

/// <summary>What Zoho does with calls for many records.</summary>
public sealed class BatchedCallTests
{
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(30);

    [Theory]
    [InlineData(11, 10, 4)]
    [InlineData(10, 14, 0)]
    public async Task Ten_calls_for_more_than_ten_records_may_be_in_flight(int records, int done, int refused)
    {
        var time = new FakeTimeProvider();
        await using var sim = await SimulatorFixture.StartAsync(new SimulatorOptions { TimeProvider = time, ZohoLatency = TimeSpan.FromSeconds(1) });
        var body = $$"""{"data":[{{string.Join(',', Enumerable.Range(0, records).Select(_ => "{\"Last_Name\":\"A\"}"))}}]}""";

        var calls = Enumerable.Range(0, 14).Select(_ => sim.PostAsync("Leads", body)).ToList();
        await sim.Server.WaitForAsync(state => state.ZohoMaxInFlight == 14 && (records == 10 || state.ZohoMaxHeavyInFlight == 14), s_limit);
        var all = Task.WhenAll(calls);
        while (!all.IsCompleted)
        {
            time.Advance(TimeSpan.FromSeconds(1));
            await Task.WhenAny(all, Task.Delay(10));
        }

        var answers = await all;
        Assert.Equal(done, answers.Count(answer => answer.Status == 201));
        Assert.Equal(refused, answers.Count(answer => answer.Body?["code"]?.ToString() == "TOO_MANY_REQUESTS"));
        Assert.Equal(refused, sim.State.ZohoTooMany);
    }

    [Fact]
    public async Task Each_record_of_a_call_has_a_result_and_two_of_one_address_meet_the_same_lead()
    {
        await using var sim = await SimulatorFixture.StartAsync();

        var (status, body) = await sim.PostAsync(
            "Leads/upsert", """{"data":[{"Last_Name":"A","Email":"a@x.example"},{"Last_Name":"B","Email":"not an address"},{"Last_Name":"C","Email":"A@x.example"}]}""");

        Assert.Equal(207, status);
        Assert.Equal(["insert", null, "update"], body!["data"]!.AsArray().Select(result => (string?)result!["action"]));
        Assert.Equal("$.data[1].Email", (string?)body["data"]![1]!["details"]!["json_path"]);
        Assert.Single(sim.State.Leads);
    }

    [Fact]
    public async Task More_than_a_hundred_records_are_refused_whole()
    {
        await using var sim = await SimulatorFixture.StartAsync();
        var records = string.Join(',', Enumerable.Range(0, 101).Select(_ => "{\"Last_Name\":\"A\"}"));

        var (status, body) = await sim.PostAsync("Leads/upsert", $$"""{"data":[{{records}}]}""");

        Assert.Equal((400, "LIMIT_EXCEEDED"), (status, (string?)body!["code"]));
        Assert.Empty(sim.State.Leads);
    }

    [Fact]
    public async Task Lists_searches_and_queries_cut_text_with_formats_and_one_record_is_whole()
    {
        var options = new SimulatorOptions { QueriesShowConverted = false };
        options.RichTextFields.Add("Description");
        await using var sim = await SimulatorFixture.StartAsync(options);
        var id = sim.State.AddLead(new JsonObject { ["Last_Name"] = "A", ["Email"] = "a@x.example", ["Description"] = new string('d', 800) });

        var list = await sim.GetAsync($"Leads?ids={id}&fields=Description");
        var search = await sim.GetAsync("Leads/search?email=a@x.example&fields=Description");
        var query = await sim.PostAsync("coql", """{"select_query":"select Description from Leads where Email = 'a@x.example'"}""");
        var one = await sim.GetAsync($"Leads/{id}?fields=Description");
        var fields = await sim.GetAsync("settings/fields?module=Leads");

        Assert.All(new[] { list, search, query }, answer => Assert.Equal(500, Text(answer).Length));
        Assert.Equal(800, Text(one).Length);
        Assert.Equal("rich_text", (string?)fields.Body!["fields"]!.AsArray().Single(field => (string?)field!["api_name"] == "Description")!["textarea"]!["type"]);

        sim.State.ConvertLead(id);
        Assert.Equal(204, (await sim.PostAsync("coql", """{"select_query":"select id from Leads where Email = 'a@x.example'"}""")).Status);
    }

    [Fact]
    public async Task Lists_of_notes_cut_text_with_formats_and_one_note_is_whole()
    {
        var options = new SimulatorOptions();
        options.RichTextFields.Add("Note_Content");
        await using var sim = await SimulatorFixture.StartAsync(options);
        var lead = sim.State.AddLead(new JsonObject { ["Last_Name"] = "A", ["Email"] = "a@x.example" });
        var (_, added) = await sim.PostAsync($"Leads/{lead}/Notes", $$"""{"data":[{"Note_Content":"{{new string('n', 800)}}"}]}""");
        var id = (string?)added!["data"]![0]!["details"]!["id"];

        var list = await sim.GetAsync($"Leads/{lead}/Notes?fields=Note_Content");
        var one = await sim.GetAsync($"Notes/{id}?fields=Note_Content");

        Assert.Equal(500, ((string?)list.Body!["data"]![0]!["Note_Content"])!.Length);
        Assert.Equal(800, ((string?)one.Body!["data"]![0]!["Note_Content"])!.Length);
    }

    [Fact]
    public async Task Contacts_are_listed_by_their_ids()
    {
        await using var sim = await SimulatorFixture.StartAsync();
        string[] ids = [.. Enumerable.Range(0, 3).Select(number => sim.State.AddContact(new JsonObject { ["Last_Name"] = $"C{number}" }))];

        var (_, body) = await sim.GetAsync($"Contacts?ids={ids[0]},{ids[2]}&fields=Last_Name");

        Assert.Equal(["C0", "C2"], body!["data"]!.AsArray().Select(row => (string?)row!["Last_Name"]));
    }

    private static string Text((int Status, JsonObject? Body) answer) => (string)answer.Body!["data"]![0]!["Description"]!;
}
