using System.Text;
using System.Text.Json.Nodes;
using SalesIntel.Zoho.Client;
using SalesIntel.Zoho.Tests.Support;

namespace SalesIntel.Zoho.Tests.Client;

/// <summary>Row 3.16 of the reference and the bad input: answers that concern everybody are an outage, and what can be read is read.
/// </summary>
public sealed class AnswerTests
{
    private const string Put = "PUT /crm/v8/Leads/5001";
    private const string Get = "GET /crm/v8/Leads/5001";
    private const string Html = "<html><body>Maintenance</body></html>";

    [Theory]
    [InlineData(200, Html)]
    [InlineData(201, Html)]
    [InlineData(400, Html)]
    [InlineData(401, Html)]
    [InlineData(403, Html)]
    [InlineData(404, Html)]
    [InlineData(405, Html)]
    [InlineData(500, Html)]
    [InlineData(502, Html)]
    [InlineData(520, Html)]
    [InlineData(200, "")]
    [InlineData(200, """{"data":[{"code":"SUCCESS","deta""")]
    [InlineData(200, "null")]
    [InlineData(200, "[]")]
    [InlineData(200, "\"ok\"")]
    [InlineData(200, """{"data":[{"code":null,"details":null,"status":null}]}""")]
    [InlineData(302, Html)]
    [InlineData(303, "")]
    public async Task Row_3_16_what_is_not_Zohos_JSON_is_an_outage_of_reads_and_writes(int status, string body)
    {
        using var zoho = new ZohoHarness();
        zoho.Stub.On(Put, status, body).On(Get, status, body);

        var write = await ZohoHarness.FailsAsync(() => zoho.WriteAsync("5001", """{"Last_Name":"Quill"}"""));
        var read = status == 200 && body.StartsWith("""{"data":[{"code":null""", StringComparison.Ordinal)
            ? write
            : await ZohoHarness.FailsAsync(() => zoho.Crm.GetLeadAsync("5001", [], default));

        Assert.Equal((true, true), (write.IsTransient, write.IsOutage));
        Assert.Equal((true, true), (read.IsTransient, read.IsOutage));
        Assert.Equal(1, zoho.Stub.Count(ZohoHarness.TokenRoute));
    }

    [Theory]
    [InlineData(413)]
    [InlineData(414)]
    public async Task Call_that_is_too_large_for_a_gateway_is_refused_by_itself(int status)
    {
        using var zoho = new ZohoHarness();
        zoho.Stub.On(Put, status, Html);

        var failure = await ZohoHarness.FailsAsync(() => zoho.WriteAsync("5001", """{"Last_Name":"Quill"}"""));

        Assert.Equal(($"http_{status}", false, false), (failure.Code, failure.IsTransient, failure.IsOutage));
    }

    [Fact]
    public async Task Lone_surrogates_and_bad_bytes_in_a_record_are_read()
    {
        using var zoho = new ZohoHarness();
        byte[] body =
        [
            .. """{"data":[{"id":"5001","Email":"dana@northwind.example","Company":"North\ud83dwind","City":"Per"""u8, 0xff, 0xc3,
            .. """th","Street":"\udc00\ud83d\ude00"}]}"""u8,
        ];
        zoho.Stub.On(Get, (_, _) => Task.FromResult(new HttpResponseMessage { Content = new ByteArrayContent(body) }));

        var lead = await zoho.Crm.GetLeadAsync("5001", ["Company", "City", "Street"], default);

        Assert.Equal(
            ("North\ufffdwind", "Per\ufffd\ufffdth", "\ufffd\U0001F600"),
            ((string?)lead!.Fields["Company"], (string?)lead.Fields["City"], (string?)lead.Fields["Street"]));
        Assert.NotEmpty(Encoding.UTF8.GetBytes(lead.Fields.ToJsonString()));
    }

    [Theory]
    [InlineData("""{"fields":[null]}""", null)]
    [InlineData("""{"fields":[null,{"api_name":"City","pick_list_values":[null,{"actual_value":"a"},null]}]}""", "City")]
    [InlineData("""{"fields":[{"api_name":"City","api_name":"Town","unique":null,"operation_type":null}]}""", "Town")]
    [InlineData("""{"fields":[{"api_name":"City","length":"100","decimal_place":null}]}""", "City")]
    [InlineData("""{"fields":[[null]]}""", null)]
    [InlineData("""{"fields":null}""", null)]
    [InlineData("""{"fields":[{"api_name":"City","pick_list_values":7}]}""", "City")]
    public async Task Null_in_any_place_of_the_fields_is_no_field(string body, string? name)
    {
        using var zoho = new ZohoHarness(fields: true);
        zoho.Stub.On(ZohoHarness.FieldsRoute, 200, body);
        var client = zoho.Get<ZohoCrmClient>();
        await client.GetFieldsAsync("Leads");
        if (name is null)
        {
            Assert.True((await Assert.ThrowsAsync<ZohoCrmException>(() => client.GetFieldsAsync("Leads"))).IsOutage);
            return;
        }

        var field = Assert.Single(await client.GetFieldsAsync("Leads"));
        Assert.Equal(name, field.ApiName);
        Assert.DoesNotContain(null, field.PicklistValues ?? []);
    }

