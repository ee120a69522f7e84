using System.Text.Json.Nodes;
using SalesIntel.Zoho.Client;
using SalesIntel.Zoho.Crm;
using SalesIntel.Zoho.Tests.Support;

namespace SalesIntel.Zoho.Tests.Records;

/// <summary>Refusals that name a field, a record or another record in a way that is not the usual one.</summary>
public sealed class RefusalSpellingTests
{
    private const string Put = "PUT /crm/v8/Leads/5001";
    private const string Values = """{"Last_Name":"Quill","City":"Perth","State":"WA"}""";

    [Theory]
    [InlineData("/data/0/City")]
    [InlineData("data.0.City")]
    [InlineData("$.data.0.City")]
    [InlineData("$.City")]
    [InlineData("$..City")]
    [InlineData("City")]
    [InlineData("$['City']")]
    [InlineData("$.data[0].City.0")]
    public async Task Row_3_5_path_in_each_spelling_costs_its_field_and_stops_nobody(string path)
    {
        using var zoho = new ZohoHarness();
        zoho.Stub.On(Put, 400, Answers.Row("INVALID_DATA", $$"""{"json_path":"{{path}}"}""")).On(Put, 200, Answers.Updated)
            .On(Put, 400, Answers.Row("INVALID_DATA", $$"""{"json_path":"{{path}}","api_name":"City"}""")).On(Put, 200, Answers.Updated);

        foreach (var _ in Enumerable.Range(0, 2))
        {
            var receipt = await zoho.WriteAsync("5001", Values);

            Assert.StartsWith("City: ", Assert.Single(receipt.Issues), StringComparison.Ordinal);
            Assert.Equal("""{"Last_Name":"Quill","State":"WA"}""", receipt.Sent!.ToJsonString());
        }
    }

    [Theory]
    [InlineData("$.trigger[0]", "trigger")]
    [InlineData("$.duplicate_check_fields", "duplicate_check_fields")]
    [InlineData("/skip_feature_execution/0/name", "skip_feature_execution")]
    [InlineData("$['lar_id']", "lar_id")]
    public async Task Row_3_5_path_of_what_stands_beside_the_records_is_about_everybody(string path, string name)
    {
        using var zoho = new ZohoHarness();
        zoho.Stub.On(Put, 400, Answers.Error("INVALID_DATA", $$"""{"json_path":"{{path}}"}"""));

        var failure = (ZohoCrmException)await ZohoHarness.FailsAsync(() => zoho.WriteAsync("5001", Values));

        Assert.Equal((name, true), (failure.Field, failure.IsOutage));
    }

    [Theory]
    [InlineData("DEPENDENT_MISMATCH", "City")]
    [InlineData("MANDATORY_NOT_FOUND", "Company")]
    [InlineData("RECORD_IN_BLUEPRINT", "State")]
    public async Task Row_3_7_lock_that_is_told_beside_a_bad_field_is_waited_for(string code, string field)
    {
        using var zoho = new ZohoHarness();
        zoho.Stub.On(Put, 400, Several(Answers.Error(code, $$"""{"api_name":"{{field}}"}"""), Answers.Error("RECORD_LOCKED")));

        var failure = await ZohoHarness.FailsAsync(() => zoho.WriteAsync("5001", Values));

        Assert.Equal(("RECORD_LOCKED", true, true), (failure.Code, failure.IsRecordBusy, failure.IsTransient));
    }

    [Theory]
    [InlineData("LOCKED_RECORD", true)]
    [InlineData("RECORD_IS_LOCKED", true)]
    [InlineData("LOCKED", true)]
    [InlineData("RECORD_LOCK", true)]
    [InlineData("LOCKING_IN_PROGRESS", true)]
    [InlineData("USER_BLOCKED", false)]
    public async Task Row_3_8_lock_in_other_words_is_waited_for(string code, bool isLock)
    {
        using var zoho = new ZohoHarness();
        zoho.Stub.On(Put, 400, Answers.Row(code, """{"api_name":"City"}""")).On(Put, 400, Answers.Row(code));

        var failure = await ZohoHarness.FailsAsync(async () =>
        {
            await zoho.WriteAsync("5001", Values);
            await zoho.WriteAsync("5001", Values);
        });

        Assert.Equal((isLock ? "RECORD_LOCKED" : code, isLock, isLock), (failure.Code, failure.IsRecordBusy, failure.IsTransient));
        Assert.Equal(isLock ? 1 : 2, zoho.Stub.Calls.Count);
    }

