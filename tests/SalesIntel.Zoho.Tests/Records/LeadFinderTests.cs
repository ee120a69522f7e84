using SalesIntel.Zoho.Client;
using SalesIntel.Zoho.Crm;
using SalesIntel.Zoho.Tests.Support;
using static SalesIntel.Zoho.Tests.Support.ZohoHarness;

namespace SalesIntel.Zoho.Tests.Records;

public class LeadFinderTests
{
    private const string Search = "GET /crm/v8/Leads/search";

    [Fact]
    public async Task Row_4_1_one_address_is_one_criterion()
    {
        using var zoho = new ZohoHarness();
        zoho.Stub.On(Search, 204);

        Assert.Empty(await zoho.Crm.FindLeadsAsync(["dana+q@northwind-labs.example"], ["Company", "id"], default));

        var sent = Assert.Single(zoho.Stub.Calls);
        Assert.Equal(
            "?criteria=%28Email%3Aequals%3Adana%2Bq%40northwind-labs.example%29&converted=both"
            + "&fields=Company%2CEmail%2CConverted__s&page=1&per_page=200",
            sent.Uri.Query);
        Assert.Null(sent.Body);
    }

    [Fact]
    public async Task Choice_of_nothing_is_no_value()
    {
        using var zoho = new ZohoHarness();
        zoho.Stub.On(Search, 200, """{"data":[{"id":"5001","Email":"dana@x.example","Industry":"-None-","City":"Perth"}]}""");

        var lead = Assert.Single(await zoho.Crm.FindLeadsAsync(["dana@x.example"], ["Industry", "City"], default));

        Assert.Equal("""{"Industry":null,"City":"Perth"}""", lead.Fields.ToJsonString());
    }

