using SalesIntel.Zoho.Client;
using SalesIntel.Zoho.Tests.Support;

namespace SalesIntel.Zoho.Tests.Client;

/// <summary>Rows 3.2 and 3.3 of the reference: a result for each record, whatever the status, in the order of the records.</summary>
public sealed class BatchTests
{
    private const string Upsert = "POST /crm/v8/Leads/upsert";
    private const string Insert = "POST /crm/v8/Leads";
    private const string Put = "PUT /crm/v8/Leads";
    private static readonly Person[] Three = [Named("a"), Named("b"), Named("c")];

    [Theory]
    [InlineData(200)]
    [InlineData(202)]
    [InlineData(207)]
    [InlineData(400)]
    public async Task Row_3_2_each_record_is_decided_by_itself_under_any_status(int status)
    {
        using var zoho = new ZohoHarness();
        zoho.Stub.On(Upsert, status, Data(Done("1", "insert"), Refused("INVALID_DATA", """{"api_name":"Email","json_path":"$.data[1].Email"}"""), Done("3", "update")));

        var results = await zoho.Get<ZohoCrmClient>().UpsertBatchAsync("Leads", Three, PersonJson.Default.Person, new() { DuplicateCheckFields = ["Email"] });

        Assert.Equal([true, false, true], results.Select(result => result.IsSuccess));
        Assert.Equal(["1", null, "3"], results.Select(result => result.Id));
        Assert.Equal([ZohoWriteAction.Inserted, ZohoWriteAction.None, ZohoWriteAction.Updated], results.Select(result => result.Action));
        Assert.Equal(("INVALID_DATA", "Email", status), (results[1].Error!.Code, results[1].Error!.Field, results[1].Error!.Status));
        Assert.Equal(
            """{"data":[{"Last_Name":"a","Email":"a@northwind.example"},{"Last_Name":"b","Email":"b@northwind.example"},{"Last_Name":"c","Email":"c@northwind.example"}],"duplicate_check_fields":["Email"]}""",
            Assert.Single(zoho.Stub.Calls).Body);
    }

    [Theory]
    [InlineData("1")]
    [InlineData("3")]
    [InlineData("1", "3", "4", "5")]
    public async Task Row_3_3_results_that_no_record_can_be_sure_of_are_nobodys_and_all_are_sent_again_by_halves(params string[] ids)
    {
        using var zoho = new ZohoHarness();
        zoho.Stub.On(Upsert, 200, Data([.. ids.Select(id => Done(id, "insert"))]))
            .On(Upsert, 200, Data(Done("1", "update")))
            .On(Upsert, 207, Data(Done("2", "update"), Refused("INVALID_DATA", """{"api_name":"Email"}""")));

        var results = await zoho.Get<ZohoCrmClient>().UpsertBatchAsync("Leads", Three, PersonJson.Default.Person);

        Assert.Equal(["1", "2", null], results.Select(result => result.Id));
        Assert.Equal("INVALID_DATA", results[2].Error!.Code);
        Assert.Equal([3, 1, 2], zoho.Stub.Calls.Select(call => call.Body!.Split("Last_Name").Length - 1));
    }

    [Fact]
    public async Task Row_3_3_result_that_says_whose_it_is_counts_in_an_answer_that_is_too_short()
    {
        using var zoho = new ZohoHarness();
        zoho.Stub.On(Put, 207, Data(Done("3", null), Refused("INVALID_DATA", """{"api_name":"Email","json_path":"$.data[1].Email"}""")))
            .On(Put, 200, Data(Done("1", null)));

        var records = Three.Select((person, at) => person with { Id = $"{at + 1}" }).ToList();
        var results = await zoho.Get<ZohoCrmClient>().UpdateBatchAsync("Leads", records, PersonJson.Default.Person);

        Assert.Equal(["1", null, "3"], results.Select(result => result.Id));
        Assert.Equal(("INVALID_DATA", "Email"), (results[1].Error!.Code, results[1].Error!.Field));
        Assert.Equal(2, zoho.Stub.Calls.Count);
    }

