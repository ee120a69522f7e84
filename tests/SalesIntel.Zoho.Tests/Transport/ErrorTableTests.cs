using SalesIntel.Zoho.Tests.Support;
using static SalesIntel.Zoho.Tests.Support.ZohoHarness;

namespace SalesIntel.Zoho.Tests.Transport;

/// <summary>Every row of the error tables, in both shapes, as the failure of a write by e-mail address.</summary>
public class ErrorTableTests
{
    private const string Fields = """{"Last_Name":"Quill","Company":"Northwind Labs"}""";

    [Theory]
    [InlineData(400, "MANDATORY_NOT_FOUND", """{"api_name":"City","json_path":"$.data[0].City"}""", "City")]
    [InlineData(400, "INVALID_DATA", """{"api_name":"Email","json_path":"$.data[0].Email","expected_data_type":"email"}""", "Email is not valid (must be email)")]
    [InlineData(400, "INVALID_DATA", """{"api_name":"Not_Sent","json_path":"$.data[0].Not_Sent"}""", "Not_Sent")]
    [InlineData(400, "DEPENDENT_FIELD_MISSING", """{"api_name":"State","dependee":{"api_name":"Country"}}""", "State")]
    [InlineData(400, "DEPENDENT_MISMATCH", """{"api_name":"State"}""", "State")]
    [InlineData(400, "RECORD_IN_BLUEPRINT", """{"api_name":"Lead_Status"}""", "blueprint")]
    [InlineData(400, "NOT_APPROVED", "{}", "approval")]
    [InlineData(400, "LIMIT_EXCEEDED", """{"limit":100}""", "LIMIT_EXCEEDED")]
    [InlineData(412, "ALREADY_MODIFIED", "{}", "ALREADY_MODIFIED")]
    [InlineData(400, "AUTHORIZATION_FAILED", "{}", "profile")]
    [InlineData(403, "NO_PERMISSION", """{"permissions":["Crm_Implied_Edit_Leads"]}""", "Crm_Implied_Edit_Leads")]
    [InlineData(400, "INVALID_REQUEST_METHOD", "{}", "INVALID_REQUEST_METHOD")]
    [InlineData(404, "INVALID_URL_PATTERN", """{"resource_path_index":0}""", "ZOHO_LEADS_MODULE")]
    public async Task Row_3_1_a_refusal_is_permanent_and_says_what_to_do(int status, string code, string details, string hint)
    {
        foreach (var body in new[] { Answers.Error(code, details), Answers.Row(code, details) })
        {
            using var zoho = new ZohoHarness();
            zoho.Stub.On(Upsert, status, body);

            var failure = await FailsAsync(() => zoho.WriteAsync(null, Fields));

            Assert.Equal((code, status), (failure.Code, failure.Status));
            Assert.False(failure.IsTransient || failure.IsOutage || failure.OutcomeUnknown);
            Assert.Null(failure.RetryAfter);
            Assert.Contains(hint, failure.Message);
            Assert.Single(zoho.Stub.Calls);
        }
    }

    [Theory]
    [InlineData(200)]
    [InlineData(202)]
    [InlineData(207)]
    [InlineData(400)]
    public async Task Row_3_2_a_refused_record_is_seen_under_any_status(int status)
    {
        using var zoho = new ZohoHarness();
        zoho.Stub.On(Upsert, status, Answers.Row("MANDATORY_NOT_FOUND", """{"api_name":"City"}"""));

        Assert.Equal("MANDATORY_NOT_FOUND", (await FailsAsync(() => zoho.WriteAsync(null, Fields))).Code);
    }

    [Fact]
    public async Task Row_3_10_ID_ALREADY_CONVERTED_is_the_same_as_CONVERTED_RECORD()
    {
        using var zoho = new ZohoHarness();
        zoho.Stub.On("PUT /crm/v8/Leads/5001", 400, Answers.Row("ID_ALREADY_CONVERTED", """{"id":"5001"}"""))
            .On("GET /crm/v8/Leads/5001", 204).On("GET /crm/v8/Contacts/search", 204).On(FieldsRoute, 200, "{}");

        var failure = await FailsAsync(() => zoho.WriteAsync("5001", Fields));

        Assert.Equal(("CONVERTED_RECORD", false), (failure.Code, failure.IsTransient));
        Assert.Contains("contact or deal", failure.Message);
    }

