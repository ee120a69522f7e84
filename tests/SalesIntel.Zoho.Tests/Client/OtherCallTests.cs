using System.Text.Json.Nodes;
using SalesIntel.Simulator;
using SalesIntel.Zoho.Client;
using SalesIntel.Zoho.Tests.Support;

namespace SalesIntel.Zoho.Tests.Client;

/// <summary>Calls for which the client has no method, and any number of records.</summary>
public sealed class OtherCallTests
{
    private const string Tags = "POST /crm/v8/settings/tags";

    [Fact]
    public async Task Other_call_has_the_token_the_errors_and_no_value_in_a_message()
    {
        using var zoho = new ZohoHarness();
        var client = zoho.Get<ZohoCrmClient>();
        zoho.Stub.On(Tags, 201, """{"tags":[{"code":"SUCCESS"}]}""").On(Tags, 400, Answers.Error("INVALID_DATA", """{"api_name":"name"}"""))
            .On(Tags, 200, "<html>maintenance</html>").On("GET /crm/v8/users", 204).On("GET /crm/v8/users", 401, Answers.Error("OAUTH_SCOPE_MISMATCH"));
        Task<JsonObject?> TagAsync() => client.SendAsync(
            HttpMethod.Post, "settings/tags?module=Leads&email=dana.quill%40northwind-labs.example", new JsonObject { ["tags"] = new JsonArray(new JsonObject { ["name"] = "Dana" }) });

        Assert.Equal("SUCCESS", (string?)(await TagAsync())!["tags"]![0]!["code"]);
        var refused = (ZohoCrmException)await ZohoHarness.FailsAsync(TagAsync);
        var outage = await ZohoHarness.FailsAsync(TagAsync);
        Assert.Null(await client.SendAsync(HttpMethod.Get, "users"));
        var scope = await ZohoHarness.FailsAsync(() => client.SendAsync(HttpMethod.Get, "users"));

        Assert.Equal(("INVALID_DATA", "name", false), (refused.Code, refused.Field, refused.IsOutage));
        Assert.Contains("POST settings/tags", refused.Message);
        Assert.Equal((true, true), (outage.IsOutage, outage.OutcomeUnknown));
        Assert.Equal("OAUTH_SCOPE_MISMATCH", scope.Code);
        Assert.Equal("Zoho-oauthtoken token-1", zoho.Stub.Calls[0].Authorization);
        Assert.Equal("""{"tags":[{"name":"Dana"}]}""", zoho.Stub.Calls[0].Body);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/users")]
    [InlineData("//attacker.example/x")]
    [InlineData("https://attacker.example/x")]
    [InlineData("../v2/users")]
    [InlineData("Leads/../../v2/users")]
    [InlineData("%2e%2e/v2/users")]
    [InlineData("..\\v2")]
    [InlineData("users#x")]
    [InlineData("us ers")]
    [InlineData("users\r\nHost: x")]
    [InlineData("caf\u00e9")]
    public async Task Path_that_leaves_the_api_is_refused_before_a_call(string path)
    {
        using var zoho = new ZohoHarness();

        await Assert.ThrowsAsync<ArgumentException>(() => zoho.Get<ZohoCrmClient>().SendAsync(HttpMethod.Get, path));

        Assert.Empty(zoho.Stub.Sent);
    }

    [Fact]
    public async Task List_of_a_record_is_read_over_all_pages()
    {
        await using var server = await SimulatorServer.StartAsync();
        using var zoho = new OverHttp.HttpZoho(server);
        var lead = new ZohoParent("Leads", server.State.AddLead(new JsonObject { ["Last_Name"] = "Quill" }));
        for (var number = 0; number < 3; number++)
        {
            await zoho.Client.AddTaskAsync(lead, new ZohoTask { Subject = $"Call {number}" });
        }

        var rows = await zoho.Client.ListRelatedAsync(lead, "Tasks", ["Subject"], Crm.CrmJson.Default.JsonObject).ToListAsync();

        Assert.Equal(["Call 0", "Call 1", "Call 2"], rows.Select(row => (string?)row["Subject"]).Order());
        Assert.Throws<ArgumentException>(() => zoho.Client.ListRelatedAsync(lead, "../Notes", ["Subject"], Crm.CrmJson.Default.JsonObject));
        Assert.Throws<ArgumentException>(() => zoho.Client.ListRelatedAsync(lead, "Tasks", [], Crm.CrmJson.Default.JsonObject));
    }

    [Fact]
    public async Task Batch_that_fails_ends_it_and_those_before_have_their_results()
    {
        const string Insert = "POST /crm/v8/Leads";
        using var zoho = new ZohoHarness();
        var taken = 0;
        IEnumerable<Person> people = Enumerable.Range(0, 1_000).Select(i => new Person { LastName = $"P{taken++}" });
        zoho.Stub.On(Insert, 201, $$"""{"data":[{{string.Join(',', Enumerable.Range(0, 100).Select(i => $$$"""{"code":"SUCCESS","status":"success","details":{"id":"{{{i}}}"}}"""))}}]}""")
            .On(Insert, 503, "");

        List<ZohoRecordResult> results = [];
        var failure = await ZohoHarness.FailsAsync(async () =>
        {
            await foreach (var result in zoho.Get<ZohoCrmClient>().InsertAllAsync("Leads", people, PersonJson.Default.Person))
            {
                results.Add(result);
            }
        });

        Assert.Equal((100, true, true), (results.Count, failure.IsOutage, failure.OutcomeUnknown));
        Assert.Equal((200, 2), (taken, zoho.Stub.Calls.Count));
    }
}
