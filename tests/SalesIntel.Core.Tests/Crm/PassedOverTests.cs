using System.Text.Json;
using SalesIntel.Core.Tests.Fakes;
using SalesIntel.Crm;
using SalesIntel.Leads;

namespace SalesIntel.Core.Tests.Crm;

/// <summary>A value that is not in the CRM although we would write it costs later events no call.</summary>
public sealed class PassedOverTests
{
    private static readonly LeadField Owned = new("owned") { Policy = WritePolicy.Own };
    private static readonly LeadField Preserved = new("preserved") { Policy = WritePolicy.PreserveUserEdits };
    private static readonly LeadField Other = new("other") { Policy = WritePolicy.PreserveUserEdits };
    private static readonly LeadField Filled = new("filled") { Policy = WritePolicy.FillIfEmpty };

    private readonly SynchronizedLead ada = new(Owned, Preserved, Other, Filled);

    private TestCrm Crm => ada.Crm;

    [Fact]
    public async Task Value_that_the_CRM_did_not_take_is_neither_sent_nor_looked_at_again_and_is_still_named()
    {
        await RefuseAsync();

        var nothing = await ada.WriteAsync((Owned, "x"), (Preserved, "new"));
        var own = await ada.WriteAsync((Owned, "y"), (Preserved, "new"));

        Assert.Equal(["write"], Crm.Calls);
        Assert.Equal(["owned"], own.Sent);
        Assert.Equal("preserved: refused", Assert.Single(nothing.Issues));
        Assert.Equal("preserved: refused", Assert.Single(own.Issues));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task It_is_tried_again_when_the_value_or_what_the_CRM_says_of_the_field_has_changed(bool isField)
    {
        await RefuseAsync();
        Crm.Take = (_, value) => (true, value);
        Crm.Issues = [];
        Crm.Versions["preserved"] = isField ? "later" : "now";

        var result = await ada.WriteAsync((Owned, "x"), (Preserved, isField ? "new" : "newer"));

        Assert.Equal(["preserved"], result.Sent);
        Assert.Empty(result.Issues);
        Crm.Calls.Clear();
        await ada.WriteAsync((Owned, "x"), (Preserved, isField ? "new" : "newer"));
        Assert.Empty(Crm.Calls);
        Assert.Empty(ada.Record.OtherForms);
    }

    [Fact]
    public async Task It_is_tried_again_after_a_day_and_not_before()
    {
        await RefuseAsync();
        ada.Time.Advance(TimeSpan.FromDays(1) - TimeSpan.FromSeconds(1));
        await ada.WriteAsync((Owned, "x"), (Preserved, "new"));
        Assert.Empty(Crm.Calls);

        ada.Time.Advance(TimeSpan.FromSeconds(1));
        await ada.WriteAsync((Owned, "x"), (Preserved, "new"));
        Assert.Equal(["get", "write"], Crm.Calls);

        // Refused once more: another day.
        Crm.Calls.Clear();
        await ada.WriteAsync((Owned, "x"), (Preserved, "new"));
        Assert.Empty(Crm.Calls);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Value_of_which_a_part_was_taken_is_completed_when_the_field_has_changed_or_after_a_day(bool isField)
    {
        await TakePartAsync();
        ada.Time.Advance(TimeSpan.FromDays(1) - TimeSpan.FromSeconds(1));
        Assert.Empty((await WriteAsync()).Issues);
        Assert.Empty(Crm.Calls);

        (Crm.Take, Crm.Issues) = ((_, value) => (true, value), []);
        Crm.Versions["owned"] = Crm.Versions["preserved"] = isField ? "later" : "now";
        ada.Time.Advance(isField ? TimeSpan.Zero : TimeSpan.FromSeconds(1));
        var result = await WriteAsync();

        Assert.Equal(["owned", "preserved"], result.Sent);
        Assert.Equal(
            ("whole", "whole", "who"), ((string?)ada.Shown["owned"], (string?)ada.Shown["preserved"], (string?)ada.Shown["filled"]));
        Assert.Equal(["filled"], ada.Record.OtherForms.Select(form => form.Key));
        Crm.Calls.Clear();
        ada.Time.Advance(TimeSpan.FromDays(2));
        await WriteAsync();
        Assert.Empty(Crm.Calls);
    }

    [Fact]
    public async Task Value_of_which_a_part_was_taken_gives_way_to_a_persons()
    {
        await TakePartAsync();
        ada.Shown["preserved"] = "theirs";
        (Crm.Take, Crm.Issues) = ((_, value) => (true, value), []);
        ada.Time.Advance(TimeSpan.FromDays(1));

        var result = await WriteAsync();

        Assert.Equal(["owned"], result.Sent);
        Assert.Equal(["preserved"], result.Kept);
        Assert.Equal("theirs", (string?)ada.Shown["preserved"]);
        Crm.Calls.Clear();
        ada.Time.Advance(TimeSpan.FromDays(2));
        Assert.Empty((await WriteAsync()).Kept);
        Assert.Empty(Crm.Calls);
    }

    [Fact]
    public async Task Other_form_of_which_nothing_is_said_is_no_part()
    {
        Crm.Take = (field, value) => (true, field == "email" ? value : "other form");
        await WriteAsync();
        Crm.Calls.Clear();
        ada.Time.Advance(TimeSpan.FromDays(2));

        await WriteAsync();

        Assert.Empty(Crm.Calls);
    }

    [Fact]
    public async Task Lead_that_is_made_anew_gets_it_all_the_same()
    {
        await RefuseAsync();
        Crm.Take = (_, value) => (true, value);
        Crm.Remove(ada.Record.CrmId);

        await ada.WriteAsync((Owned, "y"), (Preserved, "new"));

        Assert.Equal(("y", "new"), ((string?)ada.Shown["owned"], (string?)ada.Shown["preserved"]));
    }

    [Fact]
    public async Task Value_that_gave_way_to_a_persons_costs_no_later_call_and_is_looked_at_with_others()
    {
        Crm.Add(SynchronizedLead.Ada, ("preserved", "theirs"));
        Assert.Equal(["preserved"], (await ada.WriteAsync((Owned, "x"), (Preserved, "new"))).Kept);
        Crm.Calls.Clear();

        await ada.WriteAsync((Owned, "y"), (Preserved, "new"));
        Assert.Equal(["write"], Crm.Calls);

        ada.Shown["preserved"] = null;
        var result = await ada.WriteAsync((Owned, "y"), (Preserved, "new"), (Other, "one more"));
        Assert.Equal(["other", "preserved"], result.Sent.Order());
        Assert.Equal(("new", "one more"), ((string?)ada.Shown["preserved"], (string?)ada.Shown["other"]));
        Assert.Empty(ada.Record.OtherForms);
    }

    [Fact]
    public async Task Another_value_of_ours_looks_again_and_gives_way_again()
    {
        Crm.Add(SynchronizedLead.Ada, ("preserved", "theirs"));
        await ada.WriteAsync((Owned, "x"), (Preserved, "new"));
        Crm.Calls.Clear();

        var result = await ada.WriteAsync((Owned, "x"), (Preserved, "newer"));

        Assert.Equal(["get"], Crm.Calls);
        Assert.Equal(["preserved"], result.Kept);
    }

    [Fact]
    public async Task Value_that_somebody_has_entered_before_us_is_no_edit_and_costs_no_later_call()
    {
        Crm.Add(SynchronizedLead.Ada, ("preserved", "same"), ("filled", "same"));
        var facts = await ada.WriteAsync((Owned, "x"), (Preserved, "same"), (Filled, "same"), (Other, ""));
        ada.Look = facts.Look;

        var intelligence = await ada.WriteAsync((Owned, "x"), (Preserved, "same"), (Filled, "same"), (Other, "read"));

        Assert.Empty(facts.Kept);
        Assert.Empty(intelligence.Kept);
        Assert.Equal(["other"], intelligence.Sent);
        (ada.Look, _) = (null, Crm.Calls.RemoveAll(_ => true));
        await ada.WriteAsync((Owned, "x"), (Preserved, "same"), (Filled, "same"), (Other, "read"));
        Assert.Empty(Crm.Calls);
    }

    [Fact]
    public async Task Field_that_holds_something_else_and_is_only_filled_costs_no_later_call_until_it_is_empty()
    {
        Crm.Add(SynchronizedLead.Ada, ("filled", "theirs"));
        Assert.Empty((await ada.WriteAsync((Owned, "x"), (Filled, "new"))).Kept);
        Crm.Calls.Clear();

        await ada.WriteAsync((Owned, "x"), (Filled, "new"));
        Assert.Empty(Crm.Calls);

        ada.Shown["filled"] = null;
        await ada.WriteAsync((Owned, "x"), (Filled, "new"), (Other, "one more"));
        Assert.Equal("new", (string?)ada.Shown["filled"]);
    }

    [Fact]
    public async Task Clock_that_was_ahead_does_not_keep_a_value_back_for_longer()
    {
        ada.Time.Advance(TimeSpan.FromDays(10));
        await RefuseAsync();
        ada.Time.AdjustTime(ada.Time.GetUtcNow() - TimeSpan.FromDays(9));

        await ada.WriteAsync((Owned, "x"), (Preserved, "new"));

        Assert.Equal(["get", "write"], Crm.Calls);
    }

    private Task<LeadWriteResult> WriteAsync() => ada.WriteAsync((Owned, "whole"), (Preserved, "whole"), (Filled, "whole"));

    // A lead of three of whose fields the CRM has taken the beginning.
    private async Task TakePartAsync()
    {
        Crm.Take = (field, value) => (true, field == "email" ? value : "who");
        Crm.Issues = ["owned: shortened", "preserved: shortened", "filled: shortened"];
        Crm.Versions["owned"] = Crm.Versions["preserved"] = Crm.Versions["filled"] = "now";
        Assert.Equal(3, (await WriteAsync()).Issues.Count);
        Crm.Calls.Clear();
    }

    // A lead of which the CRM has not taken one field.
    private async Task RefuseAsync()
    {
        Crm.Take = (field, value) => (field != "preserved", value);
        Crm.Issues = ["preserved: refused"];
        Crm.Versions["preserved"] = "now";
        await ada.WriteAsync((Owned, "x"), (Preserved, "new"));
        Assert.Equal(JsonValueKind.Object, ada.Record.OtherForms["$passed_over"]!["preserved"]!.GetValueKind());
        Crm.Calls.Clear();
    }
}
