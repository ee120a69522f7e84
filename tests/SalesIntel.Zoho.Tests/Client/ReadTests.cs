using System.Text.Json.Nodes;
using SalesIntel.Simulator;
using SalesIntel.Zoho.Client;
using SalesIntel.Zoho.Tests.OverHttp;
using SalesIntel.Zoho.Tests.Support;

namespace SalesIntel.Zoho.Tests.Client;

/// <summary>Reads within Zoho's limits, and addresses that nothing but names and ids get into.</summary>
public sealed class ReadTests
{
    [Fact]
    public async Task Row_4_12_records_by_ids_are_read_in_groups_that_one_call_takes_converted_ones_included()
    {
        await using var server = await SimulatorServer.StartAsync();
        using var zoho = new HttpZoho(server);
        string[] ids = [.. Enumerable.Range(0, 120).Select(i => server.State.AddLead(new JsonObject { ["Last_Name"] = $"P{i}", ["Email"] = $"p{i}@x.example" }))];
        server.State.ConvertLead(ids[7]);

        var people = await zoho.Client.GetAsync("Leads", [.. ids.Reverse(), "999"], ["Last_Name", "Email"], PersonJson.Default.Person);

        Assert.Equal(ids.Reverse(), people.Select(person => person.Id));
        Assert.Equal("P7", people.Single(person => person.Id == ids[7]).LastName);
        Assert.Equal(3, server.State.Requests["zoho.get"]);
    }

    [Fact]
    public async Task Read_of_no_field_is_refused_and_says_nothing_about_the_record()
    {
        using var zoho = new ZohoHarness();
        var client = zoho.Get<ZohoCrmClient>();

        await Assert.ThrowsAsync<ArgumentException>(() => client.GetAsync("Leads", "1", PersonJson.Default.Person, []));
        await Assert.ThrowsAsync<ArgumentException>(() => client.GetAsync("Leads", ["1"], [], PersonJson.Default.Person));
        Assert.Empty(await client.GetAsync("Leads", [], ["Last_Name"], PersonJson.Default.Person));
        Assert.Empty(zoho.Stub.Sent);
    }

    [Fact]
    public async Task Record_with_another_id_is_not_the_one_that_was_asked_for()
    {
        using var zoho = new ZohoHarness();
        zoho.Stub.On("GET /crm/v8/Leads/1", 200, """{"data":[{"id":"2","Last_Name":"Voss"}]}""")
            .On("GET /crm/v8/Leads/1", 200, """{"data":[{"id":1,"Last_Name":"Quill"}]}""");

        Assert.Null(await zoho.Get<ZohoCrmClient>().GetAsync("Leads", "1", PersonJson.Default.Person));
        Assert.Equal("Quill", (await zoho.Get<ZohoCrmClient>().GetAsync("Leads", "1", PersonJson.Default.Person))!.LastName);
    }

    [Fact]
    public async Task More_fields_than_one_call_takes_are_joined_by_id()
    {
        using var zoho = new ZohoHarness();
        string[] fields = [.. Enumerable.Range(0, 60).Select(i => $"A_field_with_a_long_name_{i}"), "Last_Name"];
        for (var call = 0; call < 2; call++)
        {
            zoho.Stub.On("GET /crm/v8/Leads", 200, $$"""{"data":[{"id":"1"{{(call == 1 ? ",\"Last_Name\":\"Quill\"" : "")}}}]}""");
        }

        var people = await zoho.Get<ZohoCrmClient>().GetAsync("Leads", ["1"], fields, PersonJson.Default.Person);

        Assert.Equal("Quill", Assert.Single(people).LastName);
        Assert.All(zoho.Stub.Calls, call => Assert.InRange(Fields(call).Length, 1, 1_024));
        Assert.Equal(fields, zoho.Stub.Calls.SelectMany(call => Fields(call).Split(',')));

        static string Fields(SentRequest call) => Uri.UnescapeDataString(call.Uri.Query).Split("fields=")[1].Split('&')[0];
    }

