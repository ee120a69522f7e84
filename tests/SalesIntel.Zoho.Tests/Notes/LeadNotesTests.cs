using System.Text.Json.Nodes;
using SalesIntel.Crm;
using SalesIntel.Zoho.Client;
using SalesIntel.Zoho.Crm;
using SalesIntel.Zoho.Tests.Support;
using static SalesIntel.Zoho.Tests.Support.ZohoHarness;

namespace SalesIntel.Zoho.Tests.Notes;

public class LeadNotesTests
{
    private const string Marker = "SalesIntel 1a2b3c4d5e6f";
    private const string List = "GET /crm/v8/Leads/5001/Notes";
    private const string Post = "POST /crm/v8/Notes";
    private const string Put = "PUT /crm/v8/Notes/7001";
    private const string Get = "GET /crm/v8/Notes/7001";
    private static readonly CrmNote Note = new("Demo booked", $"Zoë asked.\n\n{Marker}", Marker);

    [Fact]
    public async Task Row_6_2_a_note_is_added_to_its_lead()
    {
        using var zoho = new ZohoHarness(o => o.Trigger = ["workflow"]);
        zoho.Stub.On(Post, 201, Answers.Added);

        Assert.Equal("7001", await zoho.Crm.CreateNoteAsync("5001", Note, default));

        Assert.Equal(
            """{"data":[{"Note_Title":"Demo booked","Note_Content":"Zoë asked.\n\nSalesIntel 1a2b3c4d5e6f","Parent_Id":{"module":{"api_name":"Leads"},"id":"5001"}}]}""",
            Assert.Single(zoho.Stub.Calls).Body);
    }

    [Fact]
    public async Task A_note_is_replaced_by_its_id()
    {
        using var zoho = new ZohoHarness();
        zoho.Stub.On(Put, 200, Answers.Added);

        Assert.True(await zoho.Crm.UpdateNoteAsync("7001", Note, default));

        Assert.StartsWith("""{"data":[{"Note_Title":"Demo booked",""", Assert.Single(zoho.Stub.Calls).Body);
    }

    [Theory]
    [InlineData(400, """{"data":[{"code":"INVALID_DATA","details":{"api_name":"id","json_path":"$.data[0].id"},"status":"error"}]}""")]
    [InlineData(400, """{"data":[{"code":"INVALID_DATA","details":{"id":"7001"},"status":"error"}]}""")]
    [InlineData(404, """{"code":"INVALID_DATA","details":{},"status":"error"}""")]
    public async Task A_note_that_is_gone_is_told(int status, string body)
    {
        using var zoho = new ZohoHarness();
        zoho.Stub.On(Put, status, body);

        Assert.False(await zoho.Crm.UpdateNoteAsync("7001", Note, default));
    }

    [Fact]
    public async Task Row_6_5_a_note_refused_for_its_text_is_a_failure()
    {
        using var zoho = new ZohoHarness();
        zoho.Stub.On(Put, 400, Answers.Row("INVALID_DATA", """{"api_name":"Note_Content","maximum_length":100}"""))
            .On(Post, 400, Answers.Row("INVALID_DATA", """{"api_name":"Parent_Id"}"""));

        var update = await FailsAsync(() => zoho.Crm.UpdateNoteAsync("7001", Note, default));
        var create = await FailsAsync(() => zoho.Crm.CreateNoteAsync("5001", Note, default));

        Assert.Contains("Note_Content is not valid (at most 100 characters)", update.Message);
        Assert.Equal(("INVALID_DATA", false, false), (create.Code, create.IsTransient, create.OutcomeUnknown));
        Assert.Contains("5001", create.Message);
    }

    [Theory]
    [InlineData(200, """{"data":[{"id":"7001","Note_Title":"T","Note_Content":"Zoë asked.\n\nSalesIntel 1a2b3c4d5e6f"}]}""", "Zoë asked.\n\nSalesIntel 1a2b3c4d5e6f")]
    [InlineData(200, """{"data":[{"id":"7001","Note_Title":"T","Note_Content":null}]}""", "")]
    [InlineData(204, "", null)]
    [InlineData(404, """{"code":"RESOURCE_NOT_FOUND","details":{},"message":"m","status":"error"}""", null)]
    [InlineData(400, """{"data":[{"code":"INVALID_DATA","details":{"api_name":"id"},"status":"error"}]}""", null)]
    public async Task Text_of_a_note_is_read_by_its_id(int status, string body, string? text)
    {
        using var zoho = new ZohoHarness();
        zoho.Stub.On(Get, status, body);

        Assert.Equal(text, await zoho.Crm.GetNoteTextAsync("7001", default));

        Assert.Equal("?fields=Note_Title%2CNote_Content%2CCreated_Time", Assert.Single(zoho.Stub.Calls).Uri.Query);
    }

