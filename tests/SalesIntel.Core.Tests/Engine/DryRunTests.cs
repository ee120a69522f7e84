using System.Text.Json.Nodes;
using SalesIntel.Core.Tests.Fakes;
using SalesIntel.Core.Tests.Operations;
using SalesIntel.Leads;
using SalesIntel.Storage.Contract;

namespace SalesIntel.Core.Tests.Engine;

/// <summary>A dry run does everything but write; what it chose or made up does not bind what happens for real.</summary>
public sealed class DryRunTests
{
    private const string Ada = "ada@quill.example";
    private const string Bo = "bo@reed.example";

    private readonly Pipeline pipeline = new(options => options.DryRun = true);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Nothing_is_written_and_everything_is_shown(bool hasCrm)
    {
        var dry = new Pipeline(options => options.DryRun = true, hasCrm);

        var stored = await dry.EventAsync(await dry.PostAndDrainAsync(Bodies.Created("A", Ada, 0, 48)));

        Assert.Equal((EventStatus.Processed, true, ""), (stored.Status, stored.DryRun, stored.LastError));
        Assert.Equal(
            ["extraction Done", "facts DryRun", "intelligence DryRun", "note DryRun", "task DryRun"],
            stored.Ledger.Select(effect => $"{effect.Key} {effect.Value.State}").Order(StringComparer.Ordinal));
        Assert.Equal("DemoBooked", Field(stored, "facts", "lead_status"));
        Assert.Equal("Company of A", Field(stored, "intelligence", "company_name"));
        Assert.Contains("Ask about A.", stored.Ledger["note"].Detail, StringComparison.Ordinal);
        Assert.Contains("\"due_date\"", stored.Ledger["task"].Detail, StringComparison.Ordinal);
        Assert.Empty(dry.Crm.Writes);
        var lead = await dry.Store.GetLeadAsync(LeadKey.FromEmail(Ada), CancellationToken.None);
        Assert.Equal(("", 0, 0, 0), (lead.CrmId, lead.Written.Count, lead.OtherForms.Count, lead.References.Count));
        Assert.NotEmpty(lead.Facts);
    }

    [Fact]
    public async Task Value_that_a_person_has_entered_is_not_in_what_would_be_written()
    {
        pipeline.Crm.Add(Ada, ("last_name", "Quill-Marsh"));

        var stored = await pipeline.EventAsync(await pipeline.PostAndDrainAsync(Bodies.Created("A", Ada, 0, 48)));

        Assert.Equal(("Ada", null), (Field(stored, "facts", "first_name"), Field(stored, "facts", "last_name")));
    }

    [Fact]
    public async Task Lead_that_could_not_be_written_fails_as_it_would_for_real()
    {
        pipeline.Crm.Add(Ada, ("is_converted", "true"));

        var stored = await pipeline.EventAsync(await pipeline.PostAndDrainAsync(Bodies.Created("A", Ada, 0, 48)));

        Assert.Equal((EventStatus.Failed, "event/lead-converted"), (stored.Status, stored.ErrorClass));
    }

    [Fact]
    public async Task CRM_that_does_not_answer_keeps_no_dry_run_waiting()
    {
        pipeline.Crm.Before = _ => throw OperatedPipeline.Away();

        var stored = await pipeline.EventAsync((await pipeline.PostAsync(Bodies.Created("A", Ada, 0, 48))).EventId);
        await pipeline.RunDueAsync();
        var other = await pipeline.EventAsync((await pipeline.PostAsync(Bodies.Created("B", Bo, 0, 48))).EventId);
        await pipeline.RunDueAsync();

        Assert.All(
            [await pipeline.EventAsync(stored.EventId), await pipeline.EventAsync(other.EventId)],
            one => Assert.Equal((EventStatus.Processed, true, 0), (one.Status, one.DryRun, one.Attempts)));

        // The second one found the circuit open and did not even ask.
        Assert.Single(pipeline.Crm.Calls);
    }

    [Fact]
    public async Task Meeting_goes_to_the_lead_in_the_CRM_also_in_a_dry_run()
    {
        pipeline.Crm.Add(Bo);

        var stored = await pipeline.EventAsync(await pipeline.PostAndDrainAsync(MeetingOfTwo()));

        Assert.Equal((LeadKey.FromEmail(Bo), LedgerState.Done), (stored.Lead!.Value, stored.Ledger["route"].State));
        Assert.Equal(Bo, await pipeline.Store.GetMeetingLeadAsync("M", CancellationToken.None));
    }

