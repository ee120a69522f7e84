using SalesIntel.Crm;
using SalesIntel.Zoho.Client;
using SalesIntel.Zoho.Tests.Client;
using SalesIntel.Zoho.Tests.Support;
using static SalesIntel.Zoho.Tests.Batches.HeldZoho;

namespace SalesIntel.Zoho.Tests.Batches;

/// <summary>Leads and notes that are written while others are: one call, and a result for each.</summary>
public sealed class WriteKindTests
{
    private const string Upsert = "POST /crm/v8/Leads/upsert";

    [Fact]
    public async Task A_hundred_records_go_with_one_upsert_and_one_more_with_the_next()
    {
        using var held = new HeldZoho(Upsert, body => Data(200, RecordsOf(body).Select(record => Done(IdOf((string)record["Email"]!)))));

        var calls = await held.BehindAsync(() => UpsertAsync(held, "p0"), Enumerable.Range(1, 101).Select(number => (Func<Task<ZohoRecordResult>>)(() => UpsertAsync(held, $"p{number}"))));

        Assert.Equal([1, 1, 100], held.Sent.Select(body => RecordsOf(body).Count).Order());
        Assert.Equal(Enumerable.Range(0, 102).Select(number => $"5{number}"), calls.Select(call => call.Result.Id));
    }

    [Fact]
    public async Task Two_records_of_one_address_in_any_case_are_never_in_one_upsert()
    {
        using var held = new HeldZoho(Upsert, body => Data(200, RecordsOf(body).Select(record => Done(IdOf((string)record["Email"]!)))));

        await held.BehindAsync(() => UpsertAsync(held, "p0"), [() => UpsertAsync(held, "p1"), () => UpsertAsync(held, "P1"), () => UpsertAsync(held, "p2")]);

        Assert.Equal(["p0", "p1 p2", "P1"], held.Sent.Select(body => string.Join(' ', RecordsOf(body).Select(record => ((string)record["Email"]!).Split('@')[0]))));
    }

    [Fact]
    public async Task Each_gets_its_own_result_of_a_mixed_answer_that_is_shorter_than_what_was_sent()
    {
        using var held = new HeldZoho(Upsert, body => RecordsOf(body) is { Count: > 1 } records
            ? Data(207, records.Take(records.Count - 1).Select((record, at) => (string)record["Email"]! == "bad@x.example"
                ? Answers.Error("INVALID_DATA", $$"""{"api_name":"Email","json_path":"$.data[{{at}}].Email"}""")
                : Done(IdOf((string)record["Email"]!))))
            : Data(200, [Done(IdOf((string)RecordsOf(body)[0]["Email"]!), "update")]));

        var calls = await held.BehindAsync(() => UpsertAsync(held, "p0"), [() => UpsertAsync(held, "p1"), () => UpsertAsync(held, "bad"), () => UpsertAsync(held, "p3")]);

        Assert.Equal(["50", "51", "53"], calls.Where(call => call.IsCompletedSuccessfully).Select(call => call.Result.Id));
        Assert.Equal(ZohoWriteAction.Updated, (await calls[3]).Action);
        Assert.Equal("INVALID_DATA", Assert.IsType<ZohoCrmException>(calls[2].Exception!.InnerException).Code);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(41)]
    [InlineData(98)]
    public async Task Nobody_gets_another_persons_lead_when_a_result_is_missing_wherever_it_is(int missing)
    {
        using var held = new HeldZoho(Upsert, body => Data(200, RecordsOf(body).Where((_, at) => RecordsOf(body).Count < 99 || at != missing)
            .Select(record => Done(IdOf((string)record["Email"]!)))));

        var calls = await held.BehindAsync(() => UpsertAsync(held, "p0"), Enumerable.Range(1, 99).Select(number => (Func<Task<ZohoRecordResult>>)(() => UpsertAsync(held, $"p{number}"))));

        Assert.Equal(Enumerable.Range(0, 100).Select(number => $"5{number}"), calls.Select(call => call.Result.Id));
        Assert.InRange(held.Sent.Count, 3, 5);
    }

