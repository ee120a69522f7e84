using SalesIntel.Zoho.Tests.Support;
using static SalesIntel.Zoho.Tests.Support.ZohoHarness;

namespace SalesIntel.Zoho.Tests.Records;

/// <summary>A lead read by id: from the database itself, where a search may be behind.</summary>
public class LeadReadByIdTests
{
    private const string Lead = "GET /crm/v8/Leads/5001";

    [Fact]
    public async Task Lead_is_read_with_the_fields_that_were_asked_for()
    {
        using var zoho = new ZohoHarness();
        zoho.Stub.On(Lead, 200, """{"data":[{"id":"5001","Email":" Dana@Northwind.example","Company":"Northwind","City":null,"Phone":"1","Converted__s":false}]}""");

        var lead = await zoho.Crm.GetLeadAsync("5001", ["Company", "City", "id"], default);

        Assert.Equal(("5001", "dana@northwind.example", false), (lead!.Id, lead.Email, lead.IsConverted));
        Assert.Equal("""{"Company":"Northwind","City":null,"id":"5001"}""", lead.Fields.ToJsonString());
        Assert.Equal("?fields=Company%2CCity%2CEmail%2CConverted__s", Assert.Single(zoho.Stub.Calls).Uri.Query);
    }

    [Fact]
    public async Task Lead_without_an_address_has_an_empty_one()
    {
        using var zoho = new ZohoHarness();
        zoho.Stub.On(Lead, 200, """{"data":[{"id":"5001","Email":null}]}""");

        Assert.Equal("", (await zoho.Crm.GetLeadAsync("5001", [], default))!.Email);
    }

    [Theory]
    [InlineData("\"Converted__s\":true")]
    [InlineData("\"$converted\":true,\"Converted__s\":false")]
    public async Task Row_4_11_converted_lead_says_so(string flags)
    {
        using var zoho = new ZohoHarness();
        zoho.Stub.On(Lead, 200, $$"""{"data":[{"id":"5001","Email":"dana@northwind.example",{{flags}}}]}""")
            .On(Lead, 200, """{"data":[{"id":"5001","Converted_Contact":{"id":"6001","name":"Dana"}}]}""");

        var lead = await zoho.Crm.GetLeadAsync("5001", [], default);

        Assert.Equal((true, "Contacts/6001"), (lead!.IsConverted, lead.ContinuesAs));
    }

    [Fact]
    public async Task Converted_lead_whose_contact_is_named_with_it_is_read_once()
    {
        using var zoho = new ZohoHarness(stub: new StubZoho().On(
            FieldsRoute, 200, """{"fields":[{"api_name":"Email","data_type":"email"},{"api_name":"Converted_Contact","data_type":"lookup"}]}"""));
        zoho.Stub.On(Lead, 200, """{"data":[{"id":"5001","Email":"dana@northwind.example","Converted__s":true,"Converted_Contact":{"id":"6001"}}]}""");

        var lead = await zoho.Crm.GetLeadAsync("5001", [], default);

        Assert.Equal("Contacts/6001", lead!.ContinuesAs);
        Assert.Equal("?fields=Email%2CConverted__s%2CConverted_Contact", Assert.Single(zoho.Stub.Calls).Uri.Query);
    }

    [Fact]
    public async Task Empty_answer_is_no_lead()
    {
        using var zoho = new ZohoHarness();
        zoho.Stub.On(Lead, 204);

        Assert.Null(await zoho.Crm.GetLeadAsync("5001", [], default));
    }

    [Theory]
    [InlineData(400, "INVALID_DATA", """{"resource_path_index":0}""")]
    [InlineData(400, "INVALID_DATA", """{"api_name":"id"}""")]
    [InlineData(404, "INVALID_DATA", "{}")]
    [InlineData(404, "RECORD_NOT_FOUND", "{}")]
    public async Task Id_that_names_no_lead_any_more_is_no_lead(int status, string code, string details)
    {
        using var zoho = new ZohoHarness();
        zoho.Stub.On(Lead, status, Answers.Error(code, details));

        Assert.Null(await zoho.Crm.GetLeadAsync("5001", [], default));
    }

    [Theory]
    [InlineData("""{"param_name":"fields"}""")]
    [InlineData("""{"api_name":"Company"}""")]
    public async Task Refused_field_does_not_mean_that_the_lead_is_gone(string details)
    {
        using var zoho = new ZohoHarness();
        zoho.Stub.On(Lead, 400, Answers.Error("INVALID_DATA", details));

        var failure = await FailsAsync(() => zoho.Crm.GetLeadAsync("5001", ["Company"], default));

        Assert.Equal(("INVALID_DATA", 400, false), (failure.Code, failure.Status, failure.IsTransient));
    }

