using System.Text.Json.Nodes;
using SalesIntel.Crm;
using SalesIntel.Zoho.Tests.Support;

namespace SalesIntel.Zoho.Tests.Batches;

/// <summary>Leads that are read and looked for while others are.</summary>
public sealed class ReadKindTests
{
    private const string List = "GET /crm/v8/Leads";
    private const string Search = "GET /crm/v8/Leads/search";
    private const string Coql = "POST /crm/v8/coql";

    [Fact]
    public async Task Fifty_ids_are_read_with_one_call_of_all_columns_that_anybody_asks_for()
    {
        string[] ids = [.. Enumerable.Range(0, 70).Select(number => $"50000000000000000{number:00}")];
        using var held = new HeldZoho($"{List}/{ids[0]}", _ => Rows([ids[0]]));
        held.Zoho.Stub.Always(List, (request, _) => Task.FromResult(Rows(
            Parameter(Uri.UnescapeDataString(request.RequestUri!.Query), "ids").Split(',').Where(id => id != ids[7]))));
        Task<CrmLead?> Get(int at) => held.Zoho.Crm.GetLeadAsync(ids[at], [at % 2 == 0 ? "City" : "Company"], default);

        var calls = await held.BehindAsync(() => Get(0), Enumerable.Range(1, 69).Select(at => (Func<Task<CrmLead?>>)(() => Get(at))));
        CrmLead?[] leads = [.. calls.Select(call => call.Result)];
        string[] queries = [.. held.Zoho.Stub.Calls.Where(call => call.Route == List).Select(call => Uri.UnescapeDataString(call.Uri.Query))];

        Assert.Equal(ids, leads.Select((lead, at) => lead?.Id ?? (at == 7 ? ids[7] : "")));
        Assert.Null(leads[7]);
        Assert.All(leads.Where(lead => lead is not null), lead => Assert.Single(lead!.Fields));
        Assert.Equal([50, 19], queries.Select(query => Parameter(query, "ids").Split(',').Length));
        Assert.All(queries, query => Assert.InRange(Parameter(query, "ids").Length, 1, 1_024));
        Assert.All(queries, query => Assert.Equal(["City", "Company", "Converted__s", "Email"], Parameter(query, "fields").Split(',').Order()));
    }

    [Fact]
    public async Task Columns_that_are_more_than_one_read_takes_are_read_in_several()
    {
        using var held = new HeldZoho(List, query => Rows(Parameter(query, "ids").Split(',')), holds: false);
        held.Zoho.Stub.Always($"{List}/5001", (_, _) => Task.FromResult(Rows(["5001"])));

        var leads = await Task.WhenAll(Enumerable.Range(1, 8).Select(id => held.Zoho.Crm.GetLeadAsync(
            $"500{id}", [.. Enumerable.Range(0, 30).Select(field => $"A_field_with_quite_a_long_name_{id}_{field}")], default)));

        Assert.All(leads, lead => Assert.NotNull(lead));
        Assert.All(held.Sent, query =>
        {
            Assert.InRange(Parameter(query, "fields").Split(',').Length, 1, 50);
            Assert.InRange(Parameter(query, "fields").Length, 1, 1_024);
        });
    }

    [Fact]
    public async Task Text_with_formats_is_read_record_by_record_because_a_list_shows_its_beginning_only()
    {
        var rich = Answers.Fields.Replace("\"type\":\"small\"", "\"type\":\"rich_text\"", StringComparison.Ordinal);
        using var held = new HeldZoho(
            List,
            query => Rows(Parameter(query, "ids").Split(','), ("Pains", new string('x', 500))),
            holds: false,
            stub: new StubZoho().On(ZohoHarness.FieldsRoute, 200, rich));
        string[] ids = [.. Enumerable.Range(1, 12).Select(number => $"50{number:00}")];
        foreach (var id in ids)
        {
            held.Zoho.Stub.Always($"{List}/{id}", (_, _) => Task.FromResult(Rows([id], ("Pains", new string('x', 700)))));
        }

        var leads = await Task.WhenAll(ids.Select(id => held.Zoho.Crm.GetLeadAsync(id, ["Pains", "Company"], default)));

        Assert.All(leads, lead => Assert.Equal(700, ((string)lead!.Fields["Pains"]!).Length));
        Assert.All(held.Sent, query => Assert.DoesNotContain("Pains", Parameter(query, "fields")));
    }

    [Fact]
    public async Task Long_text_of_a_field_of_which_nothing_is_known_is_read_again_by_itself()
    {
        using var held = new HeldZoho(List, query => Rows(Parameter(query, "ids").Split(','), ("Pains", new string('x', 500))), holds: false);
        string[] ids = [.. Enumerable.Range(1, 12).Select(number => $"50{number:00}")];
        foreach (var id in ids)
        {
            held.Zoho.Stub.Always($"{List}/{id}", (_, _) => Task.FromResult(Rows([id], ("Pains", new string('x', 700)))));
        }

        var leads = await Task.WhenAll(ids.Select(id => held.Zoho.Crm.GetLeadAsync(id, ["Pains"], default)));

        Assert.All(leads, lead => Assert.Equal(700, ((string)lead!.Fields["Pains"]!).Length));
    }

