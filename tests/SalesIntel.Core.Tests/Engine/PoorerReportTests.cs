using System.Text;
using System.Text.Json.Nodes;
using SalesIntel.Leads;
using SalesIntel.Testing;
using SalesIntel.Webhooks.ReadAi;

namespace SalesIntel.Core.Tests.Engine;

/// <summary>Two reports of one meeting of which one knows less: what the other one says is not lost, whichever comes last.</summary>
public sealed class PoorerReportTests
{
    private static readonly string Rich = Report("one", "rep@seller.example", "ann@oak.example");
    private static readonly string Poor = Report("two", null, null);

    [Fact]
    public async Task Name_and_values_of_the_lead_stay_when_a_later_report_has_no_addresses()
    {
        var before = await PreviewAsync(Rich);
        var after = await PreviewAsync(Rich, Poor);

        Assert.Equal(("Ann", "Oak"), (after.Lead.FirstName, after.Lead.LastName));
        Assert.Contains("twelve hours", after.CrmFields["meddic_metrics"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.True(JsonNode.DeepEquals(before.CrmFields, after.CrmFields), after.CrmFields.ToJsonString());
    }

    [Fact]
    public async Task Lead_is_named_among_those_who_took_part()
    {
        var after = await PreviewAsync(Rich, Poor);

        Assert.Contains("Ann Oak <ann@oak.example>", after.Notes[^1].Content, StringComparison.Ordinal);
        Assert.DoesNotContain("Rep One <ann@oak.example>", after.Notes[^1].Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Name_stays_when_a_later_report_names_somebody_else()
    {
        var after = await PreviewAsync(Rich, Report("two", "rep@seller.example", "bo@elm.example", "Bo Elm"));

        Assert.Equal(("ann@oak.example", "Ann", "Oak"), (after.Lead.Email, after.Lead.FirstName, after.Lead.LastName));
    }

    private static async Task<PreviewedLead> PreviewAsync(params string[] bodies)
    {
        var team = new TeamOptions { InternalDomains = ["seller.example"] };
        var preview = new LeadPreview([new ReadAiSource(new ReadAiOptions())], new LeadPreviewSetup { Team = team });
        PreviewedLead? lead = null;
        foreach (var body in bodies)
        {
            lead = await preview.ReceiveAsync("readai", Encoding.UTF8.GetBytes(body), CancellationToken.None);
        }

        return lead!;
    }

    private static string Report(string request, string? rep, string? guest, string name = "Ann Oak") => new JsonObject
    {
        ["session_id"] = "M",
        ["request_id"] = request,
        ["trigger"] = "meeting_end",
        ["title"] = "Product demo",
        ["start_time"] = "2026-12-08T15:00:00Z",
        ["end_time"] = "2026-12-08T15:31:00Z",
        ["participants"] = new JsonArray(Person("Rep One", rep), Person(name, guest)),
        ["transcript"] = new JsonObject
        {
            ["speaker_blocks"] = new JsonArray(
                Said("Rep One", "Thanks for joining this demo. How do reviews work today?"),
                Said("Ann Oak", "We lose about twelve hours a week chasing approvals by e-mail."),
                Said("Rep One", "Who signs for a tool like this?"),
                Said("Ann Oak", "Our CFO signs anything above ten thousand dollars.")),
        },
    }.ToJsonString();

    private static JsonObject Person(string name, string? email) => new() { ["name"] = name, ["email"] = email };

    private static JsonObject Said(string name, string words) => new() { ["speaker"] = new JsonObject { ["name"] = name }, ["words"] = words };
}
