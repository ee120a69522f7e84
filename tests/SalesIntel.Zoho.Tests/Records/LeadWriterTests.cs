using SalesIntel.Crm;
using SalesIntel.Leads;
using SalesIntel.Zoho.Client;
using SalesIntel.Zoho.Crm;
using SalesIntel.Zoho.Tests.Support;
using static SalesIntel.Zoho.Tests.Support.ZohoHarness;

namespace SalesIntel.Zoho.Tests.Records;

public class LeadWriterTests
{
    private const string Put = "PUT /crm/v8/Leads/5001";
    private const string Fields = """{"Last_Name":"Quill","Company":"Nörthwind <Labs>","Website":null}""";

    [Fact]
    public async Task Row_4_9_without_an_id_it_is_one_upsert_by_email()
    {
        using var zoho = new ZohoHarness(o => { o.OwnerId = "4200"; o.Trigger = ["workflow"]; });
        zoho.Stub.On(Upsert, 200, Answers.Updated);

        var receipt = await zoho.WriteAsync(null, Fields);

        Assert.Equal(("5001", false, false), (receipt.LeadId, receipt.Created, receipt.Gone));
        Assert.Empty(receipt.Issues);
        var sent = Assert.Single(zoho.Stub.Calls);
        Assert.Equal("application/json", sent.ContentType);
        Assert.Equal(
            """{"data":[{"Last_Name":"Quill","Company":"Nörthwind <Labs>","Website":null,"Email":"dana.quill@northwind-labs.example"}],"duplicate_check_fields":["Email"],"trigger":["workflow"]}""",
            sent.Body);
    }

    [Fact]
    public async Task Patch_is_sent_under_Zohos_names_in_the_order_of_the_documentation_and_clears_what_is_empty()
    {
        using var zoho = new ZohoHarness();
        zoho.Stub.On(Put, 200, Answers.Updated);
        (LeadField Field, string Value)[] values =
        [
            (DemoFields.EmployeeCount, "9"), (DemoFields.Status, "DemoComplete"), (DemoFields.DemoTime, "2026-11-19T16:30:00Z"),
            (LeadFields.LastName, "Quill"), (LeadFields.City, ""),
        ];

        await zoho.Crm.WriteLeadAsync(
            new CrmLeadWrite
            {
                LeadId = "5001",
                Patch = new LeadPatch { Email = Email, Fields = [.. values.Select(value => new PatchField(value.Field, value.Value, WritePolicy.Own))] },
            },
            default);

        Assert.Equal(
            """{"data":[{"Last_Name":"Quill","City":null,"No_of_Employees":9,"Lead_Status":"Demo Complete"}]}""",
            Assert.Single(zoho.Stub.Calls).Body);
    }

    [Fact]
    public async Task With_an_id_it_is_one_update_without_owner_and_email()
    {
        using var zoho = new ZohoHarness(o => { o.OwnerId = "4200"; o.Trigger = []; });
        zoho.Stub.On(Put, 200, Answers.Updated);

        var receipt = await zoho.WriteAsync("5001", """{"Company":"Northwind"}""");

        Assert.Equal(("5001", false), (receipt.LeadId, receipt.Created));
        Assert.Equal("""{"data":[{"Company":"Northwind"}],"trigger":[]}""", Assert.Single(zoho.Stub.Calls).Body);
    }

    [Fact]
    public async Task Row_4_7_without_triggers_set_none_are_sent()
    {
        using var zoho = new ZohoHarness();
        zoho.Stub.On(Upsert, 200, Answers.Updated);

        Assert.False((await zoho.WriteAsync(null, """{"Last_Name":"Quill"}""")).Created);

        Assert.Equal(
            """{"data":[{"Last_Name":"Quill","Email":"dana.quill@northwind-labs.example"}],"duplicate_check_fields":["Email"]}""",
            Assert.Single(zoho.Stub.Calls).Body);
    }

    [Theory]
    [InlineData(200, true)]
    [InlineData(201, true)]
    [InlineData(202, true)]
    [InlineData(207, true)]
    public async Task Row_3_2_success_is_read_from_the_record_under_any_status(int status, bool created)
    {
        using var zoho = new ZohoHarness();
        zoho.Stub.On(Upsert, status, Answers.Inserted);

        Assert.Equal(created, (await zoho.WriteAsync(null, Fields)).Created);
    }

    [Fact]
    public async Task Row_3_17_an_id_that_is_a_number_is_read()
    {
        using var zoho = new ZohoHarness();
        zoho.Stub.On(Upsert, 200, """{"data":[{"code":"SUCCESS","action":"insert","details":{"id":5725767000001234567},"status":"success"}]}""");

        Assert.Equal("5725767000001234567", (await zoho.WriteAsync(null, Fields)).LeadId);
    }

