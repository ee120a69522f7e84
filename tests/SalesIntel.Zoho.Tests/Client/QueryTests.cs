using SalesIntel.Simulator;
using SalesIntel.Zoho.Client;
using SalesIntel.Zoho.Tests.OverHttp;
using SalesIntel.Zoho.Tests.Support;

namespace SalesIntel.Zoho.Tests.Client;

/// <summary>COQL and searches: what is interpolated is a value and nothing else.</summary>
public sealed class QueryTests
{
    private const string Coql = "POST /crm/v8/coql";

    [Fact]
    public void Values_are_written_as_Zoho_reads_them()
    {
        string[] emails = ["o'hara@x.example", "b@x.example"];
        var field = "Demo_At";
        ZohoQuery query = $"select id from Leads where Email in {emails} and ({field:field} = {new DateTimeOffset(2026, 11, 26, 9, 0, 0, TimeSpan.FromHours(11))} and Day = {new DateOnly(2026, 11, 26)}) or (No = {42} and Flag = {true} and D = {1.5m})";

        Assert.Equal(
            "select id from Leads where Email in ('o''hara@x.example', 'b@x.example') and (Demo_At = '2026-11-26T09:00:00+11:00' and Day = '2026-11-26')"
            + " or (No = 42 and Flag = true and D = 1.5)",
            query.ToString());
    }

    [Theory]
    [InlineData("x' or Last_Name is not null or 'a' = 'a")]
    [InlineData("'; drop")]
    [InlineData("''")]
    public void Text_can_not_end_its_quotes(string text)
    {
        ZohoQuery query = $"select id from Leads where City = {text}";

        var quoted = query.ToString()["select id from Leads where City = ".Length..];
        Assert.Equal(text, quoted[1..^1].Replace("''", "'"));
        Assert.DoesNotContain("'", quoted[1..^1].Replace("''", ""));
    }

