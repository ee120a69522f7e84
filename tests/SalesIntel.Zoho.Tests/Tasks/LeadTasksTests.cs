using System.Text.Json.Nodes;
using SalesIntel.Crm;
using SalesIntel.Zoho.Tests.Support;
using static SalesIntel.Zoho.Tests.Support.ZohoHarness;

namespace SalesIntel.Zoho.Tests.Tasks;

public class LeadTasksTests
{
    private const string Marker = "SalesIntel 1a2b3c4d5e6f";
    private const string Post = "POST /crm/v8/Tasks";
    private const string List = "GET /crm/v8/Leads/5001/Tasks";
    private static readonly CrmTask Task1 = new("Follow up", new DateOnly(2026, 11, 24), $"Call.\n{Marker}", Marker);

    [Fact]
    public async Task Row_7_1_a_task_is_related_to_its_lead()
    {
        using var zoho = new ZohoHarness(o => { o.OwnerId = "4200"; o.Trigger = []; });
        zoho.Stub.On(Post, 201, Answers.Added);

        Assert.Equal("7001", await zoho.Crm.CreateTaskAsync("5001", Task1, default));

        Assert.Equal(
            """{"data":[{"Subject":"Follow up","Due_Date":"2026-11-24","Description":"Call.\nSalesIntel 1a2b3c4d5e6f","Status":"Not Started","Priority":"Normal","What_Id":{"id":"5001"},"$se_module":"Leads","Owner":{"id":"4200"}}],"trigger":[]}""",
            Assert.Single(zoho.Stub.Calls).Body);
    }

    [Fact]
    public async Task A_long_subject_is_shortened()
    {
        using var zoho = new ZohoHarness();
        zoho.Stub.On(Post, 201, Answers.Added);

        await zoho.Crm.CreateTaskAsync("5001", Task1 with { Subject = new string('s', 300) }, default);

        Assert.Equal(255, ((string)JsonNode.Parse(zoho.Stub.Calls[0].Body!)!["data"]![0]!["Subject"]!).Length);
    }

    [Fact]
    public async Task A_wrong_owner_does_not_cost_the_task()
    {
        using var zoho = new ZohoHarness(o => o.OwnerId = "4200");
        zoho.Stub.On(Post, 400, Answers.Row("INVALID_DATA", """{"api_name":"id","json_path":"$.data[0].Owner.id"}"""))
            .On(Post, 201, Answers.Added);

        Assert.Equal("7001", await zoho.Crm.CreateTaskAsync("5001", Task1, default));

        Assert.DoesNotContain("Owner", zoho.Stub.Calls[1].Body);
        Assert.Contains(zoho.Logs.Lines, l => l.StartsWith("Warning 5010 Zoho Tasks: Owner"));
    }

    [Theory]
    [InlineData("INVALID_DATA", """{"api_name":"id","json_path":"$.data[0].What_Id.id"}""", "What_Id")]
    [InlineData("MANDATORY_NOT_FOUND", """{"api_name":"Subject"}""", "Subject")]
    public async Task A_task_without_its_lead_is_a_failure(string code, string details, string field)
    {
        using var zoho = new ZohoHarness();
        zoho.Stub.On(Post, 400, Answers.Row(code, details));

        var failure = await FailsAsync(() => zoho.Crm.CreateTaskAsync("5001", Task1, default));

        Assert.Equal((code, false, false), (failure.Code, failure.IsTransient, failure.OutcomeUnknown));
        Assert.Contains(field, failure.Message);
        Assert.Single(zoho.Stub.Calls);
    }

    [Fact]
    public async Task Task_whose_text_is_too_long_keeps_its_marker()
    {
        using var zoho = new ZohoHarness();
        zoho.Stub.On(Post, 400, Answers.Row("INVALID_DATA", """{"api_name":"Description","maximum_length":"120"}""")).On(Post, 201, Answers.Added);
        var text = string.Concat(Enumerable.Repeat("Call about the demo. ", 30));

        await zoho.Crm.CreateTaskAsync("5001", Task1 with { Description = $"{text}\n{Marker}" }, default);

        var sent = (string)JsonNode.Parse(zoho.Stub.Calls[1].Body!)!["data"]![0]!["Description"]!;
        Assert.EndsWith("\n" + Marker, sent);
        Assert.InRange(sent.Length, 80, 120);
    }

    [Fact]
    public async Task A_lost_answer_leaves_open_whether_the_task_is_there()
    {
        using var zoho = new ZohoHarness();
        zoho.Stub.Hang(Post);
        var call = zoho.Crm.CreateTaskAsync("5001", Task1, default);
        zoho.Time.Advance(TimeSpan.FromSeconds(30));

        var failure = await FailsAsync(() => call);

        Assert.Equal(("timeout", true, true), (failure.Code, failure.IsTransient, failure.OutcomeUnknown));
    }

    [Fact]
    public async Task Row_7_1_a_task_is_found_by_its_marker()
    {
        using var zoho = new ZohoHarness();
        zoho.Stub.On(List, 200, $$"""{"data":[{"id":"1","Description":null},{"id":"2","Description":"Call.\n{{Marker}}"}]}""").On(List, 204);

        Assert.Equal("2", await zoho.Crm.FindTaskAsync("5001", Marker, default));
        Assert.Null(await zoho.Crm.FindTaskAsync("5001", Marker, default));

        Assert.StartsWith("?fields=id%2CSubject%2CDescription&", zoho.Stub.Calls[0].Uri.Query);
    }
}