    [Fact]
    public async Task Row_3_8_a_locked_record_is_tried_again_in_minutes()
    {
        using var zoho = new ZohoHarness();
        zoho.Stub.On(Upsert, 400, Answers.Row("RECORD_LOCKED"));

        var failure = await FailsAsync(() => zoho.WriteAsync(null, Fields));

        Assert.Equal((true, false, TimeSpan.FromMinutes(5)), (failure.IsTransient, failure.IsOutage, failure.RetryAfter!.Value));
    }

    [Fact]
    public async Task A_wrong_module_concerns_every_call()
    {
        using var zoho = new ZohoHarness();
        zoho.Stub.On(Upsert, 400, Answers.Error("INVALID_MODULE", """{"resource_path_index":0}"""));

        var failure = await FailsAsync(() => zoho.WriteAsync(null, Fields));

        Assert.Equal((false, true), (failure.IsTransient, failure.IsOutage));
        Assert.Contains("ZOHO_LEADS_MODULE", failure.Message);
    }

    [Theory]
    [InlineData(500, """{"code":"INTERNAL_ERROR","message":"x","status":"error","details":{}}""", "INTERNAL_ERROR", false)]
    [InlineData(500, "", "http_500", false)]
    [InlineData(502, "<html>Bad Gateway</html>", "http_502", true)]
    [InlineData(503, """{"code":"SERVICE_UNAVAILABLE","message":"x","status":"error","details":{}}""", "SERVICE_UNAVAILABLE", true)]
    [InlineData(504, "", "http_504", true)]
    public async Task Row_3_12_a_server_fault_is_transient_and_leaves_a_post_open(int status, string body, string code, bool outage)
    {
        using var zoho = new ZohoHarness();
        zoho.Stub.On(Upsert, status, body).On("PUT /crm/v8/Leads/5001", status, body);

        var post = await FailsAsync(() => zoho.WriteAsync(null, Fields));
        var put = await FailsAsync(() => zoho.WriteAsync("5001", Fields));

        Assert.Equal((code, true, outage, true), (post.Code, post.IsTransient, post.IsOutage, post.OutcomeUnknown));
        Assert.Equal((code, true, outage, false), (put.Code, put.IsTransient, put.IsOutage, put.OutcomeUnknown));
    }

    [Theory]
    [InlineData(200, "<html>maintenance</html>")]
    [InlineData(200, "")]
    [InlineData(201, "[]")]
    [InlineData(200, """{"data":[{"code":"SUCCESS","status":"succ""")]
    [InlineData(207, """{"data":[{"code":"SUCCESS","status":"success","details":{"id":"50""")]
    [InlineData(200, """{"data":[{"code":"SUCCESS","status":"success","details":{}}]}""")]
    public async Task Row_3_16_a_success_that_tells_nothing_leaves_the_outcome_open(int status, string body)
    {
        using var zoho = new ZohoHarness();
        zoho.Stub.On(Upsert, status, body);

        var failure = await FailsAsync(() => zoho.WriteAsync(null, Fields));

        Assert.Equal(("unexpected_answer", true, true), (failure.Code, failure.IsTransient, failure.OutcomeUnknown));
    }

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task Row_3_16_a_redirect_is_an_outage_and_is_not_followed(int status)
    {
        using var zoho = new ZohoHarness();
        zoho.Stub.On(Upsert, status, "", ("Location", "https://attacker.example/"));

        var failure = await FailsAsync(() => zoho.WriteAsync(null, Fields));

        Assert.Equal(("redirect", true, true), (failure.Code, failure.IsTransient, failure.IsOutage));
        Assert.Single(zoho.Stub.Calls);
    }

    [Fact]
    public async Task Row_2_16_a_missing_scope_names_it_and_is_not_cured_by_a_new_token()
    {
        using var zoho = new ZohoHarness();
        zoho.Stub.On("GET /crm/v8/Leads/search", 401, Answers.Error("OAUTH_SCOPE_MISMATCH"));

        var failure = await FailsAsync(() => zoho.Crm.FindLeadsAsync([Email], [], default));

        Assert.Equal(("OAUTH_SCOPE_MISMATCH", false, true, 401), (failure.Code, failure.IsTransient, failure.IsOutage, failure.Status));
        Assert.Contains("ZohoSearch.securesearch.READ", failure.Message);
        Assert.Contains("ZohoCRM.modules.ALL", failure.Message);
        Assert.Equal(1, zoho.Stub.Count(TokenRoute));
    }

