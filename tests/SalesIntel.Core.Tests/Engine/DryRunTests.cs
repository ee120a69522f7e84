using System.Text.Json.Nodes;
using SalesIntel.Core.Tests.Fakes;
using SalesIntel.Core.Tests.Operations;
using SalesIntel.Leads;
using SalesIntel.Storage.Contract;

namespace SalesIntel.Core.Tests.Engine;

/// <summary>What a dry run chose or made up does not bind what happens for real.</summary>
public sealed class DryRunTests
{
    private const string Ada = "ada@quill.example";
    private const string Bo = "bo@reed.example";

    private readonly Pipeline pipeline = new(options => options.DryRun = true);

    [Theory]
    [InlineData(Reader.Model)]
    [InlineData(Reader.Rules)]
    public async Task Meeting_goes_to_the_lead_in_the_CRM_after_a_dry_run_chose_another_guest(Reader readBy)
    {
        pipeline.Extractor.ReadBy = readBy;
        var bo = pipeline.Crm.Add(Bo);
        var body = MeetingOfTwo();
        var id = await pipeline.PostAndDrainAsync(body);
        var rehearsed = await pipeline.EventAsync(id);
        Assert.Equal((EventStatus.Processed, true, LeadKey.FromEmail(Ada)), (rehearsed.Status, rehearsed.DryRun, rehearsed.Lead!.Value));
        Assert.Contains("They count days.", rehearsed.Ledger["note"].Detail, StringComparison.Ordinal);
        Assert.All(rehearsed.Ledger.Values, entry => Assert.Equal(LedgerState.DryRun, entry.State));
        Assert.Null(await pipeline.Store.GetMeetingLeadAsync("M", CancellationToken.None));
        pipeline.Options.DryRun = false;

        var preview = await pipeline.Operations().PreviewAsync(id, CancellationToken.None);
        Assert.Equal(id, await pipeline.PostAndDrainAsync(body));

        Assert.Equal((LeadKey.FromEmail(Bo), false), (preview.Lead!.Value, preview.CreatesLead!.Value));
        Assert.Equal("DemoComplete", (string?)pipeline.Crm.Leads[bo]["lead_status"]);
        Assert.Equal("They count days.", (string?)pipeline.Crm.Leads[bo]["meddic_metrics"]);
        Assert.Single(pipeline.Crm.Leads);
        Assert.Single(pipeline.Crm.Notes);
        Assert.Equal(Bo, await pipeline.Store.GetMeetingLeadAsync("M", CancellationToken.None));
        Assert.Empty((await LeadAsync(Ada)).Facts);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Meeting_on_its_way_when_dry_run_ends_is_routed_once_more(int stages)
    {
        var bo = pipeline.Crm.Add(Bo);
        var id = (await pipeline.PostAsync(MeetingOfTwo())).EventId;
        for (var stage = 0; stage < stages; stage++)
        {
            Assert.True(await pipeline.StepAsync());
        }

        pipeline.Options.DryRun = false;
        await pipeline.DrainAsync();

        Assert.Equal((EventStatus.Processed, false), (await pipeline.EventAsync(id) is var stored ? stored.Status : default, stored.DryRun));
        Assert.Equal("DemoComplete", (string?)pipeline.Crm.Leads[bo]["lead_status"]);
        Assert.Empty((await LeadAsync(Ada)).Facts);
    }

    [Fact]
    public async Task What_rules_made_up_in_a_dry_run_is_shown_and_does_not_reach_the_CRM_with_the_next_event()
    {
        pipeline.Extractor.ReadBy = Reader.Rules;
        var id = await pipeline.PostAndDrainAsync(Bodies.Created("A", Ada, 0, 48, pain: "Slow proofs"));
        var rehearsed = await pipeline.EventAsync(id);
        Assert.Equal(EventStatus.Processed, rehearsed.Status);
        Assert.Contains("Ask about A.", rehearsed.Ledger["note"].Detail, StringComparison.Ordinal);
        Assert.Contains("Slow proofs", (string?)JsonNode.Parse(rehearsed.Ledger["intelligence"].Detail)!["lead_intel"], StringComparison.Ordinal);
        Assert.Equal(LedgerState.DryRun, rehearsed.Ledger["extraction"].State);
        pipeline.Options.DryRun = false;

        await pipeline.PostAndDrainAsync(Bodies.Canceled("A", Ada, 0, 48, canceledMinute: 60));

        var lead = Assert.Single(pipeline.Crm.Leads).Value;
        Assert.Equal("DemoCanceled", (string?)lead["lead_status"]);
        Assert.Null(lead["lead_intel"]);
        Assert.DoesNotContain((await LeadAsync(Ada)).Facts, fact => fact is ValuesRead);
    }

    [Fact]
    public async Task What_a_model_read_in_a_dry_run_is_kept_and_not_paid_again()
    {
        var body = Bodies.Created("A", Ada, 0, 48);
        await pipeline.PostAndDrainAsync(body);
        pipeline.Options.DryRun = false;

        await pipeline.PostAndDrainAsync(body);

        Assert.Equal(1, pipeline.Extractor.Paid);
        Assert.NotNull(Assert.Single(pipeline.Crm.Leads).Value["lead_intel"]);
    }

    private static string MeetingOfTwo()
    {
        var body = JsonNode.Parse(Bodies.Meeting("M", Ada, 60))!;
        body["participants"]!.AsArray().Add(new JsonObject { ["name"] = "Bo Reed", ["email"] = Bo });
        return body.ToJsonString();
    }

    private Task<LeadRecord> LeadAsync(string email) => pipeline.Store.GetLeadAsync(LeadKey.FromEmail(email), CancellationToken.None);
}