    [Fact]
    public async Task Fields_that_the_module_does_not_have_are_not_asked_for_and_have_no_value()
    {
        using var zoho = new ZohoHarness(fields: true);
        zoho.Stub.On(Lead, 200, """{"data":[{"id":"5001","Email":"dana@northwind.example","Company":"Northwind"}]}""");

        var lead = await zoho.Crm.GetLeadAsync("5001", ["Company", "No_Such"], default);

        Assert.Equal("?fields=Company%2CEmail%2CConverted__s", Assert.Single(zoho.Stub.Calls).Uri.Query);
        Assert.Equal("""{"Company":"Northwind"}""", lead!.Fields.ToJsonString());
    }

    [Fact]
    public async Task Row_4_12_more_fields_than_one_read_takes_are_read_in_several()
    {
        using var zoho = new ZohoHarness();
        zoho.Stub.On(Lead, 200, """{"data":[{"id":"5001","Email":"dana@northwind.example","F0":"first"}]}""")
            .On(Lead, 200, """{"data":[{"id":"5001","Email":"dana@northwind.example","F99":"last"}]}""");

        var lead = await zoho.Crm.GetLeadAsync("5001", [.. Enumerable.Range(0, 95).Select(i => $"F{i}"), "F99"], default);

        Assert.Equal(("first", "last"), ((string?)lead!.Fields["F0"], (string?)lead.Fields["F99"]));
        Assert.Equal(2, zoho.Stub.Calls.Count);
    }

    [Fact]
    public async Task Lead_that_goes_between_two_reads_is_no_lead()
    {
        using var zoho = new ZohoHarness();
        zoho.Stub.On(Lead, 200, """{"data":[{"id":"5001","Email":"dana@northwind.example","F0":"first"}]}""").On(Lead, 204);

        Assert.Null(await zoho.Crm.GetLeadAsync("5001", [.. Enumerable.Range(0, 60).Select(i => $"F{i}")], default));
    }

    [Fact]
    public async Task Refused_credentials_are_an_outage_and_no_missing_lead()
    {
        using var zoho = new ZohoHarness();
        zoho.Stub.On(TokenRoute, 200, Answers.Token("token-2"))
            .On(Lead, 401, Answers.Error("AUTHENTICATION_FAILURE"))
            .On(Lead, 401, Answers.Error("AUTHENTICATION_FAILURE"));

        var failure = await FailsAsync(() => zoho.Crm.GetLeadAsync("5001", [], default));

        Assert.Equal((401, true), (failure.Status, failure.IsOutage));
    }

    [Fact]
    public async Task Missing_scope_names_it()
    {
        using var zoho = new ZohoHarness();
        zoho.Stub.On(Lead, 401, Answers.Error("OAUTH_SCOPE_MISMATCH"));

        var failure = await FailsAsync(() => zoho.Crm.GetLeadAsync("5001", [], default));

        Assert.Contains("ZohoCRM.modules", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answer_that_puts_the_read_off_is_an_outage()
    {
        using var zoho = new ZohoHarness();
        zoho.Stub.On(Lead, 202, """{"status":"accepted"}""").On("GET /crm/v8/Leads/search", 202, """{"status":"accepted"}""");

        Assert.True((await FailsAsync(() => zoho.Crm.GetLeadAsync("5001", [], default))).IsOutage);
        Assert.True((await FailsAsync(() => zoho.Crm.FindLeadsAsync(["a@x.example"], [], default))).IsOutage);
    }

    [Fact]
    public async Task Server_fault_is_transient()
    {
        using var zoho = new ZohoHarness();
        zoho.Stub.On(Lead, 500, Answers.Error("INTERNAL_ERROR"));

        Assert.True((await FailsAsync(() => zoho.Crm.GetLeadAsync("5001", [], default))).IsTransient);
    }

    [Theory]
    [InlineData("")]
    [InlineData("5001/../Contacts")]
    [InlineData("5001?fields=x")]
    public async Task Text_that_is_no_id_never_reaches_Zoho(string id)
    {
        using var zoho = new ZohoHarness();

        await Assert.ThrowsAsync<ArgumentException>(() => zoho.Crm.GetLeadAsync(id, [], default));

        Assert.Empty(zoho.Stub.Sent);
    }

    [Fact]
    public async Task Another_module_is_read_where_it_is_set()
    {
        using var zoho = new ZohoHarness(options => options.LeadsModule = "Prospects");
        zoho.Stub.On("GET /crm/v8/Prospects/5001", 200, """{"data":[{"id":"5001","Email":"dana@northwind.example"}]}""");

        Assert.NotNull(await zoho.Crm.GetLeadAsync("5001", [], default));
    }
}