    [Fact]
    public async Task A_missing_scope_is_tried_again_in_growing_intervals_until_it_is_there()
    {
        const string Search = "GET /crm/v8/Leads/search";
        using var zoho = new ZohoHarness();
        List<double> waits = [];
        for (var time = 0; time < 7; time++)
        {
            zoho.Stub.On(Search, 401, Answers.Error("OAUTH_SCOPE_MISMATCH"));
            waits.Add((await FailsAsync(() => zoho.Crm.FindLeadsAsync([Email], [], default))).RetryAfter!.Value.TotalMinutes);
        }

        Assert.Equal([1, 2, 4, 8, 16, 30, 30], waits);
        zoho.Stub.On(Search, 204).On(Search, 401, Answers.Error("OAUTH_SCOPE_MISMATCH"));
        await zoho.Crm.FindLeadsAsync([Email], [], default);
        var again = await FailsAsync(() => zoho.Crm.FindLeadsAsync([Email], [], default));
        Assert.Equal(TimeSpan.FromMinutes(1), again.RetryAfter);
    }

    [Fact]
    public async Task Row_3_13_another_401_is_an_outage_without_a_refresh()
    {
        using var zoho = new ZohoHarness();
        zoho.Stub.On(Upsert, 401, Answers.Error("AUTHORIZATION_FAILED"));

        var failure = await FailsAsync(() => zoho.WriteAsync(null, Fields));

        Assert.Equal(("AUTHORIZATION_FAILED", false, true), (failure.Code, failure.IsTransient, failure.IsOutage));
        Assert.Equal(1, zoho.Stub.Count(TokenRoute));
    }

    [Theory]
    [InlineData("TOO_MANY_REQUESTS", "{}", null, null, 1, 5)]
    [InlineData("RATE_LIMIT_EXCEEDED", """{"retry_after":17,"limit":10,"window":60}""", null, null, 17, 17)]
    [InlineData("TOO_MANY_REQUESTS", "{}", "40", null, 40, 40)]
    [InlineData("TOO_MANY_REQUESTS", "{}", null, "0", 3600, 3600)]
    [InlineData("TOO_MANY_REQUESTS", "{}", null, "1200", 1, 5)]
    [InlineData("TOO_MANY_REQUESTS", """{"retry_after":999999999}""", null, "0", 86400, 86400)]
    public async Task Row_3_14_a_429_waits_for_seconds_or_for_credits(
        string code, string details, string? retryAfter, string? credits, int least, int most)
    {
        using var zoho = new ZohoHarness();
        var headers = new List<(string, string)>();
        if (retryAfter is not null)
        {
            headers.Add(("Retry-After", retryAfter));
        }

        if (credits is not null)
        {
            headers.Add(("X-API-CREDITS-REMAINING", credits));
        }

        zoho.Stub.Always(Upsert, (_, _) => Task.FromResult(StubZoho.Answer(429, Answers.Error(code, details), [.. headers])));

        var call = zoho.WriteAsync(null, Fields);
        await zoho.Time.UntilAsync(call, TimeSpan.FromSeconds(1));
        var failure = await FailsAsync(() => call);

        Assert.Equal((code, true, true, 429, false), (failure.Code, failure.IsTransient, failure.IsOutage, failure.Status, failure.OutcomeUnknown));
        Assert.InRange(failure.RetryAfter!.Value.TotalSeconds, least, most);
        Assert.Equal(most <= 5 ? 3 : 1, zoho.Stub.Count(Upsert));
        Assert.Equal(credits == "0", failure.Message.Contains("credits"));
    }

    [Fact]
    public async Task Row_3_14_the_credits_that_an_earlier_answer_told_count()
    {
        using var zoho = new ZohoHarness();
        zoho.Stub.On(Upsert, 200, Answers.Inserted, ("X-API-CREDITS-REMAINING", "0"))
            .On(Upsert, 429, Answers.Error("TOO_MANY_REQUESTS"));
        await zoho.WriteAsync(null, Fields);

        var failure = await FailsAsync(() => zoho.WriteAsync(null, Fields));

        Assert.Equal(TimeSpan.FromHours(1), failure.RetryAfter);
    }

    [Fact]
    public async Task A_code_that_is_no_code_is_not_repeated()
    {
        using var zoho = new ZohoHarness();
        zoho.Stub.On(Upsert, 400, Answers.Error("dana.quill@northwind-labs.example", """{"api_name":"a@b"}"""));

        Assert.Equal("unexpected_answer", (await FailsAsync(() => zoho.WriteAsync(null, Fields))).Code);
    }
}