    [Fact]
    public async Task Record_that_always_lacks_its_result_is_found_in_few_calls_and_the_others_have_theirs()
    {
        using var held = new HeldZoho(Upsert, body => Data(200, RecordsOf(body).Select(record => (string)record["Email"]!)
            .Where(email => !email.StartsWith("p42@", StringComparison.Ordinal)).Select(email => Done(IdOf(email)))));

        var calls = await held.BehindAsync(() => UpsertAsync(held, "p0"), Enumerable.Range(1, 99).Select(number => (Func<Task<ZohoRecordResult>>)(() => UpsertAsync(held, $"p{number}"))));

        Assert.Equal([42], calls.Index().Where(call => !call.Item.IsCompletedSuccessfully).Select(call => call.Index));
        Assert.Equal("unexpected_answer", Assert.IsType<ZohoCrmException>(calls[42].Exception!.InnerException).Code);
        Assert.All(calls.Index().Where(call => call.Index != 42), call => Assert.Equal($"5{call.Index}", call.Item.Result.Id));
        Assert.InRange(held.Sent.Count, 3, 16);
    }

    [Theory]
    [InlineData(200, "<html>maintenance</html>")]
    [InlineData(403, "<html>blocked</html>")]
    [InlineData(302, "")]
    [InlineData(200, "")]
    [InlineData(200, """{"data":[]}""")]
    [InlineData(503, """{"code":"SERVICE_UNAVAILABLE"}""")]
    public async Task Answer_about_everybody_is_an_outage_for_all_who_wait_after_one_call(int status, string answer)
    {
        using var held = new HeldZoho(Upsert, body => RecordsOf(body).Count == 1
            ? Data(200, [Done("1")])
            : StubZoho.Answer(status, answer));

        var calls = await held.BehindAsync(() => UpsertAsync(held, "p0"), [() => UpsertAsync(held, "p1"), () => UpsertAsync(held, "p2"), () => UpsertAsync(held, "p3")]);

        Assert.Equal("1", (await calls[0]).Id);
        ZohoCrmException[] failures = [.. calls.Skip(1).Select(call => Assert.IsType<ZohoCrmException>(call.Exception!.InnerException))];
        Assert.All(failures, failure => Assert.True(failure.IsOutage));
        Assert.Equal(3, failures.Distinct(ReferenceEqualityComparer.Instance).Count());
        Assert.Equal(2, held.Sent.Count);
    }

    [Fact]
    public async Task Records_with_ids_are_updated_together_and_one_that_is_gone_is_its_own()
    {
        const string Many = "PUT /crm/v8/Leads";
        using var held = new HeldZoho($"{Many}/1", _ => Data(200, [Done("1", "update")]));
        held.Zoho.Stub.Always(Many, async (request, _) => Data(207, RecordsOf(await request.Content!.ReadAsStringAsync(CancellationToken.None)).Select((record, at) => (string?)record["id"] == "7"
            ? Answers.Error("INVALID_DATA", $$"""{"api_name":"id","json_path":"$.data[{{at}}].id"}""")
            : Done((string)record["id"]!, "update"))));
        var client = held.Zoho.Get<ZohoCrmClient>();
        Task<ZohoRecordResult> Update(int id) => client.TryUpdateAsync("Leads", $"{id}", new Person { LastName = $"P{id}" }, PersonJson.Default.Person);

        var calls = await held.BehindAsync(() => Update(1), Enumerable.Range(2, 39).Select(id => (Func<Task<ZohoRecordResult>>)(() => Update(id))));

        Assert.Equal([7], calls.Index().Where(call => call.Item.Result.IsNotFound).Select(call => call.Index + 1));
        Assert.Equal(
            Enumerable.Range(1, 40).Where(id => id != 7).Select(id => $"{id}"), calls.Where(call => call.Result.IsSuccess).Select(call => call.Result.Id));
        Assert.Equal(1, held.Zoho.Stub.Count(Many));
    }

    [Theory]
    [InlineData("trigger", "$.trigger[0]")]
    [InlineData("duplicate_check_fields", "$.duplicate_check_fields[0]")]
    public async Task What_is_refused_beside_the_records_is_refused_for_everybody_after_one_call(string name, string path)
    {
        using var held = new HeldZoho(Upsert, body => RecordsOf(body).Count == 1
            ? Data(200, [Done("1")])
            : StubZoho.Answer(400, Answers.Error("INVALID_DATA", $$"""{"api_name":"{{name}}","json_path":"{{path}}"}""")));

        var calls = await held.BehindAsync(() => UpsertAsync(held, "p0"), Enumerable.Range(1, 40).Select(number => (Func<Task<ZohoRecordResult>>)(() => UpsertAsync(held, $"p{number}"))));

        Assert.All(calls.Skip(1), call => Assert.Equal((name, true), (
            Assert.IsType<ZohoCrmException>(call.Exception!.InnerException).Field, ((ZohoCrmException)call.Exception!.InnerException!).IsOutage)));
        Assert.Equal(2, held.Sent.Count);
    }