    [Theory]
    [InlineData(400, """{"data":[{"code":"INVALID_DATA","details":{"api_name":"id","json_path":"$.data[0].id"},"message":"the id given seems to be invalid","status":"error"}]}""")]
    [InlineData(400, """{"data":[{"code":"INVALID_DATA","details":{"id":"5001"},"message":"x","status":"error"}]}""")]
    [InlineData(202, """{"data":[{"code":"INVALID_DATA","details":{"id":"5001"},"message":"x","status":"error"}]}""")]
    [InlineData(400, """{"code":"INVALID_DATA","details":{"resource_path_index":1},"message":"x","status":"error"}""")]
    [InlineData(404, """{"code":"INVALID_DATA","details":{},"message":"x","status":"error"}""")]
    [InlineData(404, """{"code":"RECORD_NOT_FOUND","details":{},"message":"x","status":"error"}""")]
    public async Task Row_3_4_an_unknown_id_is_gone(int status, string body)
    {
        using var zoho = new ZohoHarness();
        zoho.Stub.On(Put, status, body);

        var receipt = await zoho.WriteAsync("5001", Fields);

        Assert.Equal((true, "", false), (receipt.Gone, receipt.LeadId, receipt.Created));
    }

    [Fact]
    public async Task Owner_is_set_on_creation_only_and_runs_no_automation()
    {
        using var zoho = new ZohoHarness(o => o.OwnerId = "4200");
        zoho.Stub.On(Upsert, 200, Answers.Inserted).On(Put, 200, Answers.Updated).On(Upsert, 200, Answers.Updated);

        Assert.True((await zoho.WriteAsync(null, Fields)).Created);
        Assert.False((await zoho.WriteAsync(null, Fields)).Created);

        Assert.Equal([Upsert, Put, Upsert], zoho.Stub.Calls.Select(call => call.Route));
        Assert.Equal("""{"data":[{"Owner":{"id":"4200"}}],"trigger":[]}""", zoho.Stub.Calls[1].Body);
    }

    [Theory]
    [InlineData(400, "INVALID_DATA")]
    [InlineData(503, "SERVICE_UNAVAILABLE")]
    public async Task Owner_that_can_not_be_set_is_named_and_does_not_cost_the_lead(int status, string code)
    {
        using var zoho = new ZohoHarness(o => o.OwnerId = "4200");
        zoho.Stub.On(Upsert, 200, Answers.Inserted).On(Put, status, Answers.Error(code));

        var receipt = await zoho.WriteAsync(null, Fields);

        Assert.Equal([$"Owner: not set ({code}); check ZOHO_OWNER_ID and set it in Zoho"], receipt.Issues);
    }

    [Theory]
    [InlineData("""{"api_name":"lar_id","json_path":"$.lar_id"}""", 1)]
    [InlineData("""{"param_name":"lar_id"}""", 1)]
    [InlineData("""{"api_name":"lar_id","json_path":"$.lar_id"}""", 5)]
    [InlineData("""{"param_name":"lar_id"}""", 5)]
    public async Task Row_4_8_assignment_rule_that_is_refused_costs_no_lead_and_is_named(string details, int leads)
    {
        using var zoho = new ZohoHarness(o => o.AssignmentRuleId = "77");
        zoho.Stub.Always(Upsert, async (request, token) => await request.Content!.ReadAsStringAsync(token) is var body && body.Contains("lar_id")
            ? StubZoho.Answer(400, Answers.Error("INVALID_DATA", details))
            : Batches.HeldZoho.Data(200, Batches.HeldZoho.RecordsOf(body).Select(record => Batches.HeldZoho.Done(((string)record["Last_Name"]!)[1..]))));

        var receipts = await Task.WhenAll(Enumerable.Range(1, leads).Select(id => zoho.Get<LeadWriter>().WriteAsync(
            null, $"p{id}@x.example", new System.Text.Json.Nodes.JsonObject { ["Last_Name"] = $"P{id}" }, default, default)));

        Assert.Equal(Enumerable.Range(1, leads).Select(id => $"{id}"), receipts.Select(receipt => receipt.LeadId));
        Assert.All(receipts, receipt => Assert.Contains("ZOHO_ASSIGNMENT_RULE_ID", Assert.Single(receipt.Issues)));
    }

    [Fact]
    public async Task Row_4_10_a_duplicate_of_an_update_is_for_a_person()
    {
        using var zoho = new ZohoHarness();
        zoho.Stub.On(Put, 400, Answers.Row("DUPLICATE_DATA", """{"api_name":"Ref","duplicate_record":{"id":"5002"}}"""));

        var failure = await FailsAsync(() => zoho.WriteAsync("5001", Fields));

        Assert.Equal("DUPLICATE_DATA", failure.Code);
        Assert.Contains("5002", failure.Message);
        Assert.Contains("Ref", failure.Message);
    }

    [Theory]
    [InlineData("../Deals/1")]
    [InlineData("")]
    [InlineData("..")]
    [InlineData("5001?x=1")]
    public async Task Only_an_id_gets_into_the_address(string id)
    {
        using var zoho = new ZohoHarness();

        await Assert.ThrowsAsync<ArgumentException>(() => zoho.WriteAsync(id, Fields));

        Assert.Empty(zoho.Stub.Calls);
    }

    [Fact]
    public async Task The_caller_s_record_is_not_changed()
    {
        using var zoho = new ZohoHarness();
        zoho.Stub.On(Upsert, 200, Answers.Inserted);
        var fields = new System.Text.Json.Nodes.JsonObject { ["Last_Name"] = "Quill" };

        await zoho.Get<LeadWriter>().WriteAsync(null, Email, fields, default, default);

        Assert.Equal("""{"Last_Name":"Quill"}""", fields.ToJsonString());
    }
}