    [Theory]
    [InlineData("""{"code":"NOT_ALLOWED","status":"error","message":"","details":{}}""")]
    [InlineData("""{"data":[{"code":"NOT_ALLOWED","status":"error","message":"","details":{"id":"5001"}}]}""")]
    public async Task Row_3_8_lock_that_the_status_tells_is_waited_for(string answer)
    {
        using var zoho = new ZohoHarness();
        zoho.Stub.On(Put, 423, answer);

        var failure = await ZohoHarness.FailsAsync(() => zoho.WriteAsync("5001", Values));

        Assert.Equal(("RECORD_LOCKED", true, false), (failure.Code, failure.IsRecordBusy, failure.IsOutage));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"api_name":"Stage","json_path":"$.data[0].Stage"}""")]
    public async Task Row_3_9_blueprint_costs_the_status_whatever_it_is_called(string details)
    {
        using var zoho = new ZohoHarness();
        zoho.Stub.On(Put, 400, Answers.Row("RECORD_IN_BLUEPRINT", details)).On(Put, 200, Answers.Updated);

        var receipt = await zoho.WriteAsync("5001", """{"City":"Perth","Lead_Status":"Demo Booked"}""");

        Assert.StartsWith("Lead_Status: governed by a blueprint", Assert.Single(receipt.Issues), StringComparison.Ordinal);
        Assert.Equal("""{"City":"Perth"}""", receipt.Sent!.ToJsonString());
    }

    [Theory]
    [InlineData("""{"api_name":"id"}""", "no record with this id")]
    [InlineData("""{"api_name":"At","expected_data_type":"datetime"}""", "without fractions")]
    [InlineData("""{"api_name":"Day","expected_data_type":"date"}""", "2026-11-23")]
    [InlineData("""{"api_name":"City","maximum_length":"20"}""", "Shorten")]
    [InlineData("""{"api_name":"Kind","supported_values":["A"]}""", "one of the values")]
    [InlineData("""{"api_name":"Kind"}""", "what the field takes")]
    public async Task Row_3_5_value_that_is_not_valid_comes_with_what_to_do(string details, string advice)
    {
        using var zoho = new ZohoHarness();
        zoho.Stub.On("POST /crm/v8/Leads", 400, Answers.Row("INVALID_DATA", details));

        var failure = await ZohoHarness.FailsAsync(
            () => zoho.Get<ZohoCrmClient>().InsertAsync("Leads", new JsonObject { ["City"] = "Perth" }, CrmJson.Default.JsonObject));

        Assert.Contains(advice, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Row_3_7_conversion_that_is_told_beside_a_bad_field_is_followed()
    {
        using var zoho = new ZohoHarness();
        zoho.Stub.On(Put, 400, Several(Answers.Error("MANDATORY_NOT_FOUND", """{"api_name":"Company"}"""), Answers.Error("ID_ALREADY_CONVERTED")))
            .On("GET /crm/v8/Leads/5001", 200, """{"data":[{"id":"5001","Converted__s":true,"Converted_Contact":{"id":"6001"}}]}""");

        var found = await zoho.WriteAsync("5001", Values);

        Assert.Equal(("Contacts/6001", true), (found.LeadId, found.Exists));
    }

    [Theory]
    [InlineData("LIMIT_EXCEEDED", """{"api_name":"City"}""", null)]
    [InlineData("LIMIT_EXCEEDED", """{"api_name":"City","limit":4}""", "Per…")]
    [InlineData("NO_PERMISSION", """{"json_path":"$.data[0].City","permissions":["Crm_Implied_Edit_City"]}""", null)]
    [InlineData("AUTHORIZATION_FAILED", """{"api_name":"City"}""", null)]
    [InlineData("DEPENDENT_MISMATCH", """{"dependee":{"api_name":"City","json_path":"$.data[0].City"}}""", null)]
    public async Task Row_3_4_code_that_names_a_field_which_was_sent_costs_that_field(string code, string details, string? resent)
    {
        using var zoho = new ZohoHarness();
        zoho.Stub.On(Put, 400, Answers.Row(code, details)).On(Put, 200, Answers.Updated);

        var receipt = await zoho.WriteAsync("5001", Values);

        Assert.StartsWith("City: ", Assert.Single(receipt.Issues), StringComparison.Ordinal);
        Assert.Equal(("Quill", resent, "WA"), ((string?)receipt.Sent!["Last_Name"], (string?)receipt.Sent["City"], (string?)receipt.Sent["State"]));
    }

    [Theory]
    [InlineData("LIMIT_EXCEEDED", """{"api_name":"Tag"}""")]
    [InlineData("NO_PERMISSION", """{"permissions":["Crm_Implied_Edit_Leads"]}""")]
    [InlineData("RECORD_LOCKED", """{"api_name":"City"}""")]
    public async Task Row_3_4_code_that_names_nothing_which_was_sent_or_the_record_ends_the_write(string code, string details)
    {
        using var zoho = new ZohoHarness();
        zoho.Stub.On(Put, 400, Answers.Row(code, details));

        Assert.Equal(code, (await ZohoHarness.FailsAsync(() => zoho.WriteAsync("5001", Values))).Code);
    }

    [Theory]
    [InlineData("""{"actual_value":"perth","display_value":"Perth"}""")]
    [InlineData("""{"display_value":"perth"}""")]
    [InlineData("\"perth\"")]
    public async Task Row_3_5_supported_value_is_text_or_an_object_that_has_it(string value)
    {
        using var zoho = new ZohoHarness();
        zoho.Stub.On(Put, 400, Answers.Row("INVALID_DATA", $$"""{"api_name":"City","supported_values":[null,{{value}}]}""")).On(Put, 200, Answers.Updated);

        Assert.Equal("perth", (string?)(await zoho.WriteAsync("5001", Values)).Sent!["City"]);
    }

    private static string Several(params string[] errors) =>
        $$$"""{"data":[{"code":"MULTIPLE_OR_MULTI_ERRORS","status":"error","details":{"errors":[{{{string.Join(',', errors)}}}]}}]}""";
}
