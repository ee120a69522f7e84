using System.Text.Json.Nodes;
using SalesIntel.Core.Tests.Fakes;
using SalesIntel.Crm;
using SalesIntel.Failures;
using SalesIntel.Leads;

namespace SalesIntel.Core.Tests.Crm;

public sealed class LeadSynchronizerTests
{
    private const string Ada = SynchronizedLead.Ada;

    private static readonly Lead Known = new()
    {
        Email = Ada, FirstName = "Ada", LastName = "Quill", Status = LeadStatus.DemoBooked, Values = Some.Values((LeadFields.City, "Lund")),
    };

    private readonly SynchronizedLead ada = new(
        DemoFields.Status, LeadFields.FirstName, LeadFields.LastName, LeadFields.CompanyName, LeadFields.City, LeadFields.Industry);

    private TestCrm Crm => ada.Crm;

    [Fact]
    public async Task Unknown_lead_is_created_with_everything()
    {
        var result = await ada.WriteAsync(Known);

        var lead = Assert.Single(Crm.Leads);
        Assert.Equal(lead.Key, result.LeadId);
        Assert.Equal("""{"email":"ada@quill.example","lead_status":"DemoBooked","first_name":"Ada","last_name":"Quill","city":"Lund"}""", lead.Value.ToJsonString());
        Assert.True(JsonNode.DeepEquals(lead.Value, result.Written));
        Assert.Empty(result.OtherForms);
        Assert.Equal(["find", "write"], Crm.Calls);
    }

    [Fact]
    public async Task Same_again_is_no_call_at_all()
    {
        await ada.WriteAsync(Known);
        var written = ada.Record.Written;
        Crm.Calls.Clear();

        var result = await ada.WriteAsync(Known);

        Assert.Empty(Crm.Calls);
        Assert.Empty(result.Sent);
        Assert.Same(written, result.Written);
    }

    [Fact]
    public async Task Only_what_changed_is_sent()
    {
        await ada.WriteAsync(Known);
        Crm.Calls.Clear();

        var result = await ada.WriteAsync(Known with { Status = LeadStatus.DemoComplete });

        Assert.Equal(["lead_status"], result.Sent);
        Assert.Equal("DemoComplete", (string?)result.Written["lead_status"]);
        Assert.Equal("Lund", (string?)result.Written["city"]);
        Assert.Equal(["write"], Crm.Calls);
    }

    [Fact]
    public async Task Value_that_a_person_entered_before_us_is_kept()
    {
        var id = Crm.Add(Ada, ("city", "Malmö"), ("first_name", ""), ("lead_status", "Open"));

        var result = await ada.WriteAsync(Known);

        Assert.Equal(id, result.LeadId);
        Assert.Equal(("Malmö", "Ada", "DemoBooked"), ((string?)Crm.Leads[id]["city"], (string?)Crm.Leads[id]["first_name"], (string?)Crm.Leads[id]["lead_status"]));
        Assert.False(result.Written.ContainsKey("city"));
    }

    [Fact]
    public async Task Value_that_a_person_has_changed_since_is_kept_and_one_that_is_still_ours_replaced()
    {
        await ada.WriteAsync(Known with { Values = Some.Values((LeadFields.City, "Lund"), (LeadFields.Industry, "Print")) });
        Crm.Leads[ada.Record.CrmId]["city"] = "Malmö";

        var result = await ada.WriteAsync(Known with { Values = Some.Values((LeadFields.City, "Oslo"), (LeadFields.Industry, "Media")) });

        Assert.Equal(("Malmö", "Media"), ((string?)Crm.Leads[ada.Record.CrmId]["city"], (string?)Crm.Leads[ada.Record.CrmId]["industry"]));
        Assert.Equal(["industry"], result.Sent);
    }

    [Fact]
    public async Task Value_that_we_wrote_and_no_fact_says_any_more_is_cleared_once()
    {
        await ada.WriteAsync(Known);

        var result = await ada.WriteAsync(Known with { Values = LeadValues.Empty });

        Assert.Equal(["city"], result.Sent);
        Assert.Null(Crm.Leads[ada.Record.CrmId]["city"]);
        Assert.False(result.Written.ContainsKey("city"));
        Crm.Calls.Clear();
        await ada.WriteAsync(Known with { Values = LeadValues.Empty });
        Assert.Empty(Crm.Calls);
    }

    [Fact]
    public async Task Value_that_a_person_has_put_in_the_place_of_ours_is_not_cleared()
    {
        await ada.WriteAsync(Known);
        Crm.Leads[ada.Record.CrmId]["city"] = "Malmö";

        var result = await ada.WriteAsync(Known with { Values = LeadValues.Empty });

        Assert.Equal("Malmö", (string?)Crm.Leads[ada.Record.CrmId]["city"]);
        Assert.Empty(result.Sent);
    }

