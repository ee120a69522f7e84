using System.Text.Json.Nodes;
using SalesIntel.Zoho.Tests.Support;
using static SalesIntel.Zoho.Tests.Support.ZohoHarness;

namespace SalesIntel.Zoho.Tests.Records;

public class RefusedFieldsTests
{
    [Theory]
    [InlineData("Company", "\"Northwind Labs\"", """{"maximum_length":6,"api_name":"Company"}""", "\"North…\"", "Zoho takes 6 characters, shortened")]
    [InlineData("Company", "\"Ünïté\"", """{"maximum_length":5,"api_name":"Company"}""", "\"Ünï\"", "Zoho takes 5 characters, shortened")]
    [InlineData("Company", "\"ab\"", """{"maximum_length":5,"api_name":"Company"}""", null, "Zoho takes 5 characters and refused it all the same, left out")]
    [InlineData("Last_Name", "\"Longname\"", """{"maximum_length":5,"api_name":"Last_Name"}""", "\"Long…\"", "Zoho takes 5 characters, shortened")]
    [InlineData("Industry", "\"design\"", """{"supported_values":["Design","Mining"],"api_name":"Industry"}""", "\"Design\"", "written as the picklist has it")]
    [InlineData("Industry", "\"Space\"", """{"supported_values":["Design"],"api_name":"Industry"}""", null, "not one of the values that Zoho supports, left out")]
    [InlineData("No_of_Employees", "\"42\"", """{"expected_data_type":"integer","api_name":"No_of_Employees"}""", "42", "brought into the type that Zoho expects")]
    [InlineData("Ref", "42", """{"expected_data_type":"bigint","api_name":"Ref"}""", "\"42\"", "brought into the type that Zoho expects")]
    [InlineData("Flag", "\"true\"", """{"expected_data_type":"boolean","api_name":"Flag"}""", "true", "brought into the type that Zoho expects")]
    [InlineData("At", "\"2026-11-23T09:00:00.1234567Z\"", """{"expected_data_type":"datetime","api_name":"At"}""", "\"2026-11-23T09:00:00+00:00\"", "brought into the type that Zoho expects")]
    [InlineData("Name2", "42", """{"expected_data_type":"text","api_name":"Name2"}""", "\"42\"", "brought into the type that Zoho expects")]
    [InlineData("No_of_Employees", "\"many\"", """{"expected_data_type":"integer","json_path":"$.data[0].No_of_Employees"}""", null, "Zoho refused the value (INVALID_DATA), left out")]
    [InlineData("Website", "\"x\"", """{"api_name":"Website"}""", null, "Zoho refused the value (INVALID_DATA), left out")]
    public async Task Row_3_5_a_refused_field_is_helped_and_sent_once_more(
        string field, string value, string details, string? resent, string issue)
    {
        // Ids of a lead go to PUT, where nothing but the given fields is sent.
        using var zoho = new ZohoHarness();
        zoho.Stub.On("PUT /crm/v8/Leads/5001", 400, Answers.Row("INVALID_DATA", details))
            .On("PUT /crm/v8/Leads/5001", 200, Answers.Updated);
        var record = $$"""{"{{field}}":{{value}},"City":"Perth"}""";
        if (field == "Website")
        {
            record = """{"Website":"https://x.example","City":"Perth"}""";
        }

        var receipt = await zoho.WriteAsync("5001", record);

        var expected = new JsonObject { ["City"] = "Perth" };
        if (resent is not null)
        {
            expected[field] = JsonNode.Parse(resent);
        }

        Assert.True(JsonNode.DeepEquals(expected, JsonNode.Parse(zoho.Stub.Calls[1].Body!)!["data"]![0]), zoho.Stub.Calls[1].Body);
        Assert.True(JsonNode.DeepEquals(expected, receipt.Sent), receipt.Sent?.ToJsonString());
        Assert.Equal([$"{field}: {issue}"], receipt.Issues);
    }