    [Fact]
    public async Task Row_3_3_outage_while_some_are_sent_again_costs_nobody_else_the_result()
    {
        using var zoho = new ZohoHarness();
        zoho.Stub.On(Put, 200, Data(Done("2", null))).On(Put, 503, "");

        var records = Three.Select((person, at) => person with { Id = $"{at + 1}" }).ToList();
        var results = await zoho.Get<ZohoCrmClient>().UpdateBatchAsync("Leads", records, PersonJson.Default.Person);

        Assert.Equal([null, "2", null], results.Select(result => result.Id));
        Assert.All([results[0], results[2]], result => Assert.True(result.Error!.IsOutage));
        Assert.NotSame(results[0].Error, results[2].Error);
    }

    [Fact]
    public async Task Row_3_3_null_in_place_of_a_result_is_that_records()
    {
        using var zoho = new ZohoHarness();
        zoho.Stub.On(Upsert, 207, Data(Done("1", "insert"), "null", Done("3", "insert"))).On(Upsert, 200, Data(Done("2", "update")));

        var results = await zoho.Get<ZohoCrmClient>().UpsertBatchAsync("Leads", Three, PersonJson.Default.Person);

        Assert.Equal(["1", "2", "3"], results.Select(result => result.Id));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Row_3_3_record_that_may_be_there_twice_is_not_sent_again_and_gets_nobody_elses_id(int answered)
    {
        using var zoho = new ZohoHarness();
        zoho.Stub.On(Insert, 201, Data([.. Enumerable.Range(1, answered).Select(id => Done($"{id}", null))]));

        var results = await zoho.Get<ZohoCrmClient>().InsertBatchAsync("Leads", Three, PersonJson.Default.Person);

        Assert.All(results, result => Assert.True(result.Error!.OutcomeUnknown));
        Assert.Single(zoho.Stub.Calls);
    }

    [Theory]
    [InlineData("""{"data":[{"code":"SUCCESS","status":"success","details":{"id":"2"}},{"code":"SUCCESS","status":"success","details":{"id":"3"}}]}""")]
    [InlineData("""{"data":[{"code":"INVALID_DATA","status":"error","details":{"api_name":"Email","json_path":"$.data[1].Email"}},{"code":"SUCCESS","status":"success","details":{"id":"3"}}]}""")]
    [InlineData("""{"data":[{"code":"SUCCESS","status":"success","details":{"id":"3"}},{"code":"SUCCESS","status":"success","details":{"id":"2"}},{"code":"SUCCESS","status":"success","details":{"id":"9"}}]}""")]
    public async Task Row_3_3_results_that_belong_to_other_records_are_those_records(string body)
    {
        using var zoho = new ZohoHarness();
        zoho.Stub.On(Put, 200, body).On(Put, 200, Data(Done("1", null)));

        var records = Three.Select((person, at) => person with { Id = $"{at + 1}" }).ToList();
        var results = await zoho.Get<ZohoCrmClient>().UpdateBatchAsync("Leads", records, PersonJson.Default.Person);

        string? second = body.Contains("INVALID_DATA") ? null : "2";
        Assert.Equal(["1", second, "3"], results.Select(result => result.Id));
        Assert.Equal(second is null, results[1].Error is { Code: "INVALID_DATA", Field: "Email" });
        Assert.Equal(2, zoho.Stub.Calls.Count);
    }

    [Theory]
    [InlineData("""{"data":[]}""")]
    [InlineData("""{"data":null}""")]
    [InlineData("""{"data":[null,null,null]}""")]
    [InlineData("{}")]
    [InlineData("""{"data":"none"}""")]
    public async Task Row_3_3_no_result_at_all_is_an_outage(string body)
    {
        using var zoho = new ZohoHarness();
        zoho.Stub.On(Upsert, 200, body);

        var failure = await ZohoHarness.FailsAsync(() => zoho.Get<ZohoCrmClient>().UpsertBatchAsync("Leads", Three, PersonJson.Default.Person));

        Assert.Equal(("unexpected_answer", true, true), (failure.Code, failure.IsOutage, failure.OutcomeUnknown));
        Assert.Single(zoho.Stub.Calls);
    }

    [Fact]
    public async Task Refusal_of_the_whole_call_is_an_exception_for_a_batch()
    {
        using var zoho = new ZohoHarness();
        zoho.Stub.On(Upsert, 400, Answers.Error("LIMIT_EXCEEDED", """{"limit":100}"""));

        var failure = await ZohoHarness.FailsAsync(() => zoho.Get<ZohoCrmClient>().UpsertBatchAsync("Leads", Three, PersonJson.Default.Person));

        Assert.Equal("LIMIT_EXCEEDED", failure.Code);
    }

    [Fact]
    public async Task More_than_100_records_are_refused_before_a_call_and_none_is_no_call()
    {
        using var zoho = new ZohoHarness();
        var client = zoho.Get<ZohoCrmClient>();

        var refused = await Assert.ThrowsAsync<ArgumentOutOfRangeException>(
            () => client.InsertBatchAsync("Leads", [.. Enumerable.Range(0, 101).Select(i => Named($"{i}"))], PersonJson.Default.Person));
        Assert.Equal("records", refused.ParamName);
        Assert.Contains("InsertAllAsync", refused.Message, StringComparison.Ordinal);
        refused = await Assert.ThrowsAsync<ArgumentOutOfRangeException>(
            () => client.DeleteBatchAsync("Leads", [.. Enumerable.Range(0, 101).Select(i => $"{i}")]));
        Assert.Contains("One call takes 100.", refused.Message, StringComparison.Ordinal);
        Assert.Empty(await client.InsertBatchAsync("Leads", [], PersonJson.Default.Person));

        Assert.Empty(zoho.Stub.Sent);
    }

    [Fact]
    public async Task Deleted_records_have_a_result_each()
    {
        using var zoho = new ZohoHarness();
        zoho.Stub.On("DELETE /crm/v8/Leads", 207, Data(Done("1", null), Refused("INVALID_DATA", """{"id":"2"}""")));

        var results = await zoho.Get<ZohoCrmClient>().DeleteBatchAsync("Leads", ["1", "2"]);

        Assert.Equal("?ids=1,2", zoho.Stub.Calls[0].Uri.Query);
        Assert.Equal([(true, false), (false, true)], results.Select(result => (result.IsSuccess, result.IsNotFound)));
    }

    [Fact]
    public async Task Settings_of_a_write_are_sent_by_Zohos_names()
    {
        using var zoho = new ZohoHarness();
        zoho.Stub.On(Upsert, 200, Data(Done("1", "insert")));

        await zoho.Get<ZohoCrmClient>().UpsertAsync("Leads", Three[0], PersonJson.Default.Person, new ZohoWriteSettings
        {
            Trigger = [], SkipCadences = true, ApplyLayoutRules = true, AssignmentRuleId = "77",
        });

        Assert.EndsWith(
            ""","trigger":[],"skip_feature_execution":[{"name":"cadences","action":"insert"},{"name":"cadences","action":"update"}],"apply_feature_execution":[{"name":"layout_rules"}],"lar_id":"77"}""",
            zoho.Stub.Calls[0].Body);
    }

    private static Person Named(string name) => new() { LastName = name, Email = $"{name}@northwind.example" };

    private static string Data(params string[] elements) => $$"""{"data":[{{string.Join(',', elements)}}]}""";

    private static string Done(string id, string? action) =>
        $"{{\"code\":\"SUCCESS\",\"status\":\"success\"{(action is null ? "" : $",\"action\":\"{action}\"")},\"details\":{{\"id\":\"{id}\"}}}}";

    private static string Refused(string code, string details) => Answers.Error(code, details);
}