    [Fact]
    public async Task List_goes_on_by_the_token_when_Zoho_gives_one()
    {
        using var zoho = new ZohoHarness();
        zoho.Stub.On("GET /crm/v8/Contacts", 200, """{"data":[{"id":"1"}],"info":{"more_records":true}}""")
            .On("GET /crm/v8/Contacts", 200, """{"data":[{"id":"2"}],"info":{"more_records":true,"next_page_token":"a+b"}}""")
            .On("GET /crm/v8/Contacts", 200, """{"data":[{"id":"3"}],"info":{"more_records":false}}""");

        var people = await zoho.Get<ZohoCrmClient>().ListAsync("Contacts", ["Last_Name"], PersonJson.Default.Person).ToListAsync();

        Assert.Equal(["1", "2", "3"], people.Select(person => person.Id));
        Assert.Equal(
            ["?fields=Last_Name&page=1&per_page=200", "?fields=Last_Name&page=2&per_page=200", "?fields=Last_Name&page_token=a%2Bb&per_page=200"],
            zoho.Stub.Calls.Select(call => call.Uri.Query));
    }

    [Fact]
    public async Task Layouts_say_what_people_must_fill()
    {
        using var zoho = new ZohoHarness();
        zoho.Stub.On("GET /crm/v8/settings/layouts", 200, """{"layouts":[{"id":1,"name":"Standard","sections":[{"api_name":"Lead","fields":[{"api_name":"Company","required":true}]},null]}]}""");

        var layout = Assert.Single(await zoho.Get<ZohoCrmClient>().GetLayoutsAsync("Leads"));

        Assert.Equal(("1", true), (layout.Id, layout.Sections![0].Fields![0].IsRequired));
    }

    [Fact]
    public async Task Row_6_3_notes_for_several_records_are_one_call_with_a_result_each()
    {
        await using var server = await SimulatorServer.StartAsync();
        using var zoho = new HttpZoho(server);
        var lead = server.State.AddLead(new JsonObject { ["Last_Name"] = "Quill", ["Email"] = "q@x.example" });

        var results = await zoho.Client.AddNotesAsync(
            [(new("Leads", lead), new() { Content = "one" }), (new("Leads", "999"), new() { Content = "two" }), (new("Leads", lead), new() { Content = "three" })]);

        Assert.Equal([true, false, true], results.Select(result => result.IsSuccess));
        Assert.Equal("INVALID_DATA", results[1].Error!.Code);
        Assert.Equal(["one", "three"], server.State.Notes.Select(note => note.Content));
        Assert.Equal(1, server.State.Requests["zoho.notes"]);
    }

    [Theory]
    [InlineData("Leads/../Deals", "1", "Last_Name")]
    [InlineData("", "1", "Last_Name")]
    [InlineData("Leads", "1?x=1", "Last_Name")]
    [InlineData("Leads", "", "Last_Name")]
    [InlineData("Leads", "1", "Last_Name&x=1")]
    [InlineData("Leads", "1", "")]
    public async Task Nothing_but_names_and_ids_gets_into_an_address(string module, string id, string field)
    {
        using var zoho = new ZohoHarness();
        var client = zoho.Get<ZohoCrmClient>();

        await Assert.ThrowsAsync<ArgumentException>(() => client.GetAsync(module, id, PersonJson.Default.Person, [field]));
        await Assert.ThrowsAsync<ArgumentException>(() => client.GetAsync(module, [id], [field], PersonJson.Default.Person));

        Assert.Empty(zoho.Stub.Calls);
    }

    [Theory]
    [InlineData(302)]
    [InlineData(307)]
    public async Task Redirect_to_another_host_takes_no_token_there(int status)
    {
        await using var server = await SimulatorServer.StartAsync();
        await using var other = await SimulatorServer.StartAsync();
        using var zoho = new HttpZoho(server);
        server.Faults.Add(new SimulatorFault
        {
            Target = FaultTarget.Zoho,
            Match = "upsert",
            Action = FaultAction.Body,
            Status = status,
            Body = "",
            Location = new Uri(other.BaseUrl, "crm/v8/Leads/upsert").AbsoluteUri,
            Times = 1,
        });

        var failure = await ZohoHarness.FailsAsync(() => zoho.WriteAsync("q@x.example"));
        var again = await zoho.WriteAsync("q@x.example");

        Assert.Equal(("redirect", true), (failure.Code, failure.IsOutage));
        Assert.True(again.Created);
        Assert.Empty(other.State.Requests);
    }
}
