using System.Net;
using System.Text.Json.Nodes;
using SalesIntel.Failures;
using SalesIntel.Zoho.Client;
using SalesIntel.Zoho.Crm;
using SalesIntel.Zoho.Tests.Support;

namespace SalesIntel.Zoho.Tests.Client;

/// <summary>Answers that are JSON and do not say what was asked: they must be taken neither for "nobody" nor for "gone".</summary>
public sealed class SilentAnswerTests
{
    private const string Coql = "POST /crm/v8/coql";
    private const string Search = "GET /crm/v8/Leads/search";
    private const string Put = "PUT /crm/v8/Leads/5001";

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"data":null}""")]
    [InlineData("""{"data":{}}""")]
    [InlineData("""{"info":{"more_records":false}}""")]
    public async Task Row_4_4_query_that_answers_without_a_list_is_an_outage_and_nobody_is_taken_for_new(string body)
    {
        using var zoho = new ZohoHarness(options => options.OwnerId = "4200", fields: true, queries: true);
        zoho.Stub.On(Coql, 200, body);

        var failure = await ZohoHarness.FailsAsync(() => zoho.Crm.FindLeadsAsync([ZohoHarness.Email], [], default));

        Assert.Equal(("unexpected_answer", true, true, false), (failure.Code, failure.IsTransient, failure.IsOutage, failure.OutcomeUnknown));
        Assert.Equal(0, zoho.Get<UnknownAddresses>().Count);
    }

    [Fact]
    public async Task Row_4_1_page_without_rows_is_the_last_whatever_it_says()
    {
        const string More = """{"data":[],"info":{"more_records":true,"next_page_token":"x"}}""";
        using var zoho = new ZohoHarness();
        var client = zoho.Get<ZohoCrmClient>();
        zoho.Stub.On(Coql, 200, More).On(Search, 200, More).On("GET /crm/v8/Leads", 200, More);

        Assert.Empty(await client.QueryAsync($"select id from Leads where City = {"x"}", PersonJson.Default.Person).ToListAsync());
        Assert.Empty(await client.SearchAsync("Leads", ZohoSearch.ByWord("xy"), ["City"], PersonJson.Default.Person).ToListAsync());
        Assert.Empty(await client.ListAsync("Leads", ["City"], PersonJson.Default.Person).ToListAsync());

        Assert.Equal(3, zoho.Stub.Calls.Count);
    }

    [Fact]
    public async Task Row_4_4_limit_of_a_query_over_several_lines_is_its_own()
    {
        using var zoho = new ZohoHarness();
        zoho.Stub.On(Coql, 200, """{"data":[{"id":"1"}],"info":{"more_records":true}}""").On(Coql, 200, """{"data":[{"id":"2"}]}""");
        var client = zoho.Get<ZohoCrmClient>();

        await client.QueryAsync(
            $"""
            select id from Leads where City = {"x"}
            limit {5}
            """,
            PersonJson.Default.Person).ToListAsync();
        await client.QueryAsync($"select Credit_Limit from Leads where Credit_Limit > {5}", PersonJson.Default.Person).ToListAsync();

        Assert.Equal(2, zoho.Stub.Calls.Count);
        Assert.DoesNotContain("limit 0", zoho.Stub.Calls[0].Body);
        Assert.EndsWith("Credit_Limit > 5 limit 0, 200\"}", zoho.Stub.Calls[1].Body);
    }

    [Theory]
    [InlineData(204)]
    [InlineData(304)]
    [InlineData(200)]
    public async Task Row_3_15_write_that_is_answered_with_nothing_is_an_outage_and_the_record_is_not_gone(int status)
    {
        using var zoho = new ZohoHarness();
        zoho.Stub.On(Put, status).On("PUT /crm/v8/Notes/7001", status)
            .On("GET /crm/v8/Leads/5001", 200, """{"data":[{"id":"5001"}]}""").On("GET /crm/v8/Notes/7001", 200, """{"data":[{"id":"7001"}]}""");

        var lead = await ZohoHarness.FailsAsync(() => zoho.WriteAsync("5001", """{"City":"Perth"}"""));
        var note = await ZohoHarness.FailsAsync(() => zoho.Crm.UpdateNoteAsync("7001", new("T", "Text\nSalesIntel 1a2b", "SalesIntel 1a2b"), default));

        Assert.Equal(("unexpected_answer", true, false), (lead.Code, lead.IsOutage, lead.OutcomeUnknown));
        Assert.Equal(("unexpected_answer", true, false), (note.Code, note.IsOutage, note.OutcomeUnknown));
    }

    [Theory]
    [InlineData(204, 204)]
    [InlineData(404, 204)]
    [InlineData(204, 404)]
    [InlineData(404, 404)]
    public async Task Row_3_15_record_that_is_written_without_a_word_and_not_there_is_gone(int status, int read)
    {
        using var zoho = new ZohoHarness();
        zoho.Stub.On(Put, status).On("PUT /crm/v8/Notes/7001", status).On("DELETE /crm/v8/Notes", status)
            .On("GET /crm/v8/Leads/5001", read).On("GET /crm/v8/Notes/7001", read).On("GET /crm/v8/Notes/7001", read);

        Assert.True((await zoho.WriteAsync("5001", """{"City":"Perth"}""")).Gone);
        Assert.False(await zoho.Crm.UpdateNoteAsync("7001", new("T", "Text\nSalesIntel 1a2b", "SalesIntel 1a2b"), default));
        Assert.False(await zoho.Get<ZohoCrmClient>().DeleteAsync("Notes", "7001"));
    }

    [Theory]
    [InlineData(204)]
    [InlineData(404)]
    public async Task Row_3_15_one_that_is_gone_among_many_costs_the_others_nothing(int status)
    {
        const string Many = "PUT /crm/v8/Leads";
        using var zoho = new ZohoHarness();
        var client = zoho.Get<ZohoCrmClient>();
        List<Person> people = [.. Enumerable.Range(1, 4).Select(id => new Person { Id = $"{id}", LastName = "Q" })];
        zoho.Stub.Always(Many, async (request, _) => await request.Content!.ReadAsStringAsync(CancellationToken.None) is var body && body.Contains("\"3\"")
                ? StubZoho.Answer(status, "")
                : StubZoho.Answer(200, $$"""{"data":[{{string.Join(',', people.Where(one => body.Contains($"\"{one.Id}\"")).Select(one => $$$"""{"code":"SUCCESS","status":"success","details":{"id":"{{{one.Id}}}"}}"""))}}]}"""))
            .Always("GET /crm/v8/Leads/3", (_, _) => Task.FromResult(StubZoho.Answer(204, "")));

        var results = await client.UpdateBatchAsync("Leads", people, PersonJson.Default.Person);

        Assert.Equal(["1", "2", null, "4"], results.Select(result => result.Id));
        Assert.Equal([false, false, true, false], results.Select(result => result.IsNotFound));
    }

    [Theory]
    [InlineData(400)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(405)]
    [InlineData(451)]
    public async Task Row_3_16_refusal_without_a_word_is_an_outage_and_no_dead_letter(int status)
    {
        using var zoho = new ZohoHarness(queries: true, fields: true);
        zoho.Stub.On(ZohoHarness.Upsert, status).On(Search, status).On(Coql, status).On("POST /crm/v8/Notes", status);

        ProviderException[] failures =
        [
            await ZohoHarness.FailsAsync(() => zoho.WriteAsync(null, """{"Last_Name":"Quill"}""")),
            await ZohoHarness.FailsAsync(() => zoho.Crm.FindLeadsAsync([ZohoHarness.Email], [], default)),
            await ZohoHarness.FailsAsync(() => zoho.Crm.CreateNoteAsync("5001", new("T", "Text\nSalesIntel 1a2b", "SalesIntel 1a2b"), default)),
            await ZohoHarness.FailsAsync(async () => await zoho.Get<ZohoCrmClient>()
                .SearchAsync("Leads", ZohoSearch.ByWord("xy"), ["City"], PersonJson.Default.Person).ToListAsync()),
        ];

        Assert.All(failures, failure => Assert.Equal(("unexpected_answer", true, true), (failure.Code, failure.IsTransient, failure.IsOutage)));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Row_3_3_success_without_an_id_costs_no_other_record_its_result(bool isRepeatable)
    {
        const string Mixed = """{"data":[{"code":"SUCCESS","status":"success","details":{"id":"1"}},{"code":"SUCCESS","status":"success","details":{}},{"code":"SUCCESS","status":"success","details":{"id":3}}]}""";
        using var zoho = new ZohoHarness();
        var client = zoho.Get<ZohoCrmClient>();
        List<Person> people = [.. "abc".Select(c => new Person { LastName = $"{c}", Email = $"{c}@x.example" })];
        zoho.Stub.On("POST /crm/v8/Leads", 201, Mixed).On(ZohoHarness.Upsert, 200, Mixed)
            .On(ZohoHarness.Upsert, 200, """{"data":[{"code":"SUCCESS","status":"success","details":{"id":"2"}}]}""");

        var results = isRepeatable
            ? await client.UpsertBatchAsync("Leads", people, PersonJson.Default.Person)
            : await client.InsertBatchAsync("Leads", people, PersonJson.Default.Person);

        Assert.Equal(["1", isRepeatable ? "2" : null, "3"], results.Select(result => result.Id));
        Assert.Equal(!isRepeatable, results[1].Error?.OutcomeUnknown ?? false);
    }

    [Fact]
    public async Task Owner_is_not_taken_from_a_lead_that_has_the_address_in_its_other_spelling()
    {
        const string Address = "dana@bücher.example";
        using var zoho = new ZohoHarness(options => options.OwnerId = "4200", fields: true, queries: true);
        zoho.Stub.On(Coql, 204).On(Search, 204)
            .On(ZohoHarness.Upsert, 400, Answers.Row("INVALID_DATA", """{"api_name":"Email","expected_data_type":"email"}"""))
            .On(ZohoHarness.Upsert, 200, Answers.Updated);

        await zoho.Crm.FindLeadsAsync([Address], [], default);
        await zoho.Get<LeadWriter>().WriteAsync(null, Address, new JsonObject { ["Last_Name"] = "Quill" }, default, default);

        var upserts = zoho.Stub.Calls.Where(call => call.Route == ZohoHarness.Upsert).Select(call => call.Body!).ToList();
        Assert.Contains("\"Owner\"", upserts[0]);
        Assert.Contains("xn--bcher-kva", upserts[1]);
        Assert.DoesNotContain("\"Owner\"", upserts[1]);
    }

    [Theory]
    [InlineData("tok\nen")]
    [InlineData("tök")]
    [InlineData("tok\ud800en")]
    [InlineData("two words")]
    public async Task Row_2_4_token_that_no_header_can_hold_is_none(string token)
    {
        using var zoho = new ZohoHarness(token: false);
        var body = $"{{\"access_token\":{System.Text.Json.JsonSerializer.Serialize(token)}}}".Replace("\\uFFFD", "\\ud800");
        zoho.Stub.On(ZohoHarness.TokenRoute, 200, body);

        var failure = await ZohoHarness.FailsAsync(() => zoho.WriteAsync("5001", """{"City":"Perth"}"""));

        Assert.Equal(("no_token", true, true), (failure.Code, failure.IsTransient, failure.IsOutage));
        Assert.Empty(zoho.Stub.Calls);
    }

    [Fact]
    public async Task Certificate_of_the_accounts_host_that_is_not_accepted_says_what_to_check()
    {
        using var zoho = new ZohoHarness(token: false);
        zoho.Stub.Fail(ZohoHarness.TokenRoute, new HttpRequestException(HttpRequestError.SecureConnectionError, "TLS"));

        var failure = await ZohoHarness.FailsAsync(() => zoho.WriteAsync("5001", """{"City":"Perth"}"""));

        Assert.Equal(("certificate", true, true), (failure.Code, failure.IsTransient, failure.IsOutage));
        Assert.Contains("clock", failure.Message);
    }

    [Fact]
    public async Task Byte_order_mark_and_a_member_that_stands_twice_beside_a_numeric_id_are_read()
    {
        using var zoho = new ZohoHarness();
        byte[] body = [0xef, 0xbb, 0xbf, .. """{"data":[{"id":5000000000000000012,"id":5000000000000000012,"City":"a","City":"b","Email":null}]}"""u8];
        zoho.Stub.On("GET /crm/v8/Leads/5000000000000000012", (_, _) => Task.FromResult(
            new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent(body) }));

        var lead = await zoho.Crm.GetLeadAsync("5000000000000000012", ["City"], default);

        Assert.Equal("b", (string?)lead!.Fields["City"]);
    }
}
