using SalesIntel.Failures;
using SalesIntel.Zoho.Client;
using SalesIntel.Zoho.Tests.Support;

namespace SalesIntel.Zoho.Tests.Client;

/// <summary>Errors in the shapes in which they were seen or may be read out of Zoho's documents, besides the two that it promises.</summary>
public sealed class ErrorSpellingTests
{
    private const string Put = "PUT /crm/v8/Leads/5001";
    private const string TwoRefused = """
        [{"code":"INVALID_DATA","status":"error","message":"x","details":{"api_name":"City","json_path":"$.data[0].City"}},
         {"code":"INVALID_DATA","status":"error","message":"x","details":{"api_name":"State","json_path":"$.data[0].State"}}]
        """;

    [Theory]
    [InlineData("""{"data":[{"code":"MULTIPLE_OR_MULTI_ERRORS","status":"error","message":"x","errors":#}]}""")]
    [InlineData("""{"data":[{"code":"MULTIPLE_OR_MULTI_ERRORS","status":"error","message":"x","details":{},"errors":#}]}""")]
    [InlineData("""{"data":[{"code":"MULTIPLE_OR_MULTI_ERRORS","status":"error","message":"x","details":#}]}""")]
    [InlineData("""{"data":[{"code":"MULTIPLE_OR_MULTI_ERRORS","status":"error","message":"x","details":{"errors":[{"code":"MULTIPLE_OR_MULTI_ERRORS","details":{"errors":#}}]}}]}""")]
    [InlineData("""{"code":"MULTIPLE_OR_MULTI_ERRORS","status":"error","message":"x","details":{"errors":#}}""")]
    public async Task Row_3_7_errors_are_found_wherever_the_list_of_them_stands(string answer)
    {
        using var zoho = new ZohoHarness();
        zoho.Stub.On(Put, 400, answer.Replace("#", TwoRefused)).On(Put, 200, Answers.Updated);

        var receipt = await zoho.WriteAsync("5001", """{"City":"x","State":"y","Country":"z"}""");

        Assert.Equal(["City", "State"], receipt.Issues.Select(issue => issue.Split(':')[0]));
        Assert.Equal("""{"data":[{"Country":"z"}]}""", zoho.Stub.Calls[1].Body);
    }

    [Theory]
    [InlineData("""[{"api_name":"City","maximum_length":"4"}]""")]
    [InlineData("""{"api_name":"City","maximum_length":4.0}""")]
    [InlineData("""{"json_path":"$.data[0].City","maximum_length":" 4 "}""")]
    [InlineData("""{"json_path":"data[0].City","maximum_length":"4"}""")]
    [InlineData("""{"json_path":"$.data[0]['City']","maximum_length":"4"}""")]
    [InlineData("""{"json_path":"$['data'][0]['City']","maximum_length":"4"}""")]
    [InlineData("""{"api_name":"City","json_path":"$.data[0]","maximum_length":"4"}""")]
    public async Task Row_11_5_length_and_field_are_found_in_each_spelling(string details)
    {
        using var zoho = new ZohoHarness();
        zoho.Stub.On(Put, 400, Answers.Row("INVALID_DATA", details)).On(Put, 200, Answers.Updated);

        var receipt = await zoho.WriteAsync("5001", """{"City":"Melbourne"}""");

        Assert.Equal(["City: Zoho takes 4 characters, shortened"], receipt.Issues);
    }

    [Theory]
    [InlineData(403, """{"error":"Access Denied"}""")]
    [InlineData(403, """{"message":"Forbidden"}""")]
    [InlineData(400, """{"error":{"code":"Access Denied"}}""")]
    [InlineData(404, """{"message":"no Route matched with those values"}""")]
    [InlineData(403, """{"code":"Access Denied","message":"x"}""")]
    [InlineData(403, """{"data":[{"message":"x"}]}""")]
    [InlineData(403, "[]")]
    public async Task Row_3_16_refusal_that_is_not_in_Zohos_words_is_an_outage_and_no_dead_letter(int status, string body)
    {
        using var zoho = new ZohoHarness();
        zoho.Stub.On(ZohoHarness.Upsert, status, body).On("GET /crm/v8/Leads/search", status, body).On("POST /crm/v8/Notes", status, body);

        ProviderException[] failures =
        [
            await ZohoHarness.FailsAsync(() => zoho.WriteAsync(null, """{"Last_Name":"Quill"}""")),
            await ZohoHarness.FailsAsync(() => zoho.Crm.FindLeadsAsync([ZohoHarness.Email], [], default)),
            await ZohoHarness.FailsAsync(() => zoho.Crm.CreateNoteAsync("5001", new("T", "Text\nSalesIntel 1a2b", "SalesIntel 1a2b"), default)),
        ];

        Assert.All(failures, failure => Assert.Equal(("unexpected_answer", true, true), (failure.Code, failure.IsTransient, failure.IsOutage)));
    }