    [Fact]
    public async Task A_hundred_addresses_are_one_query_and_those_it_does_not_show_are_searched_for_once_among_converted_ones()
    {
        using var held = new HeldZoho(
            Coql,
            body => Found(JsonNode.Parse(body)!["select_query"]!.ToString().Split('\'').Where((_, at) => at % 2 == 1).Where(email => !email.StartsWith('c') && !email.StartsWith('n'))),
            fields: true,
            queries: true);
        held.Zoho.Stub.Always(Search, (request, _) => Task.FromResult(Found(
            AddressesOf(Uri.UnescapeDataString(request.RequestUri!.Query)).Where(email => email.StartsWith('c')),
            ",\"Converted__s\":true")));
        string[] emails = [.. Enumerable.Range(0, 100).Select(number => $"{(number % 10 == 3 ? 'c' : number % 10 == 4 ? 'n' : 'p')}{number}@x.example")];

        var calls = await held.BehindAsync(
            () => held.Zoho.Crm.FindLeadsAsync(["first@x.example"], ["City"], default),
            emails.Select(email => (Func<Task<IReadOnlyList<CrmLead>>>)(() => held.Zoho.Crm.FindLeadsAsync([email], ["Company"], default))));

        Assert.Equal(2, held.Sent.Count);
        Assert.Equal(emails.Select(email => email.StartsWith('n') ? "" : email), calls.Skip(1).Select(call => call.Result.SingleOrDefault()?.Email ?? ""));
        Assert.All(calls.Skip(1).SelectMany(call => call.Result), lead => Assert.Equal(lead.Email.StartsWith('c'), lead.IsConverted));
        Assert.All(held.Zoho.Stub.Calls.Where(call => call.Route == Search), call => Assert.Contains("converted=both", call.Uri.Query));
        Assert.Equal(
            emails.Where(email => email[0] is 'c' or 'n').Order(),
            held.Zoho.Stub.Calls.Where(call => call.Route == Search).SelectMany(call => AddressesOf(Uri.UnescapeDataString(call.Uri.Query))).Order());
    }

    [Theory]
    [InlineData(401, "OAUTH_SCOPE_MISMATCH")]
    [InlineData(401, "AUTHORIZATION_FAILED")]
    [InlineData(403, "NO_PERMISSION")]
    public async Task Token_without_the_scope_of_queries_costs_one_refused_call_and_no_outage(int status, string code)
    {
        using var zoho = new ZohoHarness(fields: true, queries: true);
        zoho.Stub.On(Coql, status, Answers.Error(code)).Always(Search, (_, _) => Task.FromResult(StubZoho.Answer(204, "")));

        Assert.Empty(await zoho.Crm.FindLeadsAsync(["a@x.example"], [], default));
        Assert.Empty(await zoho.Crm.FindLeadsAsync(["b@x.example"], [], default));

        Assert.Equal((1, 2), (zoho.Stub.Count(Coql), zoho.Stub.Count(Search)));
    }

    [Theory]
    [InlineData("INVALID_QUERY")]
    [InlineData("SYNTAX_ERROR")]
    [InlineData("LIMIT_EXCEEDED")]
    [InlineData("A_CODE_OF_TOMORROW")]
    public async Task Field_that_went_since_the_fields_were_read_does_not_keep_a_lead_from_being_found(string code)
    {
        using var zoho = new ZohoHarness(fields: true, queries: true);
        zoho.Stub.On(Coql, 400, Answers.Error(code, """{"column_name":"Company"}""")).On(Search, 200, """{"data":[{"id":"1","Email":"a@x.example"}]}""");

        Assert.Single(await zoho.Crm.FindLeadsAsync(["a@x.example"], ["Company"], default));
    }

    [Fact]
    public async Task Hits_that_only_contain_the_addresses_do_not_keep_one_from_being_seen()
    {
        // More hits than are read of a search that has several addresses: fewer addresses have fewer of them.
        using var held = new HeldZoho(Search, query => Parameter(query, "criteria").Contains(":in:", StringComparison.Ordinal)
            ? Found(Enumerable.Range(0, 200).Select(number => $"x{number}@x.example"), info: ",\"info\":{\"more_records\":true}")
            : Found([Parameter(query, "criteria").Split(':')[2].TrimEnd(')')]));

        var calls = await held.BehindAsync(
            () => held.Zoho.Crm.FindLeadsAsync(["p0@x.example"], [], default),
            [() => held.Zoho.Crm.FindLeadsAsync(["p1@x.example"], [], default), () => held.Zoho.Crm.FindLeadsAsync(["p2@x.example"], [], default)]);

        Assert.Equal(["p0@x.example", "p1@x.example", "p2@x.example"], calls.Select(call => Assert.Single(call.Result).Email));
    }

    private static string[] AddressesOf(string query) => query.Split("criteria=(Email:")[1].Split(')')[0].Split(':')[1].Split(',');

    private static string Parameter(string query, string name) => query.Split($"{name}=")[1].Split('&')[0];

    private static HttpResponseMessage Rows(IEnumerable<string> ids, params (string Name, string Value)[] fields) => StubZoho.Answer(
        200, $$"""{"data":[{{string.Join(',', ids.Select(id => Row(id, fields)))}}]}""");

    private static string Row(string id, (string Name, string Value)[] fields)
    {
        var row = new JsonObject { ["id"] = id, ["Email"] = "a@x.example", ["City"] = $"C{id}", ["Company"] = $"N{id}" };
        foreach (var (name, value) in fields)
        {
            row[name] = value;
        }

        return row.ToJsonString();
    }

    private static HttpResponseMessage Found(IEnumerable<string> emails, string more = "", string info = "")
    {
        var rows = emails.Select(email => $"{{\"id\":\"{Convert.ToHexString(System.Text.Encoding.ASCII.GetBytes(email))}\",\"Email\":\"{email}\"{more}}}").ToList();
        return rows.Count == 0 ? StubZoho.Answer(204, "") : StubZoho.Answer(200, $"{{\"data\":[{string.Join(',', rows)}]{info}}}");
    }
}