    [Theory]
    [InlineData(@"a\")]
    [InlineData(@"\' or 1 = 1")]
    public void Text_that_some_servers_could_read_as_an_escape_is_refused(string text) =>
        Assert.Throws<ArgumentException>(() => { ZohoQuery query = $"select id from Leads where City = {text}"; return query; });

    [Theory]
    [InlineData("Email, (select")]
    [InlineData("a b")]
    [InlineData("")]
    [InlineData("x'")]
    public void Name_that_is_none_is_refused(string name)
    {
        Assert.Throws<ArgumentException>(() => { ZohoQuery query = $"select {name:field} from Leads where id is not null"; return query; });
        Assert.Throws<ArgumentException>(() => { ZohoCriteria criteria = $"({name:field}:equals:x)"; return criteria; });
        Assert.Throws<ArgumentException>(() => { ZohoQuery query = $"select {name:raw} from Leads"; return query; });
    }

    [Fact]
    public void Null_and_lists_that_no_query_takes_are_refused()
    {
        string? nothing = null;
        string[] none = [];
        int[] many = [.. Enumerable.Range(0, 101)];
        Assert.Throws<ArgumentException>(() => { ZohoQuery query = $"select id from Leads where City = {nothing}"; return query; });
        Assert.Throws<ArgumentException>(() => { ZohoQuery query = $"select id from Leads where City in {none}"; return query; });
        Assert.Throws<ArgumentException>(() => { ZohoQuery query = $"select id from Leads where No in {many}"; return query; });
    }

    [Fact]
    public void Criteria_escape_what_would_end_a_value()
    {
        ZohoCriteria criteria = $"((Last_Name:equals:{"a(b),c\\"})and(City:equals:{"x"}))";

        Assert.Equal(@"((Last_Name:equals:a\(b\)\,c\\)and(City:equals:x))", criteria.ToString());
        Assert.All([@"a\)", @"a\(b", @"\,"], value => Assert.Throws<ArgumentException>(() => { ZohoCriteria none = $"(City:equals:{value})"; return none; }));
    }

    [Fact]
    public async Task Rows_come_page_by_page_as_they_are_asked_for()
    {
        using var zoho = new ZohoHarness();
        zoho.Stub.On(Coql, 200, """{"data":[{"id":"1","Last_Name":"a"},{"id":2}],"info":{"more_records":true}}""")
            .On(Coql, 200, """{"data":[{"id":"3"}],"info":{"more_records":false}}""");
        var client = zoho.Get<ZohoCrmClient>();

        var first = await client.QueryAsync($"select id from Leads where City = {"x"}", PersonJson.Default.Person).FirstAsync();
        Assert.Equal("1", first.Id);
        Assert.Single(zoho.Stub.Calls);
        Assert.Equal("""{"select_query":"select id from Leads where City = 'x' limit 0, 200"}""", zoho.Stub.Calls[0].Body);

        Assert.Equal(["3"], (await client.QueryAsync($"select id from Leads where City = {"x"}", PersonJson.Default.Person).ToListAsync()).Select(row => row.Id));
    }

    [Fact]
    public async Task Query_with_a_limit_of_its_own_is_one_page_and_no_match_is_none()
    {
        using var zoho = new ZohoHarness();
        zoho.Stub.On(Coql, 200, """{"data":[{"id":"1"}],"info":{"more_records":true}}""").On(Coql, 204);
        var client = zoho.Get<ZohoCrmClient>();

        Assert.Single(await client.QueryAsync($"select id from Leads where City = {"x"} limit {1}", PersonJson.Default.Person).ToListAsync());
        Assert.Empty(await client.QueryAsync($"select id from Leads where City = {" limit 5"}", PersonJson.Default.Person).ToListAsync());
        Assert.EndsWith("' limit 5' limit 0, 200\"}", zoho.Stub.Calls[1].Body);
    }

    [Fact]
    public async Task Limit_that_is_a_word_of_a_value_in_the_text_of_a_query_ends_no_paging()
    {
        using var zoho = new ZohoHarness();
        zoho.Stub.On(Coql, 200, """{"data":[{"id":"1"}],"info":{"more_records":true}}""").On(Coql, 200, """{"data":[{"id":"2"}],"info":{"more_records":false}}""")
            .On(Coql, 200, """{"data":[{"id":"1"}],"info":{"more_records":true}}""");
        var client = zoho.Get<ZohoCrmClient>();

        Assert.Equal(2, (await client.QueryAsync($"select id from Leads where Company = 'Sky''s limit Ltd'", PersonJson.Default.Person).ToListAsync()).Count);
        Assert.Single(await client.QueryAsync($"select id from Leads where Company = 'Sky limit Ltd' limit 1", PersonJson.Default.Person).ToListAsync());
    }

    [Fact]
    public void Numbers_are_written_plainly_and_what_Zoho_could_read_otherwise_is_refused()
    {
        ZohoQuery query = $"select id from Leads where A = {0.1} and B = {2.5f}";
        ZohoCriteria criteria = $"((A:equals:{1.5})and(B:equals:{-3L})and(C:equals:{12.30m}))";

        Assert.Equal("select id from Leads where A = 0.1 and B = 2.5", query.ToString());
        Assert.Equal("((A:equals:1.5)and(B:equals:-3)and(C:equals:12.30))", criteria.ToString());
        Assert.All<object>([double.NaN, 1e30, float.PositiveInfinity, new DateTime(2026, 1, 2), new TimeOnly(3, 4), TimeSpan.Zero, Guid.Empty, DayOfWeek.Monday], value =>
        {
            Assert.Throws<ArgumentException>(() => { ZohoQuery none = $"select id from Leads where A = {value}"; return none; });
            Assert.Throws<ArgumentException>(() => { ZohoCriteria none = $"(A:equals:{value})"; return none; });
        });
    }

    [Theory]
    [InlineData("SYNTAX_ERROR")]
    [InlineData("INVALID_QUERY")]
    public async Task Query_that_Zoho_refuses_says_what_to_do(string code)
    {
        using var zoho = new ZohoHarness();
        zoho.Stub.On(Coql, 400, Answers.Error(code));

        var failure = (ZohoCrmException)await ZohoHarness.FailsAsync(
            async () => await zoho.Get<ZohoCrmClient>().QueryAsync($"select id from Leads where City = {"x"}", PersonJson.Default.Person).ToListAsync());

        Assert.Equal((code, false, false), (failure.Code, failure.IsOutage, failure.OutcomeUnknown));
        Assert.Contains("brackets", failure.Advice);
    }

    [Fact]
    public async Task Quick_use_of_the_client_over_real_HTTP()
    {
        await using var server = await SimulatorServer.StartAsync();
        using var zoho = new HttpZoho(server);
        var client = zoho.Client;

        var person = new Person { LastName = "O'Hara", Email = "o.hara@northwind.example" };
        var written = await client.UpsertAsync("Leads", person, PersonJson.Default.Person, new() { DuplicateCheckFields = ["Email"] });
        var note = await client.AddNoteAsync(new("Leads", written.Id!), new() { Title = "Hello", Content = "World" });
        var task = await client.AddTaskAsync(new("Leads", written.Id!), new() { Subject = "Call", DueDate = new DateOnly(2026, 11, 30) });
        var found = await client.QueryAsync($"select Last_Name, Email from Leads where Last_Name = {"O'Hara"}", PersonJson.Default.Person).ToListAsync();
        var searched = await client.SearchAsync(
            "Leads", ZohoSearch.ByEmail("o.hara@northwind.example"), ["Last_Name"], PersonJson.Default.Person).ToListAsync();
        var read = await client.GetAsync("Leads", written.Id!, PersonJson.Default.Person);
        var notes = await client.ListNotesAsync(new("Leads", written.Id!)).ToListAsync();
        var fields = await client.GetFieldsAsync("Leads");
        var converted = await client.ConvertLeadAsync(written.Id!);

        Assert.Equal(ZohoWriteAction.Inserted, written.Action);
        Assert.Equal("O'Hara", Assert.Single(found).LastName);
        Assert.Equal(written.Id, Assert.Single(searched).Id);
        Assert.Equal("o.hara@northwind.example", read!.Email);
        Assert.Equal((note, "Hello", "World"), (notes[0].Id, notes[0].Title, notes[0].Content));
        Assert.Contains(fields, field => field is { ApiName: "Last_Name", DataType: "text" });
        Assert.Equal(task, Assert.Single(server.State.Tasks).Id);
        Assert.NotNull(converted.ContactId);
        Assert.True(await client.DeleteAsync("Notes", note));
        Assert.False(await client.DeleteAsync("Notes", note));
    }
}