    [Theory]
    [InlineData("a(b)c,d@x.example", @"a\(b\)c\,d@x.example")]
    [InlineData(@"a\b@x.example", @"a\b@x.example")]
    [InlineData(@"a@x.example\", @"a@x.example\\")]
    public void Row_4_1_special_characters_are_escaped(string email, string expected)
    {
        Assert.Equal(expected, ZohoCriteria.Escape(email));
        Assert.Equal($"(Email:equals:{expected})", SearchFindKind.CriteriaOf([email]));
    }

    [Fact]
    public async Task Row_4_1_several_addresses_go_with_one_search_and_one_that_the_list_could_divide_goes_alone()
    {
        using var zoho = new ZohoHarness();
        zoho.Stub.Always(Search, (_, _) => Task.FromResult(StubZoho.Answer(204, "")));

        await zoho.Crm.FindLeadsAsync(["held@x.example"], [], default);
        var held = new TaskCompletionSource<HttpResponseMessage>();
        zoho.Stub.On(Search, (_, _) => held.Task);
        var first = zoho.Crm.FindLeadsAsync(["first@x.example"], [], default);
        await FakeTime.UntilTrueAsync(() => Task.FromResult(zoho.Stub.Calls.Count == 2));
        var others = zoho.Crm.FindLeadsAsync(["a@x.example", "b@x.example", "\"c,d\"@x.example"], [], default);
        held.SetResult(StubZoho.Answer(204, ""));
        await Task.WhenAll(first, others);

        Assert.Equal(
            ["(Email:equals:held@x.example)", "(Email:equals:first@x.example)", "(Email:in:a@x.example,b@x.example)"],
            zoho.Stub.Calls.Select(call => Uri.UnescapeDataString(call.Uri.Query).Split("criteria=")[1].Split('&')[0]));
    }

    [Fact]
    public async Task Row_4_2_only_exact_addresses_count_in_any_case()
    {
        using var zoho = new ZohoHarness();
        zoho.Stub.On(Search, 200, """
            {"data":[
              {"id":"1","Email":"Dana_Quill@northwind.example","Company":"A"},
              {"id":"2","Email":"DANA-Quill@Northwind.example","Company":"B","Pains":null,"Extra":1},
              {"id":"3","Email":"x.dana-quill@northwind.example"},
              {"id":"4","Email":null,"Secondary_Email":"dana-quill@northwind.example"},
              {"id":"5","Email":"dana-quill@northwind.example","Converted__s":true},
              {"id":"6","Email":"dana-quill@northwind.example","$converted":true,"Converted__s":false}],
             "info":{"per_page":200,"count":6,"page":1,"more_records":false}}
            """);

        var leads = await zoho.Crm.FindLeadsAsync(["dana-quill@northwind.example"], ["Company", "Pains"], default);

        Assert.Equal(["2", "5", "6"], leads.Select(l => l.Id));
        Assert.All(leads, l => Assert.Equal("dana-quill@northwind.example", l.Email));
        Assert.Equal([false, true, true], leads.Select(l => l.IsConverted));
        Assert.Equal("""{"Company":"B","Pains":null}""", leads[0].Fields.ToJsonString());
    }

    [Fact]
    public async Task Converted_lead_says_what_it_has_become_where_it_is_found()
    {
        using var zoho = new ZohoHarness(stub: new StubZoho().On(
            FieldsRoute, 200, """{"fields":[{"api_name":"Email","data_type":"email"},{"api_name":"Converted_Contact","data_type":"lookup"}]}"""));
        zoho.Stub.On(Search, 200, """
            {"data":[{"id":"5001","Email":"a@x.example","Converted__s":true,"Converted_Contact":{"id":"6001","name":"A"}},
                     {"id":"5002","Email":"a@x.example","Converted__s":false,"Converted_Contact":null}]}
            """);

        var leads = await zoho.Crm.FindLeadsAsync(["a@x.example"], [], default);

        Assert.Equal(["Contacts/6001", null], leads.Select(lead => lead.ContinuesAs));
        Assert.Single(zoho.Stub.Calls);
    }

    [Fact]
    public async Task Row_4_1_every_page_is_read()
    {
        using var zoho = new ZohoHarness();
        zoho.Stub.On(Search, 200, """{"data":[{"id":"1","Email":"xa@x.example"}],"info":{"more_records":true}}""")
            .On(Search, 200, """{"data":[{"id":"2","Email":"a@x.example"}],"info":{"more_records":false}}""");

        Assert.Equal("2", Assert.Single(await zoho.Crm.FindLeadsAsync(["a@x.example"], [], default)).Id);

        Assert.Contains("page=2", zoho.Stub.Calls[1].Uri.Query);
    }

    [Fact]
    public async Task Row_4_12_more_fields_than_one_read_takes_are_read_in_several()
    {
        using var zoho = new ZohoHarness();
        string[] fields = [.. Enumerable.Range(0, 60).Select(i => $"F{i}")];
        zoho.Stub.On(Search, 200, """{"data":[{"id":"1","Email":"a@x.example","F0":"first"},{"id":"2","Email":"a@x.example"}]}""")
            .On(Search, 200, """{"data":[{"id":"1","Email":"a@x.example","F59":"last"},{"id":"2","Email":"a@x.example","Converted__s":true}]}""");

        var leads = await zoho.Crm.FindLeadsAsync(["a@x.example"], fields, default);

        Assert.Equal(["1", "2"], leads.Select(lead => lead.Id));
        Assert.Equal(("first", "last"), ((string?)leads[0].Fields["F0"], (string?)leads[0].Fields["F59"]));
        Assert.True(leads[1].IsConverted);
        var asked = zoho.Stub.Calls.Select(call => Uri.UnescapeDataString(call.Uri.Query).Split("fields=")[1].Split('&')[0].Split(',')).ToList();
        Assert.All(asked, columns => Assert.InRange(columns.Length, 3, 50));
        Assert.Equal(fields, asked.SelectMany(columns => columns.Except(["Email", "Converted__s"])));
    }

    [Fact]
    public async Task No_address_is_no_call()
    {
        using var zoho = new ZohoHarness();

        Assert.Empty(await zoho.Crm.FindLeadsAsync([], [], default));
        Assert.Empty(await zoho.Crm.FindLeadsAsync([" "], [], default));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(
            () => zoho.Crm.FindLeadsAsync([.. Enumerable.Range(0, 11).Select(i => $"{i}@x.example")], [], default));

        Assert.Empty(zoho.Stub.Sent);
    }

    [Fact]
    public async Task Row_5_8_fields_that_the_module_does_not_have_are_not_asked_for()
    {
        using var zoho = new ZohoHarness(fields: true);
        zoho.Stub.On(Search, 204);

        await zoho.Crm.FindLeadsAsync(["a@x.example"], ["Company", "No_Such"], default);

        Assert.Contains("&fields=Company%2CEmail%2CConverted__s&", Assert.Single(zoho.Stub.Calls).Uri.Query);
    }

    [Fact]
    public async Task Another_module_is_searched_where_it_is_set()
    {
        using var zoho = new ZohoHarness(o => o.LeadsModule = "Prospects");
        zoho.Stub.On("GET /crm/v8/Prospects/search", 400, Answers.Error("INVALID_MODULE"));

        Assert.Equal("INVALID_MODULE", (await FailsAsync(() => zoho.Crm.FindLeadsAsync(["a@x.example"], [], default))).Code);

        Assert.Contains("module=Prospects", zoho.Stub.Sent.Single(s => s.Path.EndsWith("/fields")).Uri.Query);
    }
}