    [Fact]
    public async Task Notes_go_together_each_with_its_parent_and_a_lost_answer_leaves_the_outcome_of_all_open()
    {
        const string Notes = "POST /crm/v8/Notes";
        using var held = new HeldZoho(Notes, body => RecordsOf(body).Count == 1
            ? Data(201, [Done("1")])
            : throw new HttpRequestException(HttpRequestError.ResponseEnded));
        var client = held.Zoho.Get<ZohoCrmClient>();
        Task<string> Add(string lead) => client.AddNoteAsync(new("Leads", lead), new() { Content = $"For {lead}" });

        var calls = await held.BehindAsync(() => Add("1"), [() => Add("2"), () => Add("3")]);

        Assert.Equal("1", await calls[0]);
        Assert.All(calls.Skip(1), call => Assert.True(Assert.IsType<ZohoCrmException>(call.Exception!.InnerException).OutcomeUnknown));
        Assert.Equal(2, held.Sent.Count);
        Assert.Equal(
            ["""{"Note_Content":"For 2","Parent_Id":{"module":{"api_name":"Leads"},"id":"2"}}""", """{"Note_Content":"For 3","Parent_Id":{"module":{"api_name":"Leads"},"id":"3"}}"""],
            RecordsOf(held.Sent[1]).Select(record => record.ToJsonString()));
    }

    [Fact]
    public async Task Notes_of_an_answer_that_is_too_short_may_have_been_written_and_none_is_taken_for_another_leads()
    {
        using var held = new HeldZoho("POST /crm/v8/Notes", body => Data(201, RecordsOf(body).Skip(RecordsOf(body).Count > 1 ? 1 : 0).Select((_, at) => Done($"{at}"))));
        var client = held.Zoho.Get<ZohoCrmClient>();
        Task<string> Add(string lead) => client.AddNoteAsync(new("Leads", lead), new() { Content = $"For {lead}" });

        var calls = await held.BehindAsync(() => Add("1"), [() => Add("2"), () => Add("3")]);

        Assert.Equal("0", await calls[0]);
        Assert.All(calls.Skip(1), call => Assert.True(Assert.IsType<ZohoCrmException>(call.Exception!.InnerException).OutcomeUnknown));
        Assert.Equal(2, held.Sent.Count);
    }

    [Fact]
    public async Task Notes_that_are_replaced_go_together_and_one_that_is_gone_says_so()
    {
        const string Many = "PUT /crm/v8/Notes";
        using var held = new HeldZoho($"{Many}/701", _ => Data(200, [Done("701", "update")]));
        held.Zoho.Stub.Always(Many, async (request, _) => Data(207, RecordsOf(await request.Content!.ReadAsStringAsync(CancellationToken.None)).Select((record, at) => (string?)record["id"] == "703"
            ? Answers.Error("INVALID_DATA", $$"""{"api_name":"id","json_path":"$.data[{{at}}].id"}""")
            : Done((string)record["id"]!, "update"))));
        Task<bool> Update(int id) => held.Zoho.Crm.UpdateNoteAsync($"{id}", new CrmNote("T", "C\nM", "M"), default);

        var done = await held.BehindAsync(() => Update(701), Enumerable.Range(702, 19).Select(id => (Func<Task<bool>>)(() => Update(id))));

        Assert.Equal(Enumerable.Range(701, 20).Select(id => id != 703), done.Select(one => one.Result));
        Assert.Equal(1, held.Zoho.Stub.Count(Many));
    }

    private static Task<ZohoRecordResult> UpsertAsync(HeldZoho held, string name) => held.Zoho.Get<ZohoCrmClient>().UpsertAsync(
        "Leads", new Person { LastName = name, Email = $"{name}@x.example" }, PersonJson.Default.Person, new() { DuplicateCheckFields = ["Email"] });

    private static string IdOf(string email) => $"5{email.Split('@')[0][1..]}";
}
