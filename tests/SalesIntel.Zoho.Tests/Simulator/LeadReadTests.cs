using Microsoft.Extensions.Time.Testing;
using SalesIntel.Simulator;

namespace SalesIntel.Zoho.Tests.Simulator;

public sealed class LeadReadTests
{
    [Fact]
    public async Task Search_finds_parts_of_addresses_and_takes_dash_for_underscore()
    {
        await using var sim = await SimulatorFixture.StartAsync();
        await sim.AddAsync("ada_lane@one.example");
        await sim.AddAsync("xada-lane@one.example");

        var (status, body) = await sim.GetAsync("Leads/search?email=ada-lane@one.example&fields=Email");

        Assert.Equal(200, status);
        Assert.Equal(2, body!["data"]!.AsArray().Count);
    }

    [Fact]
    public async Task Search_by_criteria_honours_or_and_escapes()
    {
        await using var sim = await SimulatorFixture.StartAsync();
        await sim.AddAsync("a@one.example", "Smith (Jr)");
        await sim.AddAsync("b@one.example");
        await sim.AddAsync("c@one.example");

        var either = await sim.GetAsync("Leads/search?criteria=((Email:equals:a@one.example)or(Email:equals:b@one.example))&fields=Email");
        var escaped = await sim.GetAsync("Leads/search?criteria=" + Uri.EscapeDataString(@"(Last_Name:equals:Smith \(Jr\))"));
        var broken = await sim.GetAsync("Leads/search?criteria=(Email:equals:a@one.example");

        Assert.Equal(2, either.Body!["data"]!.AsArray().Count);
        Assert.Equal("a@one.example", Assert.Single(escaped.Body!["data"]!.AsArray())!["Email"]!.ToString());
        Assert.Equal(400, broken.Status);
    }

    [Fact]
    public async Task Search_lags_behind_and_coql_does_not()
    {
        var time = new FakeTimeProvider();
        await using var sim = await SimulatorFixture.StartAsync(
            new SimulatorOptions { TimeProvider = time, ZohoIndexDelay = TimeSpan.FromSeconds(30) });
        var id = await sim.AddAsync("a@one.example", "Old");

        Assert.Equal(204, (await sim.GetAsync("Leads/search?email=a@one.example")).Status);
        var query = await sim.PostAsync("coql", """{"select_query":"select id, Last_Name from Leads where Email = 'A@one.example'"}""");
        Assert.Equal(id, query.Body!["data"]![0]!["id"]!.ToString());

        time.Advance(TimeSpan.FromSeconds(30));
        await sim.PutAsync("Leads/" + id, """{"data":[{"Last_Name":"New"}]}""");
        var stale = await sim.GetAsync("Leads/search?email=a@one.example");
        Assert.Equal("Old", stale.Body!["data"]![0]!["Last_Name"]!.ToString());
        time.Advance(TimeSpan.FromSeconds(30));
        var current = await sim.GetAsync("Leads/search?email=a@one.example");
        Assert.Equal("New", current.Body!["data"]![0]!["Last_Name"]!.ToString());
    }

    [Fact]
    public async Task Converted_leads_hide_from_search_unless_asked_for()
    {
        await using var sim = await SimulatorFixture.StartAsync();
        var contact = sim.State.ConvertLead(await sim.AddAsync("a@one.example"));

        Assert.Equal(204, (await sim.GetAsync("Leads/search?email=a@one.example")).Status);
        var (_, body) = await sim.GetAsync("Leads/search?email=a@one.example&converted=both&fields=Email,Converted__s,Converted_Contact");
        Assert.True((bool)body!["data"]![0]!["Converted__s"]!);
        Assert.Equal(contact, body["data"]![0]!["Converted_Contact"]!["id"]!.ToString());
        var fresh = await sim.PostAsync("Leads/upsert", """{"data":[{"Last_Name":"A","Email":"a@one.example"}]}""");
        Assert.Equal("insert", fresh.Body!["data"]![0]!["action"]!.ToString());
    }

    [Theory]
    [InlineData("select id from Leads where Email in ('a@one.example', 'b@one.example')", 200, 2)]
    [InlineData("select id from Leads where (Email = 'a@one.example' and Converted__s = 'false')", 200, 1)]
    [InlineData("select id from Leads where Email = 'a@one.example' or City is null limit 1", 200, 1)]
    [InlineData("select id from Leads where Email = 'x'", 204, 0)]
    [InlineData("select id from Leads", 400, 0)]
    [InlineData("select id from Leads where Email = 'x", 400, 0)]
    [InlineData("select Nope from Leads where Email = 'a@one.example'", 400, 0)]
    public async Task Coql_answers_what_it_is_asked(string query, int status, int rows)
    {
        await using var sim = await SimulatorFixture.StartAsync();
        await sim.AddAsync("a@one.example");
        await sim.AddAsync("b@one.example");

        var answer = await sim.PostAsync("coql", $$"""{"select_query":"{{query}}"}""");

        Assert.Equal(status, answer.Status);
        Assert.Equal(rows, answer.Body?["data"]?.AsArray().Count ?? 0);
    }

    [Fact]
    public async Task Date_times_come_back_in_the_offset_of_the_organisation()
    {
        await using var sim = await SimulatorFixture.StartAsync(new SimulatorOptions { ZohoTimeOffset = TimeSpan.FromHours(10) });
        await sim.PostAsync("Leads", """{"data":[{"Last_Name":"A","Demo_Datetime":"2026-11-19T16:30:00+00:00"}]}""");

        var (_, body) = await sim.GetAsync($"Leads/{sim.State.Leads[0].Id}?fields=Demo_Datetime");

        Assert.Equal("2026-11-20T02:30:00+10:00", body!["data"]![0]!["Demo_Datetime"]!.ToString());
    }
}