    [Fact]
    public async Task Note_that_may_not_be_read_is_a_failure_and_no_missing_note()
    {
        using var zoho = new ZohoHarness();
        zoho.Stub.On(Get, 401, Answers.Error("OAUTH_SCOPE_MISMATCH")).On(Get, 200, """{"data":[]}""");

        Assert.Contains("ZohoCRM.modules.notes.READ", (await FailsAsync(() => zoho.Crm.GetNoteTextAsync("7001", default))).Message);
        await FailsAsync(() => zoho.Crm.InBackground().GetNoteTextAsync("7001", default));
        await Assert.ThrowsAsync<ArgumentException>(() => zoho.Crm.GetNoteTextAsync("../Leads", default));
    }

    [Theory]
    [InlineData("""{"api_name":"Note_Content"}""", "Zoë asked 🚀.", "Zoë asked .\nSalesIntel 1a2b3c4d5e6f")]
    [InlineData("""{"api_name":"Note_Content","maximum_length":"120"}""", "long ", null)]
    public async Task Refused_text_of_a_note_is_sent_in_another_form_with_its_marker(string details, string text, string? expected)
    {
        using var zoho = new ZohoHarness();
        zoho.Stub.On(Post, 400, Answers.Row("INVALID_DATA", details)).On(Post, 201, Answers.Added);
        var content = expected is null ? string.Concat(Enumerable.Repeat(text, 40)) : text;

        Assert.Equal("7001", await zoho.Crm.CreateNoteAsync("5001", new CrmNote("T", $"{content}\n{Marker}", Marker), default));

        var sent = (string)JsonNode.Parse(zoho.Stub.Calls[1].Body!)!["data"]![0]!["Note_Content"]!;
        Assert.EndsWith(Marker, sent);
        Assert.InRange(sent.Length, 20, 120);
        Assert.True(expected is null || sent == expected, sent);
    }

    [Fact]
    public async Task Title_and_text_that_are_refused_one_after_the_other_are_both_sent_in_another_form()
    {
        using var zoho = new ZohoHarness();
        zoho.Stub.On(Post, 400, Answers.Row("INVALID_DATA", """{"api_name":"Note_Title"}"""))
            .On(Post, 400, Answers.Row("INVALID_DATA", """{"api_name":"Note_Content"}"""))
            .On(Post, 400, Answers.Row("INVALID_DATA", """{"api_name":"Note_Content","maximum_length":"100"}"""))
            .On(Post, 201, Answers.Added);

        var text = $"Zoë asked \U0001F680. {new string('n', 100)}\n{Marker}";
        Assert.Equal("7001", await zoho.Crm.CreateNoteAsync("5001", new CrmNote("Launch \U0001F680", text, Marker), default));

        var sent = JsonNode.Parse(zoho.Stub.Calls[3].Body!)!["data"]![0]!;
        Assert.Equal("Launch", (string?)sent["Note_Title"]);
        Assert.InRange(((string)sent["Note_Content"]!).Length, 90, 100);
    }

    [Theory]
    [InlineData("INVALID_DATA", """{"api_name":"Note_Title"}""")]
    [InlineData("INVALID_DATA", """{"json_path":"$.data[0].Note_Title","maximum_length":40}""")]
    [InlineData("LIMIT_EXCEEDED", """{"api_name":"Note_Title","limit":40}""")]
    public async Task Title_that_is_refused_in_every_form_is_left_out_and_the_note_is_written(string code, string details)
    {
        using var zoho = new ZohoHarness();
        zoho.Stub.On(Post, 400, Answers.Row(code, details)).On(Post, 201, Answers.Added);

        Assert.Equal("7001", await zoho.Crm.CreateNoteAsync("5001", Note, default));

        var sent = JsonNode.Parse(zoho.Stub.Calls[1].Body!)!["data"]![0]!.AsObject();
        Assert.False(sent.ContainsKey("Note_Title"));
        Assert.EndsWith(Marker, (string)sent["Note_Content"]!);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(504)]
    [InlineData(201)]
    public async Task A_lost_answer_leaves_open_whether_the_note_is_there(int status)
    {
        using var zoho = new ZohoHarness();
        zoho.Stub.On(Post, status);

        Assert.True((await FailsAsync(() => zoho.Crm.CreateNoteAsync("5001", Note, default))).OutcomeUnknown);
    }

    [Fact]
    public async Task Row_6_4_a_note_is_found_by_its_whole_marker_on_any_page()
    {
        using var zoho = new ZohoHarness();
        const string other = """{"data":[{"id":"1","Note_Content":"x\nSalesIntel 1a2b3c4d5e6f0"},{"id":"2","Note_Content":null}],"info":{"more_records":true}}""";
        const string hit = """{"data":[{"id":"3","Note_Content":"x\nSalesIntel 1a2b3c4d5e6f"}],"info":{"more_records":true}}""";
        zoho.Stub.On(List, 200, other).On(List, 200, hit);

        Assert.Equal("3", await zoho.Crm.FindNoteAsync("5001", Marker, default));

        Assert.Equal(
            ["?fields=id%2CNote_Title%2CNote_Content%2CCreated_Time&sort_by=Created_Time&sort_order=desc&page=1&per_page=200",
                "?fields=id%2CNote_Title%2CNote_Content%2CCreated_Time&sort_by=Created_Time&sort_order=desc&page=2&per_page=200"],
            zoho.Stub.Calls.Select(c => c.Uri.Query));
    }

