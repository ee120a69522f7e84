using System.Text.Json.Nodes;
using SalesIntel.Core.Tests.Fakes;
using SalesIntel.Crm;
using SalesIntel.Leads;

namespace SalesIntel.Core.Tests.Crm;

/// <summary>A person whom the CRM knows by another record than the look-up shows, and what the write says of what was left as it was.</summary>
public sealed class ContactsAndEditsTests
{
    private static readonly LeadField Owned = new("owned") { Policy = WritePolicy.Own };
    private static readonly LeadField Preserved = new("preserved");

    private readonly SynchronizedLead ada = new(Owned, Preserved);

    [Fact]
    public async Task Lead_that_the_look_up_did_not_show_is_compared_before_it_is_written()
    {
        var id = ada.Crm.Add(SynchronizedLead.Ada, ("owned", "theirs"), ("preserved", "theirs"));
        ada.Crm.Hidden = true;

        var result = await ada.WriteAsync((Owned, "ours"), (Preserved, "ours"));

        Assert.Equal(id, result.LeadId);
        Assert.Equal(("ours", "theirs"), ((string?)ada.Shown["owned"], (string?)ada.Shown["preserved"]));
        Assert.Equal(["find", "write", "get", "write"], ada.Crm.Calls);
        Assert.Equal(["preserved"], result.Kept);
    }

    [Fact]
    public async Task Converted_lead_goes_on_as_what_it_has_become()
    {
        var lead = ada.Crm.Add(SynchronizedLead.Ada, ("owned", "x"), ("is_converted", "true"));
        var contact = ada.Crm.Add("", ("preserved", "typed"));
        ada.Crm.Leads[lead]["continues_as"] = contact;

        var result = await ada.WriteAsync((Owned, "ours"), (Preserved, "ours"));

        Assert.Equal(contact, result.LeadId);
        Assert.Equal(("ours", "typed"), ((string?)ada.Crm.Leads[contact]["owned"], (string?)ada.Crm.Leads[contact]["preserved"]));
        Assert.Equal("x", (string?)ada.Crm.Leads[lead]["owned"]);
    }

    [Fact]
    public async Task What_the_CRM_demanded_and_got_is_replaced_when_the_value_is_known()
    {
        ada.Crm.Fill = new JsonObject { ["preserved"] = "Not provided" };
        await ada.WriteAsync((Owned, "x"), (Preserved, ""));
        Assert.Equal("Not provided", (string?)ada.Shown["preserved"]);
        ada.Crm.Fill = [];

        var result = await ada.WriteAsync((Owned, "x"), (Preserved, "Acme"));

        Assert.Equal("Acme", (string?)ada.Shown["preserved"]);
        Assert.Empty(result.Kept);
        Assert.Empty(ada.Record.OtherForms);
    }

    [Fact]
    public async Task Field_that_a_person_changed_is_named_and_one_with_our_value_is_not()
    {
        await ada.WriteAsync((Owned, "old"), (Preserved, "old"));
        ada.Shown["preserved"] = "edited";
        Assert.Equal(["preserved"], (await ada.WriteAsync((Owned, "new"), (Preserved, "new"))).Kept);
        ada.Shown["preserved"] = "newer";

        Assert.Empty((await ada.WriteAsync((Owned, "new"), (Preserved, "newer"))).Kept);
        Assert.Equal("newer", (string?)ada.Shown["preserved"]);
    }

    [Fact]
    public async Task CRM_that_contradicts_itself_ends_the_event()
    {
        ada.Crm.Add(SynchronizedLead.Ada);
        ada.Crm.AlwaysExists = true;

        var failure = await Assert.ThrowsAsync<Failures.PermanentFailureException>(() => ada.WriteAsync((Owned, "x")));

        Assert.Equal("lead-vanished", failure.Code);
    }
}