    [Theory]
    [InlineData(400, "INVALID_TOKEN")]
    [InlineData(403, "INVALID_TOKEN")]
    [InlineData(400, "AUTHENTICATION_FAILURE")]
    [InlineData(403, "INVALID_OAUTHTOKEN")]
    [InlineData(200, "INVALID_TOKEN")]
    public async Task Row_2_11_token_that_is_refused_under_another_status_is_replaced(int status, string code)
    {
        using var zoho = new ZohoHarness();
        zoho.Stub.On(Put, status, Answers.Error(code)).On(Put, 200, Answers.Updated).On(ZohoHarness.TokenRoute, 200, Answers.Token("token-2"));

        var receipt = await zoho.WriteAsync("5001", """{"City":"Perth"}""");

        Assert.Empty(receipt.Issues);
        Assert.Equal(2, zoho.Stub.Count(ZohoHarness.TokenRoute));
    }

    [Fact]
    public async Task Space_that_is_used_up_concerns_every_record_and_ends_no_event()
    {
        using var zoho = new ZohoHarness();
        zoho.Stub.On(ZohoHarness.Upsert, 400, Answers.Row("STORAGE_SPACE_EXCEEDED")).On("POST /crm/v8/Notes", 403, Answers.Error("STORAGE_SPACE_EXCEEDED"));

        var lead = await ZohoHarness.FailsAsync(() => zoho.WriteAsync(null, """{"Last_Name":"Quill"}"""));
        var note = await ZohoHarness.FailsAsync(() => zoho.Crm.CreateNoteAsync("5001", new("T", "Text\nSalesIntel 1a2b", "SalesIntel 1a2b"), default));

        Assert.All([lead, note], failure => Assert.Equal(("STORAGE_SPACE_EXCEEDED", true), (failure.Code, failure.IsOutage)));
        Assert.Contains("storage", lead.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("INTERNAL_SERVER_ERROR")]
    [InlineData("INTERNAL_ERROR")]
    [InlineData("SERVICE_UNAVAILABLE")]
    [InlineData("TOO_MANY_REQUESTS")]
    [InlineData("RATE_LIMIT_EXCEEDED")]
    public async Task Row_3_12_fault_of_Zohos_own_that_one_record_is_answered_with_passes(string code)
    {
        using var zoho = new ZohoHarness();
        zoho.Stub.On(Put, 207, Answers.Row(code));

        var failure = await ZohoHarness.FailsAsync(() => zoho.WriteAsync("5001", """{"City":"Perth"}"""));

        Assert.Equal((code, true), (failure.Code, failure.IsTransient));
    }

    [Theory]
    [InlineData("99", 99L)]
    [InlineData("+99", 99L)]
    [InlineData("4,999", 4_999L)]
    [InlineData("99.0", 99L)]
    [InlineData("-3", -3L)]
    [InlineData("soon", 7L)]
    [InlineData("", 7L)]
    public async Task Row_11_11_credits_are_read_in_each_spelling_and_what_is_no_number_says_nothing(string header, long remaining)
    {
        using var zoho = new ZohoHarness();
        zoho.Stub.On(Put, 200, Answers.Updated, ("x-api-credits-remaining", "7")).On(Put, 200, Answers.Updated, ("X-Api-Credits-Remaining", header));

        await zoho.WriteAsync("5001", """{"City":"Perth"}""");
        await zoho.WriteAsync("5001", """{"City":"Perth"}""");

        Assert.Equal(remaining, zoho.Get<ZohoCrmClient>().Credits?.Remaining);
    }

    [Theory]
    [InlineData("Mon, 23 Nov 2026 09:00:40 GMT", "{}", 40)]
    [InlineData("Mon, 23 Nov 2026 08:00:40 GMT", "{}", -1)]
    [InlineData("40", "{}", 40)]
    [InlineData("0", "{}", -1)]
    [InlineData("-5", "{}", -1)]
    [InlineData("40", """{"retry_after":"50"}""", 50)]
    [InlineData("40", """{"retry_after":50.4}""", 51)]
    [InlineData("40", """{"retry_after":-2}""", 40)]
    [InlineData("40", """[{"retry_after":50}]""", 50)]
    public async Task Row_3_14_when_to_come_again_is_read_in_each_spelling(string header, string details, int seconds)
    {
        using var zoho = new ZohoHarness();
        zoho.Stub.Always(Put, (_, _) => Task.FromResult(StubZoho.Answer(429, Answers.Error("TOO_MANY_REQUESTS", details), ("Retry-After", header))));
        var call = ZohoHarness.FailsAsync(() => zoho.WriteAsync("5001", """{"City":"Perth"}"""));
        if (seconds < 0)
        {
            // What is over so soon is waited for, three times.
            await zoho.Time.UntilAsync(call, TimeSpan.FromMilliseconds(500));
        }

        var wait = (await call).RetryAfter!.Value;

        Assert.InRange(wait, TimeSpan.FromSeconds(seconds < 0 ? 1 : seconds - 1), TimeSpan.FromSeconds(seconds < 0 ? 5.001 : seconds));
    }
}
