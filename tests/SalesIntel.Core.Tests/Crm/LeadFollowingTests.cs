using System.Text.Json.Nodes;
using SalesIntel.Core.Tests.Fakes;
using SalesIntel.Crm;
using SalesIntel.Engine;
using SalesIntel.Failures;
using SalesIntel.Leads;

namespace SalesIntel.Core.Tests.Crm;

/// <summary>Which record of the CRM a lead is, and what is told of a write that was not taken whole.</summary>
public sealed class LeadFollowingTests
{
    private static readonly LeadField Owned = new("owned") { Policy = WritePolicy.Own };
    private static readonly LeadField Preserved = new("preserved") { Policy = WritePolicy.PreserveUserEdits };

    private readonly SynchronizedLead ada = new(Owned, Preserved);

    private TestCrm Crm => ada.Crm;

    [Fact]
    public async Task Converted_lead_that_goes_on_as_a_converted_one_is_permanent()
    {
        var second = Crm.Add("other@quill.example", ("is_converted", "true"));
        Crm.Add(SynchronizedLead.Ada, ("is_converted", "true"), ("continues_as", second));

        Assert.Equal("lead-converted", (await Assert.ThrowsAsync<PermanentFailureException>(() => ada.WriteAsync((Owned, "x")))).Code);
    }

    [Fact]
    public async Task Converted_lead_that_goes_on_as_one_that_is_gone_is_permanent()
    {
        Crm.Add(SynchronizedLead.Ada, ("is_converted", "true"), ("continues_as", "9"));

        Assert.Equal("lead-converted", (await Assert.ThrowsAsync<PermanentFailureException>(() => ada.WriteAsync((Owned, "x")))).Code);
    }

    [Fact]
    public async Task Of_open_leads_the_one_with_the_shortest_and_then_the_smallest_id_is_the_oldest()
    {
        for (var lead = 0; lead < 3; lead++)
        {
            Crm.Add(SynchronizedLead.Ada);
        }

        var result = await ada.WriteAsync((Owned, "x"));

        Assert.Equal("1000", result.LeadId);
        Assert.Equal("3 records share this address; the oldest was written (1000, 1001, 1002). Merge them.", Assert.Single(result.Issues));
    }

    [Fact]
    public async Task Nothing_is_told_of_the_only_lead_of_an_address()
    {
        Crm.Add(SynchronizedLead.Ada);

        Assert.Empty((await ada.WriteAsync((Owned, "x"))).Issues);
    }

    [Fact]
    public async Task Nothing_is_written_when_somebody_else_may_be_at_work_on_the_lead()
    {
        ada.IsLost = true;

        await Assert.ThrowsAsync<LeaseLostException>(() => ada.WriteAsync((Owned, "x")));

        Assert.DoesNotContain("write", Crm.Calls);
    }

    [Fact]
    public async Task Same_again_is_in_no_CRM_now()
    {
        await ada.WriteAsync((Owned, "x"));

        Assert.False((await ada.WriteAsync((Owned, "x"))).IsInCrm);
    }

    [Fact]
    public void What_is_passed_over_again_is_remembered_in_the_same_place()
    {
        FieldWrite[] writes = [new(new PatchField(Preserved, "y", WritePolicy.PreserveUserEdits), "preserved", "y")];
        var once = PassedOver.Remember([], writes);

        Assert.NotEmpty(once);
        Assert.Same(once, PassedOver.Remember(once, writes));
        Assert.True(PassedOver.In(once).GaveWay(writes[0]));
        Assert.False(PassedOver.In(once).GaveWay(writes[0] with { Value = "z" }));
    }

    [Fact]
    public async Task Write_that_was_only_recorded_is_in_no_CRM_and_nothing_counts_as_refused()
    {
        var recording = new RecordingCrm(ada.Crm, failure => failure.Message);
        var result = await new LeadSynchronizer(recording, ada.Time).WriteAsync(
            ada.Record, new LeadPatch { Email = SynchronizedLead.Ada, Fields = [new PatchField(Owned, "x", WritePolicy.Own)] }, ada, null, CancellationToken.None);

        Assert.Equal((true, false, true), (result.IsSimulated, result.IsInCrm, RecordingCrm.IsNew(result.LeadId)));
        Assert.Empty(result.OtherForms);
        Assert.Null(result.Look);
    }

    [Fact]
    public async Task Field_that_was_not_taken_is_told_with_the_last_that_was_said_of_it()
    {
        Crm.Take = (field, value) => (field != "preserved", value);
        Crm.Issues = ["preserved: first", "other: nothing", "preserved: last"];

        var result = await ada.WriteAsync((Owned, "x"), (Preserved, "y"));

        Assert.Equal(["email", "owned"], result.Sent);
        Assert.Equal("preserved: last", (string?)ada.Record.OtherForms["$passed_over"]!["preserved"]!["issue"]);
        Assert.True(result.IsInCrm);
    }

    [Fact]
    public async Task Value_that_was_passed_over_is_forgotten_when_it_is_taken()
    {
        Crm.Take = (field, value) => (field != "preserved", value);
        await ada.WriteAsync((Owned, "x"), (Preserved, "y"));
        Assert.NotEmpty(ada.Record.OtherForms);
        Crm.Take = (_, value) => (true, value);

        await ada.WriteAsync((Owned, "x"), (Preserved, "z"));

        Assert.Empty(ada.Record.OtherForms);
        Assert.Equal("z", (string?)ada.Record.Written["preserved"]);
    }

    [Fact]
    public void Fields_of_which_the_outcome_is_not_known_are_marked_until_it_is()
    {
        JsonObject none = [];
        var written = new JsonObject { ["owned"] = "x" };
        FieldWrite[] writes =
        [
            new(new PatchField(Owned, "y", WritePolicy.Own), "owned", "y"), new(new PatchField(Preserved, "y", WritePolicy.Own), "preserved", "y"),
        ];

        var marked = Unsettled.Mark(none, written, writes);

        Assert.Same(none, Unsettled.Mark(none, [], writes));
        Assert.Equal((true, false), (Unsettled.Has(marked, "owned"), Unsettled.Has(marked, "preserved")));
        Assert.Same(marked, Unsettled.Mark(marked, written, writes));
        Assert.Same(marked, Unsettled.Settle(marked, ["owned", "preserved"]));
        Assert.Empty(Unsettled.Settle(marked, ["preserved"]));
        Assert.Same(none, Unsettled.Settle(none, []));
        Assert.Empty(none);
    }
}