    [Fact]
    public async Task Row_3_7_several_fields_are_helped_at_once()
    {
        using var zoho = new ZohoHarness();
        zoho.Stub.On(Upsert, 400, """
            {"data":[{"code":"MULTIPLE_OR_MULTI_ERRORS","status":"error","message":"x","details":{"errors":[
              {"code":"INVALID_DATA","status":"error","message":"x","details":{"api_name":"Company","maximum_length":4}},
              {"code":"INVALID_DATA","status":"error","message":"x","details":{"api_name":"City"}}]}}]}
            """).On(Upsert, 200, Answers.Inserted);

        var receipt = await zoho.WriteAsync(null, """{"Last_Name":"Quill","Company":"Northwind","City":"x"}""");

        Assert.True(receipt.Created);
        Assert.Equal(2, receipt.Issues.Count);
        Assert.Equal(
            """{"data":[{"Last_Name":"Quill","Company":"Nor…","Email":"dana.quill@northwind-labs.example"}],"duplicate_check_fields":["Email"]}""",
            zoho.Stub.Calls[1].Body);
    }

    [Fact]
    public async Task Email_is_never_left_out_of_a_new_lead()
    {
        using var zoho = new ZohoHarness();
        zoho.Stub.On(Upsert, 400, Answers.Row("INVALID_DATA", """{"api_name":"Email","maximum_length":10}"""));

        var failure = await FailsAsync(() => zoho.WriteAsync(null, """{"Last_Name":"Quill"}"""));

        Assert.Equal(("INVALID_DATA", false), (failure.Code, failure.IsTransient));
        Assert.Single(zoho.Stub.Calls);
    }

    [Fact]
    public async Task Last_name_that_is_refused_twice_ends_the_lead()
    {
        using var zoho = new ZohoHarness();
        zoho.Stub.On(Upsert, 400, Answers.Row("INVALID_DATA", """{"api_name":"Last_Name"}"""))
            .On(Upsert, 400, Answers.Row("INVALID_DATA", """{"api_name":"Last_Name"}"""));

        var failure = await FailsAsync(() => zoho.WriteAsync(null, """{"Last_Name":"Quill"}"""));

        Assert.Equal("INVALID_DATA", failure.Code);
        Assert.Contains("\"Last_Name\":\"dana.quill\"", zoho.Stub.Calls[1].Body);
    }

    [Fact]
    public async Task Nothing_left_to_write_is_no_call()
    {
        using var zoho = new ZohoHarness();
        zoho.Stub.On("PUT /crm/v8/Leads/5001", 400, Answers.Row("INVALID_DATA", """{"api_name":"City"}"""));

        var receipt = await zoho.WriteAsync("5001", """{"City":"x"}""");

        Assert.Equal("5001", receipt.LeadId);
        Assert.Single(receipt.Issues);
        Assert.Single(zoho.Stub.Calls);
    }

    [Fact]
    public async Task Row_3_7_a_duplicate_and_a_bad_field_are_both_helped()
    {
        using var zoho = new ZohoHarness();
        const string values = """{"Last_Name":"Quill","City":"x"}""";
        zoho.Stub.On(Upsert, 400, """
            {"data":[{"code":"MULTIPLE_OR_MULTI_ERRORS","status":"error","details":{"errors":[
              {"code":"DUPLICATE_DATA","status":"error","details":{"api_name":"Email","duplicate_record":{"id":"5001","module":{"api_name":"Leads"}}}},
              {"code":"INVALID_DATA","status":"error","details":{"api_name":"City"}}]}}]}
            """).On("PUT /crm/v8/Leads/5001", 400, Answers.Row("INVALID_DATA", """{"api_name":"City"}"""))
            .On("PUT /crm/v8/Leads/5001", 200, Answers.Updated);

        var found = await zoho.WriteAsync(null, values);
        var receipt = await zoho.WriteAsync(found.LeadId, values);

        Assert.Equal(("5001", true), (found.LeadId, found.Exists));
        Assert.Equal(("5001", false), (receipt.LeadId, receipt.Exists));
        Assert.DoesNotContain("City", zoho.Stub.Calls[2].Body);
    }
}
