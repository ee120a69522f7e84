using System.Text.Json.Nodes;
using SalesIntel.Core.Tests.Fakes;
using SalesIntel.Crm;
using SalesIntel.Engine;
using SalesIntel.Failures;
using SalesIntel.Leads;
using SalesIntel.Storage.Contract;

namespace SalesIntel.Core.Tests.Engine;

public sealed class LeadWriterTests
{
    private const string Ada = "ada@quill.example";

    private static readonly LeadRecord Unknown = new() { Key = LeadKey.FromEmail(Ada), Email = Ada };

    private static readonly Lead Known = new()
    {
        Email = Ada, FirstName = "Ada", LastName = "Quill", Status = LeadStatus.DemoBooked, Values = Some.Values((LeadFields.City, "Lund")),
    };

    private readonly Pipeline pipeline = new();
    private readonly LeadWriter writer;

    public LeadWriterTests() => writer = new LeadWriter(pipeline.Crm, new FieldMap(new FieldMapOptions()));

    private TestCrm Crm => pipeline.Crm;

    [Fact]
    public async Task Unknown_lead_is_created_with_everything()
    {
        var result = await WriteAsync(Unknown, Known);

        var lead = Assert.Single(Crm.Leads);
        Assert.Equal(lead.Key, result.LeadId);
        Assert.Equal("""{"Email":"ada@quill.example","First_Name":"Ada","Last_Name":"Quill","City":"Lund","Lead_Status":"Demo Booked"}""", lead.Value.ToJsonString());
        Assert.True(JsonNode.DeepEquals(lead.Value, result.Written));
        Assert.Empty(result.AlsoOurs);
        Assert.Equal(["find", "write"], Crm.Calls);
    }

    [Fact]
    public async Task Same_again_is_no_call_at_all()
    {
        var record = After(await WriteAsync(Unknown, Known));
        Crm.Calls.Clear();

        var result = await WriteAsync(record, Known);

        Assert.Empty(Crm.Calls);
        Assert.Empty(result.Sent);
        Assert.Same(record.Written, result.Written);
    }

    [Fact]
    public async Task Only_what_changed_is_sent()
    {
        var record = After(await WriteAsync(Unknown, Known));
        Crm.Calls.Clear();

        var result = await WriteAsync(record, Known with { Status = LeadStatus.DemoComplete });

        Assert.Equal(["Lead_Status"], result.Sent);
        Assert.Equal("Demo Complete", (string?)result.Written["Lead_Status"]);
        Assert.Equal("Lund", (string?)result.Written["City"]);
        Assert.Equal(["write"], Crm.Calls);
    }

    [Fact]
    public async Task Value_that_a_person_entered_before_us_is_kept()
    {
        var id = Crm.Add(Ada, ("City", "Malmö"), ("First_Name", ""), ("Lead_Status", "Open"));

        var result = await WriteAsync(Unknown, Known);

        Assert.Equal(id, result.LeadId);
        Assert.Equal(("Malmö", "Ada", "Demo Booked"), ((string?)Crm.Leads[id]["City"], (string?)Crm.Leads[id]["First_Name"], (string?)Crm.Leads[id]["Lead_Status"]));
        Assert.False(result.Written.ContainsKey("City"));
    }

    [Fact]
    public async Task Value_that_a_person_has_changed_since_is_kept_and_one_that_is_still_ours_replaced()
    {
        var record = After(await WriteAsync(Unknown, Known with { Values = Some.Values((LeadFields.City, "Lund"), (LeadFields.Industry, "Print")) }));
        Crm.Leads[record.CrmId]["City"] = "Malmö";

        var result = await WriteAsync(record, Known with { Values = Some.Values((LeadFields.City, "Oslo"), (LeadFields.Industry, "Media")) });

        Assert.Equal(("Malmö", "Media"), ((string?)Crm.Leads[record.CrmId]["City"], (string?)Crm.Leads[record.CrmId]["Industry"]));
        Assert.Equal(["Industry"], result.Sent);
    }

    [Fact]
    public async Task Value_that_we_wrote_and_no_fact_says_any_more_is_cleared_once()
    {
        var record = After(await WriteAsync(Unknown, Known));

        var result = await WriteAsync(record, Known with { Values = LeadValues.Empty });

        Assert.Equal(["City"], result.Sent);
        Assert.Null(Crm.Leads[record.CrmId]["City"]);
        Assert.False(result.Written.ContainsKey("City"));
        Crm.Calls.Clear();
        await WriteAsync(After(result), Known with { Values = LeadValues.Empty });
        Assert.Empty(Crm.Calls);
    }