    [Fact]
    public async Task Null_in_any_place_of_the_layouts_is_nothing()
    {
        using var zoho = new ZohoHarness();
        zoho.Stub.On("GET /crm/v8/settings/layouts", 200, """{"layouts":[null,{"id":1,"sections":[null,{"fields":[null,{"api_name":"Company"}]},{"fields":null}]}]}""");
        var layout = Assert.Single(await zoho.Get<ZohoCrmClient>().GetLayoutsAsync("Leads"));
        Assert.Equal(2, layout.Sections!.Count);
        Assert.Equal("Company", Assert.Single(layout.Sections[0].Fields!).ApiName);
    }

    [Fact]
    public async Task A_member_that_a_record_has_twice_ends_no_event()
    {
        using var zoho = new ZohoHarness();
        zoho.Stub.On(Get, 200, """{"data":[{"id":5001,"City":"Perth","City":"Leeds","Owner":{"id":1,"id":2}}]}""");
        var lead = await zoho.Crm.GetLeadAsync("5001", ["City"], default);
        Assert.Equal("Leeds", (string?)lead!.Fields["City"]);
    }

    [Fact]
    public async Task Lone_surrogates_in_an_error_are_read()
    {
        using var zoho = new ZohoHarness();
        zoho.Stub.On(Put, 400, """{"data":[{"code":"NOT_APPROVED","details":{"api_name":"\ud800"},"message":"\udfff","status":"error"}]}""");

        Assert.Equal("NOT_APPROVED", (await ZohoHarness.FailsAsync(() => zoho.WriteAsync("5001", """{"Last_Name":"Quill"}"""))).Code);
    }

    [Fact]
    public async Task Row_3_17_ids_of_19_digits_are_text_wherever_they_stand()
    {
        using var zoho = new ZohoHarness();
        zoho.Stub.On("GET /crm/v8/Leads/5725767000001234567", 200, """{"data":[{"id":5725767000001234567,"Email":"dana@northwind.example","Owner":{"id" : 5725767000007654321,"name":"\"id\":1"}}]}""");

        var record = await zoho.Get<ZohoCrmClient>().GetAsync("Leads", "5725767000001234567", SalesIntel.Zoho.Crm.CrmJson.Default.JsonObject);

        Assert.Equal("""{"id":"5725767000001234567","Email":"dana@northwind.example","Owner":{"id":"5725767000007654321","name":"\u0022id\u0022:1"}}""", record!.ToJsonString());
    }

    [Fact]
    public async Task Null_where_a_list_or_an_object_belongs_is_no_crash()
    {
        using var zoho = new ZohoHarness();
        zoho.Stub.On("GET /crm/v8/Leads/search", 200, """{"data":[null,{"id":null,"Email":null},{"id":"1","Email":"a@x.example"}],"info":null}""")
            .On("GET /crm/v8/Leads/search", 200, """{"data":null,"info":null}""");

        Assert.Equal("1", Assert.Single(await zoho.Crm.FindLeadsAsync(["a@x.example"], [], default)).Id);
        Assert.True((await ZohoHarness.FailsAsync(() => zoho.Crm.FindLeadsAsync(["a@x.example"], [], default))).IsOutage);
    }

    [Theory]
    [InlineData("param_name")]
    [InlineData("param")]
    public async Task Row_11_6_refused_parameters_unknown_code_has_advice_and_the_parameter(string key)
    {
        using var zoho = new ZohoHarness();
        zoho.Stub.On(Put, 400, Answers.Row("SOMETHING_NEW", $$"""{"{{key}}":"trigger"}"""));

        var failure = (ZohoCrmException)await ZohoHarness.FailsAsync(() => zoho.WriteAsync("5001", """{"Last_Name":"Quill"}"""));

        Assert.Equal(("SOMETHING_NEW", 400, "trigger"), (failure.Code, failure.Status, failure.Problems[0].Parameter));
        Assert.Contains("status-codes.html", failure.Advice);
        Assert.Contains("on parameter trigger", failure.Message);
    }

    [Fact]
    public async Task Row_3_14_credits_are_forgotten_when_Zoho_no_longer_tells_them()
    {
        using var zoho = new ZohoHarness();
        var client = zoho.Get<ZohoCrmClient>();
        zoho.Stub.On(Put, 200, Answers.Updated, ("X-API-CREDITS-REMAINING", "0"))
            .On(Put, 200, Answers.Updated)
            .Always(Put, (_, _) => Task.FromResult(StubZoho.Answer(429, Answers.Error("TOO_MANY_REQUESTS"))));
        Assert.Null(client.Credits);

        await zoho.WriteAsync("5001", """{"Last_Name":"Quill"}""");
        Assert.Equal(new ZohoCredits(0, zoho.Time.GetUtcNow()), client.Credits);
        await zoho.WriteAsync("5001", """{"Last_Name":"Quill"}""");
        Assert.Null(client.Credits);
        var call = zoho.WriteAsync("5001", """{"Last_Name":"Quill"}""");
        await zoho.Time.UntilAsync(call, TimeSpan.FromSeconds(1));
        var failure = await ZohoHarness.FailsAsync(() => call);

        Assert.InRange(failure.RetryAfter!.Value.TotalSeconds, 1, 5);
    }

    [Fact]
    public async Task Record_that_does_not_have_the_types_form_is_named()
    {
        using var zoho = new ZohoHarness();
        zoho.Stub.On(Get, 200, """{"data":[{"id":"5001","Last_Name":{"x":1}}]}""");

        var failure = (ZohoCrmException)await ZohoHarness.FailsAsync(
            () => zoho.Get<ZohoCrmClient>().GetAsync("Leads", "5001", PersonJson.Default.Person));

        Assert.Equal(("unreadable_record", false), (failure.Code, failure.IsOutage));
        Assert.Contains(nameof(Person), failure.Message);
    }
}