    [Fact]
    public async Task A_text_that_the_list_cuts_is_read_whole_before_a_note_counts_as_missing()
    {
        using var zoho = new ZohoHarness();
        var cut = new string('x', 500);
        zoho.Stub.On(List, 200, $$$"""{"data":[{"id":"7001","Note_Content":"{{{cut}}}"}],"info":{"more_records":false}}""");
        zoho.Stub.On(Get, 200, $$"""{"data":[{"id":"7001","Note_Content":"{{cut}} and more\nSalesIntel 1a2b3c4d5e6f"}]}""");

        Assert.Equal("7001", await zoho.Crm.FindNoteAsync("5001", Marker, default));
        Assert.EndsWith(Marker, await zoho.Crm.GetNoteTextAsync("7001", default), StringComparison.Ordinal);

        Assert.Equal(2, zoho.Stub.Calls.Count);
    }

    [Fact]
    public async Task The_text_of_a_note_that_was_just_found_is_not_read_again_and_later_it_is()
    {
        using var zoho = new ZohoHarness();
        const string listed = """{"data":[{"id":"7001","Note_Content":"as written\nSalesIntel 1a2b3c4d5e6f"}],"info":{"more_records":false}}""";
        const string edited = """{"data":[{"id":"7001","Note_Content":"edited\nSalesIntel 1a2b3c4d5e6f"}]}""";
        zoho.Stub.On(List, 200, listed).On(List, 200, listed).On(Get, 200, edited).On(Get, 200, edited);

        await zoho.Crm.FindNoteAsync("5001", Marker, default);
        Assert.StartsWith("as written", await zoho.Crm.GetNoteTextAsync("7001", default), StringComparison.Ordinal);
        Assert.StartsWith("edited", await zoho.Crm.GetNoteTextAsync("7001", default), StringComparison.Ordinal);

        await zoho.Crm.FindNoteAsync("5001", Marker, default);
        zoho.Time.Advance(TimeSpan.FromSeconds(10));
        Assert.StartsWith("edited", await zoho.Crm.GetNoteTextAsync("7001", default), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_note_is_none_and_the_search_ends()
    {
        using var zoho = new ZohoHarness();
        zoho.Stub.On(List, 204);
        Assert.Null(await zoho.Crm.FindNoteAsync("5001", Marker, default));

        for (var i = 0; i < 5; i++)
        {
            zoho.Stub.On(List, 200, """{"data":[{"id":"1","Note_Content":"other"}],"info":{"more_records":true}}""");
        }

        Assert.Null(await zoho.Crm.FindNoteAsync("5001", Marker, default));
        Assert.Equal(6, zoho.Stub.Calls.Count);
    }

    [Fact]
    public async Task A_lead_that_is_gone_can_not_be_looked_through()
    {
        using var zoho = new ZohoHarness();
        zoho.Stub.On(List, 400, Answers.Error("INVALID_DATA", """{"resource_path_index":1}"""));

        Assert.Equal("INVALID_DATA", (await FailsAsync(() => zoho.Crm.FindNoteAsync("5001", Marker, default))).Code);
    }

    [Theory]
    [InlineData(32_000)]
    [InlineData(32_001)]
    [InlineData(90_000)]
    public async Task Row_6_1_a_long_note_keeps_its_marker_and_says_what_is_missing(int length)
    {
        using var zoho = new ZohoHarness();
        zoho.Stub.On(Post, 201, Answers.Added);
        var text = new string('ü', length - Marker.Length - 1) + "\n" + Marker;

        await zoho.Crm.CreateNoteAsync("5001", new CrmNote(new string('t', 200), text, Marker), default);

        var sent = JsonNode.Parse(zoho.Stub.Calls[0].Body!)!["data"]![0]!;
        var content = (string)sent["Note_Content"]!;
        Assert.InRange(content.Length, 31_900, ZohoNote.MaxContent);
        Assert.EndsWith("\n" + Marker, content);
        Assert.Equal(length > 32_000, content.Contains($"[Shortened: this text had {length} characters, Zoho takes 32000.]"));
        Assert.Equal(120, ((string)sent["Note_Title"]!).Length);
    }

    [Fact]
    public void A_marker_that_is_missing_is_added()
    {
        Assert.Equal($"text\n{Marker}", MarkedText.Shorten("text", Marker, 32_000));
        Assert.Equal($"text\n({Marker})", MarkedText.Shorten($"text\n({Marker})\n", Marker, 32_000));
    }
}