    [Theory]
    [InlineData(ExtractionMethod.Model)]
    [InlineData(ExtractionMethod.Rules)]
    public async Task Meeting_goes_to_the_lead_in_the_CRM_after_a_dry_run_without_it_chose_another_guest(ExtractionMethod readBy)
    {
        pipeline.Extractor.ReadBy = readBy;
        var bo = pipeline.Crm.Add(Bo);
        pipeline.Refuse("find");
        var body = MeetingOfTwo();
        var id = await pipeline.PostAndDrainAsync(body);
        var dry = await pipeline.EventAsync(id);
        Assert.Equal((EventStatus.Processed, true, LeadKey.FromEmail(Ada)), (dry.Status, dry.DryRun, dry.Lead!.Value));
        Assert.Contains("They count days.", dry.Ledger["note"].Detail, StringComparison.Ordinal);
        Assert.All(dry.Ledger.Values, entry => Assert.Equal(LedgerState.DryRun, entry.State));
        Assert.Null(await pipeline.Store.GetMeetingLeadAsync("M", CancellationToken.None));
        pipeline.Options.DryRun = false;
        pipeline.Heal();

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
        pipeline.Refuse("find");
        var id = (await pipeline.PostAsync(MeetingOfTwo())).EventId;
        for (var stage = 0; stage < stages; stage++)
        {
            Assert.True(await pipeline.StepAsync());
        }

        pipeline.Options.DryRun = false;
        pipeline.Heal();
        await pipeline.DrainAsync();

        Assert.Equal((EventStatus.Processed, false), (await pipeline.EventAsync(id) is var stored ? stored.Status : default, stored.DryRun));
        Assert.Equal("DemoComplete", (string?)pipeline.Crm.Leads[bo]["lead_status"]);
        Assert.Empty((await LeadAsync(Ada)).Facts);
    }

    [Fact]
    public async Task What_rules_made_up_in_a_dry_run_is_shown_and_does_not_reach_the_CRM_with_the_next_event()
    {
        pipeline.Extractor.ReadBy = ExtractionMethod.Rules;
        var id = await pipeline.PostAndDrainAsync(Bodies.Created("A", Ada, 0, 48, pain: "Slow proofs"));
        var dry = await pipeline.EventAsync(id);
        Assert.Equal(EventStatus.Processed, dry.Status);
        Assert.Contains("Ask about A.", dry.Ledger["note"].Detail, StringComparison.Ordinal);
        Assert.Contains("Slow proofs", Field(dry, "intelligence", "lead_intel"), StringComparison.Ordinal);
        Assert.Equal(LedgerState.DryRun, dry.Ledger["extraction"].State);
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

    [Fact]
    public async Task Replay_in_a_dry_run_leaves_done_what_was_done_for_real()
    {
        pipeline.Options.DryRun = false;
        var body = Bodies.Created("A", Ada, 0, 48);
        var id = await pipeline.PostAndDrainAsync(body);
        var (crm, before) = (pipeline.Crm.Snapshot(), await LeadAsync(Ada));
        pipeline.Options.DryRun = true;
        await pipeline.Operations().ReplayAsync(id, CancellationToken.None);
        await pipeline.DrainAsync();

        var stored = await pipeline.EventAsync(id);
        Assert.Equal(
            (true, LedgerState.Done, LedgerState.Done, "{}"),
            (stored.DryRun, stored.Ledger["note"].State, stored.Ledger["task"].State, stored.Ledger["facts"].Detail));
        var lead = await LeadAsync(Ada);
        Assert.Equal((before.CrmId, before.Written.ToJsonString()), (lead.CrmId, lead.Written.ToJsonString()));
        pipeline.Options.DryRun = false;
        await pipeline.PostAndDrainAsync(body);
        Assert.Equal(crm, pipeline.Crm.Snapshot());
    }

    private static string? Field(WebhookEvent stored, string effect, string field) =>
        (string?)JsonNode.Parse(stored.Ledger[effect].Detail)![field];

    private static string MeetingOfTwo()
    {
        var body = JsonNode.Parse(Bodies.Meeting("M", Ada, 60))!;
        body["participants"]!.AsArray().Add(new JsonObject { ["name"] = "Bo Reed", ["email"] = Bo });
        return body.ToJsonString();
    }

    private Task<LeadRecord> LeadAsync(string email) => pipeline.Store.GetLeadAsync(LeadKey.FromEmail(email), CancellationToken.None);
}
