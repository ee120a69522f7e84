using SalesIntel.Zoho.Tests.Support;

namespace SalesIntel.Zoho.Tests.Records;

/// <summary>Refusals that name the other record by halves, and answers that say in a code that there is none.</summary>
public sealed class UnnamedRecordTests
{
    private const string Search = "GET /crm/v8/Leads/search";
    private const string Values = """{"Last_Name":"Quill"}""";
    private const string Row = $$"""{"id":"#","Email":"{{ZohoHarness.Email}}","Converted__s":false}""";

    [Theory]
    [InlineData("""{"api_name":"Email"}""")]
    [InlineData("""{"api_name":"Email","json_path":"$.data[0].Email","more_records":true}""")]
    [InlineData("""{"json_path":"$.data[0].Email","duplicate_record":{"module":{"api_name":"Leads"}}}""")]
    public async Task Row_3_6_duplicate_address_of_an_unnamed_lead_is_looked_up(string details)
    {
        using var zoho = new ZohoHarness();
        zoho.Stub.On(ZohoHarness.Upsert, 400, Answers.Row("DUPLICATE_DATA", details))
            .On(Search, 200, $$"""{"data":[{{Row.Replace("#", "5011")}},{{Row.Replace("#", "5010")}}]}""");

        var found = await zoho.WriteAsync(null, Values);

        Assert.Equal(("5010", true), (found.LeadId, found.Exists));
        Assert.Contains("5011", Assert.Single(found.Issues), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Row_3_6_other_leads_that_no_look_up_shows_are_told_of()
    {
        using var zoho = new ZohoHarness();
        zoho.Stub.On(ZohoHarness.Upsert, 400, Answers.Row("DUPLICATE_DATA",
            """{"api_name":"Email","duplicate_record":{"id":"5010","module":{"api_name":"Leads"}},"more_records":true}""")).On(Search, 204);

        var found = await zoho.WriteAsync(null, Values);

        Assert.Equal(("5010", true), (found.LeadId, found.Exists));
        Assert.Equal("More than one lead has this address; 5010 was written, which the CRM named. Merge them.", Assert.Single(found.Issues));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"json_path":"$.data[0]"}""")]
    public async Task Row_3_6_duplicate_of_which_nothing_is_said_is_looked_up_by_the_address(string details)
    {
        using var zoho = new ZohoHarness();
        zoho.Stub.On(ZohoHarness.Upsert, 400, Answers.Row("DUPLICATE_DATA", details)).On(Search, 200, $$"""{"data":[{{Row.Replace("#", "5010")}}]}""");

        var found = await zoho.WriteAsync(null, Values);

        Assert.Equal(("5010", true), (found.LeadId, found.Exists));
    }

    [Theory]
    [InlineData("""{"api_name":"Email","duplicate_record":[{"id":"5011","module":{"api_name":"Leads"}},{"id":"5010","module":{"api_name":"leads"}}]}""", "5010")]
    [InlineData("""{"api_name":"Email","duplicate_record":{"id":"6001","module":{"api_name":"contacts"}}}""", "Contacts/6001")]
    public async Task Row_3_6_duplicate_is_followed_whatever_the_case_and_the_number(string details, string id)
    {
        using var zoho = new ZohoHarness();
        zoho.Stub.On(ZohoHarness.Upsert, 400, Answers.Row("DUPLICATE_DATA", details));

        var found = await zoho.WriteAsync(null, Values);

        Assert.Equal((id, true), (found.LeadId, found.Exists));
    }

    [Theory]
    [InlineData("""{"api_name":"Email","id":"6001"}""")]
    [InlineData("""{"api_name":"Email","duplicate_record":{"id":"6001"}}""")]
    [InlineData("""{"api_name":"Email","duplicate_record":{"id":"6001","module":{"id":"1","name":"Kontakte"}}}""")]
    public async Task Row_3_6_duplicate_whose_module_is_not_said_is_a_lead_or_a_contact_and_never_guessed(string details)
    {
        using var zoho = new ZohoHarness();
        zoho.Stub.On(ZohoHarness.Upsert, 400, Answers.Row("DUPLICATE_DATA", details)).On("GET /crm/v8/Leads/6001", 204)
            .On("GET /crm/v8/Contacts/6001", 200, $$"""{"data":[{{Row.Replace("#", "6001")}}]}""").On(ZohoHarness.FieldsRoute, 200, "{}");

        var found = await zoho.WriteAsync(null, Values);

        Assert.Equal(("Contacts/6001", true), (found.LeadId, found.Exists));
    }

    [Fact]
    public async Task Row_3_6_duplicate_address_that_nobody_is_found_with_ends_the_write()
    {
        using var zoho = new ZohoHarness();
        zoho.Stub.On(ZohoHarness.Upsert, 400, Answers.Row("DUPLICATE_DATA", """{"api_name":"Email"}""")).On(Search, 204);

        Assert.Equal("DUPLICATE_DATA", (await ZohoHarness.FailsAsync(() => zoho.WriteAsync(null, Values))).Code);
    }

    [Theory]
    [InlineData("CONVERTED_RECORD", """{"id":"5001"}""")]
    [InlineData("ID_ALREADY_CONVERTED", """{"id":"5001"}""")]
    [InlineData("CONVERTED_RECORD", "{}")]
    public async Task Row_3_10_upsert_that_meets_a_converted_lead_goes_on_as_its_contact(string code, string details)
    {
        using var zoho = new ZohoHarness();
        zoho.Stub.On(ZohoHarness.Upsert, 400, Answers.Row(code, details))
            .On("GET /crm/v8/Leads/5001", 200, """{"data":[{"id":"5001","Converted__s":true,"Converted_Contact":{"id":"6001","name":"x"}}]}""")
            .On("GET /crm/v8/Contacts/search", 200, $$"""{"data":[{{Row.Replace("#", "6001")}}]}""").On(ZohoHarness.FieldsRoute, 200, "{}");

        var found = await zoho.WriteAsync(null, Values);

        Assert.Equal(("Contacts/6001", true), (found.LeadId, found.Exists));
    }

    [Theory]
    [InlineData(200, "NO_CONTENT")]
    [InlineData(400, "NO_RECORDS_FOUND")]
    [InlineData(404, "NO_CONTENT")]
    public async Task Row_3_15_nothing_that_is_said_in_a_code_is_nothing(int status, string code)
    {
        using var zoho = new ZohoHarness(fields: true, queries: true);
        var none = Answers.Error(code);
        zoho.Stub.On("POST /crm/v8/coql", status, none).On(Search, status, none).On("GET /crm/v8/Leads/5001", status, none);

        Assert.Empty(await zoho.Crm.FindLeadsAsync([ZohoHarness.Email], [], default));
        Assert.Null(await zoho.Crm.GetLeadAsync("5001", [], default));
    }

    [Theory]
    [InlineData(400, "NO_RECORDS_FOUND")]
    [InlineData(404, "NOT_FOUND")]
    [InlineData(404, "RECORD_NOT_FOUND")]
    public async Task Row_3_15_record_that_is_not_there_is_gone_in_each_word(int status, string code)
    {
        using var zoho = new ZohoHarness();
        zoho.Stub.On("PUT /crm/v8/Leads/5001", status, Answers.Error(code)).On("PUT /crm/v8/Leads/5001", status, Answers.Row(code));

        Assert.True((await zoho.WriteAsync("5001", Values)).Gone);
        Assert.True((await zoho.WriteAsync("5001", Values)).Gone);
    }
}