    [Fact]
    public async Task Value_that_a_person_has_put_in_the_place_of_ours_is_not_cleared()
    {
        var record = After(await WriteAsync(Unknown, Known));
        Crm.Leads[record.CrmId]["City"] = "Malmö";

        var result = await WriteAsync(record, Known with { Values = LeadValues.Empty });

        Assert.Equal("Malmö", (string?)Crm.Leads[record.CrmId]["City"]);
        Assert.Empty(result.Sent);
    }

    [Fact]
    public async Task Field_that_is_not_mapped_any_more_is_left_alone()
    {
        var record = After(await WriteAsync(Unknown, Known));
        record = record with { Written = (JsonObject)record.Written.DeepClone() };
        record.Written["Old_Custom_Field"] = "ours";
        Crm.Calls.Clear();

        await WriteAsync(record, Known);

        Assert.Empty(Crm.Calls);
    }

    [Fact]
    public async Task Lead_that_was_deleted_is_written_anew_whole()
    {
        var record = After(await WriteAsync(Unknown, Known));
        Crm.Remove(record.CrmId);

        var result = await WriteAsync(record, Known with { Status = LeadStatus.DemoComplete });

        var lead = Assert.Single(Crm.Leads);
        Assert.NotEqual(record.CrmId, result.LeadId);
        Assert.Equal(("Lund", "Demo Complete"), ((string?)lead.Value["City"], (string?)lead.Value["Lead_Status"]));
        Assert.Equal(5, result.Sent.Count);
    }

    [Fact]
    public async Task Lead_that_was_merged_into_another_is_written_to_that_one()
    {
        var record = After(await WriteAsync(Unknown, Known));
        Crm.Remove(record.CrmId);
        var other = Crm.Add(Ada, ("City", "Malmö"));

        var result = await WriteAsync(record, Known with { Status = LeadStatus.DemoComplete });

        Assert.Equal(other, result.LeadId);
        Assert.Equal(("Malmö", "Demo Complete"), ((string?)Crm.Leads[other]["City"], (string?)Crm.Leads[other]["Lead_Status"]));
    }

    [Fact]
    public async Task Lead_that_was_converted_is_permanent_and_says_what_to_do()
    {
        Crm.Add(Ada, ("Converted__s", "true"));

        var failure = await Assert.ThrowsAsync<PermanentFailureException>(() => WriteAsync(Unknown, Known));

        Assert.Equal("lead-converted", failure.Code);
        Assert.DoesNotContain("@", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("write", Crm.Calls);
    }

    [Fact]
    public async Task Of_several_leads_the_oldest_that_is_open_is_written_and_the_others_are_named()
    {
        Crm.Add(Ada, ("Converted__s", "true"));
        var oldest = Crm.Add(Ada);
        var newer = Crm.Add(Ada);

        var result = await WriteAsync(Unknown, Known);

        Assert.Equal(oldest, result.LeadId);
        Assert.Contains(newer, Assert.Single(result.Issues), StringComparison.Ordinal);
        Assert.Null(Crm.Leads[newer]["Lead_Status"]);
    }

    [Fact]
    public async Task Nothing_is_written_after_the_lease_ran_out()
    {
        await using var held = await HeldEvent.TakeAsync(pipeline, Bodies.Created("A", Ada, 0, 48));
        await held.ReleaseAsync();
        await using var other = await HeldEvent.TakeAsync(pipeline);
        pipeline.Time.Advance(pipeline.Options.Lease);

        await Assert.ThrowsAnyAsync<Exception>(() => writer.WriteAsync(held.Run, Unknown, Known));

        Assert.DoesNotContain("write", Crm.Calls);
    }

    [Fact]
    public void Difference_for_a_rehearsal_asks_the_CRM_nothing()
    {
        var record = Unknown with { Written = new JsonObject { ["Email"] = Ada, ["City"] = "Oslo", ["Country"] = "Norway" } };

        var difference = writer.Difference(record, Known);

        Assert.Equal("""{"First_Name":"Ada","Last_Name":"Quill","City":"Lund","Lead_Status":"Demo Booked","Country":null}""", difference.ToJsonString());
        Assert.Empty(Crm.Calls);
    }

    private static LeadRecord After(LeadWriteResult result) => Unknown with { CrmId = result.LeadId, Written = result.Written, AlsoOurs = result.AlsoOurs };

    private async Task<LeadWriteResult> WriteAsync(LeadRecord record, Lead lead)
    {
        await using var held = await HeldEvent.TakeAsync(pipeline, Bodies.Created("A", Ada, 0, 48));
        var result = await writer.WriteAsync(held.Run, record, lead);
        await held.ReleaseAsync();
        return result;
    }
}
