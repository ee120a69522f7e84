using System.Text.Json.Nodes;
using SalesIntel.Core.Tests.Fakes;
using SalesIntel.Crm;
using SalesIntel.Leads;

namespace SalesIntel.Core.Tests.Crm;

/// <summary>What the CRM was seen to hold saves the next write of an event its look, as long as it tells enough.</summary>
public sealed class LeadLookTests
{
    private static readonly LeadField Owned = new("owned") { Policy = WritePolicy.Own };
    private static readonly LeadField Preserved = new("preserved") { Policy = WritePolicy.PreserveUserEdits };
    private static readonly LeadField Filled = new("filled") { Policy = WritePolicy.FillIfEmpty };
    private static readonly LeadField Log = new("log") { Policy = WritePolicy.AppendDated };

    private readonly SynchronizedLead ada = new(Owned, Preserved, Filled, Log);

    private TestCrm Crm => ada.Crm;

    [Fact]
    public async Task Lead_that_was_created_a_moment_ago_is_not_looked_at()
    {
        ada.Look = (await ada.WriteAsync((Owned, "old"), (Preserved, "old"), (Filled, ""))).Look;
        Assert.Empty(ada.Look!.Held);
        Crm.Calls.Clear();

        var result = await ada.WriteAsync((Owned, "new"), (Preserved, "new"), (Filled, "new"));

        Assert.Equal(["write"], Crm.Calls);
        Assert.Equal(["owned", "preserved", "filled"], result.Sent);
        Assert.Same(ada.Look, result.Look);
        Assert.Empty(result.Kept);
    }

    [Fact]
    public async Task What_was_seen_to_be_a_persons_is_left_without_another_look()
    {
        Crm.Add(SynchronizedLead.Ada, ("owned", "theirs"), ("preserved", "theirs"), ("filled", "theirs"));
        ada.Look = (await ada.WriteAsync((Owned, ""), (Preserved, ""), (Filled, ""))).Look;
        Assert.Equal(["preserved", "filled"], ada.Look!.Held);
        Crm.Calls.Clear();

        var result = await ada.WriteAsync((Owned, "new"), (Preserved, "new"), (Filled, "new"));

        Assert.Equal(["write"], Crm.Calls);
        Assert.Equal(["owned"], result.Sent);
        Assert.Equal(["preserved"], result.Kept);
        Assert.Equal(("theirs", "theirs"), ((string?)ada.Shown["preserved"], (string?)ada.Shown["filled"]));
    }

    [Fact]
    public async Task Value_that_was_seen_to_be_there_already_is_no_edit()
    {
        Crm.Add(SynchronizedLead.Ada, ("preserved", " same "));
        ada.Look = (await ada.WriteAsync((Owned, ""), (Preserved, ""))).Look;
        Crm.Calls.Clear();

        var result = await ada.WriteAsync((Owned, "new"), (Preserved, "same"));

        Assert.Equal(["write"], Crm.Calls);
        Assert.Equal(["owned"], result.Sent);
        Assert.Empty(result.Kept);
    }

    [Fact]
    public async Task Value_of_ours_is_nobody_elses_except_where_a_field_is_only_filled()
    {
        await ada.WriteAsync((Preserved, "ours"), (Filled, "ours"));

        var look = (await ada.WriteAsync((Preserved, "newer"), (Filled, "newer"))).Look!;

        Assert.Equal(["filled"], look.Held);
        Assert.Equal(ada.Record.CrmId, look.Lead);
    }

    [Fact]
    public async Task Nothing_and_an_empty_list_are_nobodys()
    {
        var id = Crm.Add(SynchronizedLead.Ada, ("preserved", ""));
        Crm.Leads[id]["filled"] = new JsonArray();

        Assert.Empty((await ada.WriteAsync((Owned, "x"), (Preserved, ""), (Filled, ""))).Look!.Held);
    }

    [Fact]
    public async Task Look_at_another_lead_or_for_other_fields_or_where_text_is_added_to_is_not_enough()
    {
        var look = (await ada.WriteAsync((Owned, "x"), (Preserved, "old"), (Log, "old"))).Look!;

        Assert.Equal(["get", "write"], await CallsAsync(look with { Lead = "another" }, (Preserved, "a"), (Log, "old")));
        Assert.Equal(["get", "write"], await CallsAsync(look, (Preserved, "b")));
        Assert.Equal(["get", "write"], await CallsAsync(look, (Preserved, "c"), (Log, "new")));
        Assert.Equal(["get", "write"], await CallsAsync(null, (Preserved, "d"), (Log, "new")));
        Assert.Equal(["write"], await CallsAsync(look, (Preserved, "e"), (Log, "new")));
        // In whatever order they are asked for.
        Assert.Equal(["write"], await CallsAsync(look, (Log, "new"), (Preserved, "f")));
    }

    [Fact]
    public async Task What_is_ours_whatever_the_CRM_holds_needs_no_look()
    {
        await ada.WriteAsync((Owned, "old"), (Preserved, "old"));
        Crm.Calls.Clear();

        var result = await ada.WriteAsync((Owned, "new"), (Preserved, "old"));

        Assert.Equal(["write"], Crm.Calls);
        Assert.Null(result.Look);
    }

    [Theory]
    [InlineData("", "2026-11-01: x", "2026-11-01: x")]
    [InlineData(" \n", "2026-11-01: x", "2026-11-01: x")]
    [InlineData("Called. \n", "2026-11-01: x", "Called.\n2026-11-01: x")]
    public void Entry_is_added_on_a_line_of_its_own(string text, string entry, string expected) => Assert.Equal(expected, DatedEntries.Add(text, entry));

    [Theory]
    [InlineData("2026-11-01: x", true)]
    [InlineData("a\r\n2026-11-01: x\r\nb", true)]
    [InlineData("2026-11-01: xy", false)]
    [InlineData("on 2026-11-01: x", false)]
    public void Entry_is_held_as_whole_lines(string text, bool held) => Assert.Equal(held, DatedEntries.Holds(text, "2026-11-01: x"));

    [Theory]
    [InlineData("2026-11-01: x", "x", true)]
    [InlineData("2025-01-31: x", "x", true)]
    [InlineData("2026-11-01: xy", "x", false)]
    [InlineData("2026-11-01: ", "", false)]
    [InlineData("x", "x", false)]
    public void Entry_adds_its_value_on_whatever_day(string entry, string value, bool adds) => Assert.Equal(adds, DatedEntries.Adds(entry, value));

    private async Task<IReadOnlyList<string>> CallsAsync(LeadLook? look, params (LeadField, string)[] values)
    {
        Crm.Calls.Clear();
        ada.Look = look;
        await ada.WriteAsync([(Owned, "x"), .. values]);
        return [.. Crm.Calls];
    }
}