    [Fact]
    public async Task Field_that_is_not_mapped_any_more_is_left_alone()
    {
        await ada.WriteAsync(Known);
        Crm.Mapping = new TestMapping(DemoFields.Email, DemoFields.Status, LeadFields.FirstName, LeadFields.LastName);
        Crm.Calls.Clear();

        var result = await ada.WriteAsync(Known with { Values = LeadValues.Empty });

        Assert.Empty(Crm.Calls);
        Assert.Equal(("Lund", "Lund"), ((string?)ada.Shown["city"], (string?)result.Written["city"]));
    }

    [Fact]
    public async Task Field_that_the_catalogue_has_no_longer_is_left_alone()
    {
        var champion = Some.Meddic("champion");
        Crm.Mapping = CrmMapping.ByName;
        await ada.WriteAsync((champion, "Bo"), (LeadFields.City, "Lund"));
        Crm.Calls.Clear();

        // As with another framework: the patch does not mention the element at all.
        await ada.WriteAsync((LeadFields.City, "Lund"));

        Assert.Empty(Crm.Calls);
        Assert.Equal("Bo", (string?)ada.Shown[champion.Name]);
    }

    [Fact]
    public async Task What_a_CRM_insists_on_is_never_cleared()
    {
        await ada.WriteAsync((LeadFields.LastName, "Quill"), (LeadFields.CompanyName, "Quill Ltd"), (LeadFields.City, "Lund"));

        var result = await ada.WriteAsync((LeadFields.LastName, ""), (LeadFields.CompanyName, ""), (LeadFields.City, ""));

        Assert.Equal(["city"], result.Sent);
        Assert.Equal(("Quill", "Quill Ltd"), ((string?)ada.Shown["last_name"], (string?)ada.Shown["company_name"]));
    }

    [Fact]
    public async Task Two_fields_of_one_name_are_refused_before_they_overwrite_each_other_for_ever()
    {
        Crm.Mapping = CrmMapping.ByName;

        var failure = await Assert.ThrowsAsync<PermanentFailureException>(
            () => ada.WriteAsync((LeadFields.City, "Lund"), (new LeadField("city"), "Oslo")));

        Assert.Equal("same-crm-field", failure.Code);
        Assert.Contains("'city'", failure.Message, StringComparison.Ordinal);
        Assert.Empty(Crm.Calls);
    }

    [Fact]
    public async Task Lead_that_was_deleted_is_written_anew_whole()
    {
        await ada.WriteAsync(Known);
        var deleted = ada.Record.CrmId;
        Crm.Remove(deleted);

        var result = await ada.WriteAsync(Known with { Status = LeadStatus.DemoComplete });

        var lead = Assert.Single(Crm.Leads);
        Assert.NotEqual(deleted, result.LeadId);
        Assert.Equal(("Lund", "DemoComplete"), ((string?)lead.Value["city"], (string?)lead.Value["lead_status"]));
        Assert.Equal(5, result.Sent.Count);
    }

    [Fact]
    public async Task Lead_that_was_merged_into_another_is_written_to_that_one()
    {
        await ada.WriteAsync(Known);
        Crm.Remove(ada.Record.CrmId);
        var other = Crm.Add(Ada, ("city", "Malmö"));

        var result = await ada.WriteAsync(Known with { Status = LeadStatus.DemoComplete });

        Assert.Equal(other, result.LeadId);
        Assert.Equal(("Malmö", "DemoComplete"), ((string?)Crm.Leads[other]["city"], (string?)Crm.Leads[other]["lead_status"]));
    }

    [Fact]
    public async Task Lead_that_was_converted_is_permanent_and_says_what_to_do()
    {
        Crm.Add(Ada, ("is_converted", "true"));

        var failure = await Assert.ThrowsAsync<PermanentFailureException>(() => ada.WriteAsync(Known));

        Assert.Equal("lead-converted", failure.Code);
        Assert.DoesNotContain("@", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("write", Crm.Calls);
    }

    [Fact]
    public async Task Of_several_leads_the_oldest_that_is_open_is_written_and_the_others_are_named()
    {
        Crm.Add(Ada, ("is_converted", "true"));
        var oldest = Crm.Add(Ada);
        var newer = Crm.Add(Ada);

        var result = await ada.WriteAsync(Known);

        Assert.Equal(oldest, result.LeadId);
        Assert.Contains(newer, Assert.Single(result.Issues), StringComparison.Ordinal);
        Assert.Null(Crm.Leads[newer]["lead_status"]);
    }
}
