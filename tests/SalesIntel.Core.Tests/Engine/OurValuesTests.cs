using System.Text.Json.Nodes;
using SalesIntel.Core.Tests.Fakes;
using SalesIntel.Crm;
using SalesIntel.Engine;
using SalesIntel.Failures;
using SalesIntel.Leads;
using SalesIntel.Storage.Contract;

namespace SalesIntel.Core.Tests.Engine;

/// <summary>Our own values are ours also where their write was not recorded, or where the CRM shows them in another form.</summary>
public sealed class OurValuesTests
{
    private const string Ada = "ada@quill.example";

    private static readonly Lead First = new()
    {
        Email = Ada,
        LastName = "Quill",
        Status = LeadStatus.DemoBooked,
        Values = Some.Values((LeadFields.CompanyName, "Quill Print"), (LeadFields.Phone, "070/123 45 67"), (LeadFields.Industry, "print")),
    };

    private static readonly Lead Second = First with
    {
        LastName = "Reed", Values = Some.Values((LeadFields.CompanyName, "Reed Print"), (LeadFields.Phone, "070/999 99 99"), (LeadFields.Industry, "media")),
    };

    private readonly Pipeline pipeline = new();
    private readonly LeadWriter writer;

    public OurValuesTests() => writer = new LeadWriter(pipeline.Crm, new FieldMap(new FieldMapOptions()));

    private TestCrm Crm => pipeline.Crm;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Values_of_a_write_whose_answer_was_lost_are_replaced(bool isKnown)
    {
        if (isKnown)
        {
            await WriteAsync(new Lead { Email = Ada, LastName = "Q" });
        }

        LoseAnswers();
        await Assert.ThrowsAsync<ProviderException>(() => WriteAsync(First));
        Assert.Equal("Quill Print", (string?)Assert.Single(Crm.Leads).Value["Company"]);
        Heal();

        await WriteAsync(Second);

        AssertHolds("Reed", "Reed Print", "070/999 99 99");
    }

    [Fact]
    public async Task Values_of_a_write_whose_answer_was_lost_are_replaced_after_the_same_write_again()
    {
        LoseAnswers();
        await Assert.ThrowsAsync<ProviderException>(() => WriteAsync(First));
        Heal();

        await WriteAsync(First);
        await WriteAsync(Second);

        AssertHolds("Reed", "Reed Print", "070/999 99 99");
        Assert.Empty((await RecordAsync()).AlsoOurs);
    }

    [Fact]
    public async Task Values_of_every_one_of_several_lost_answers_are_ours_and_the_list_does_not_grow_for_ever()
    {
        LoseAnswers();
        for (var attempt = 0; attempt < 8; attempt++)
        {
            await Assert.ThrowsAsync<ProviderException>(() => WriteAsync(First with { LastName = $"Quill {attempt}" }));
        }

        Assert.Equal(5, (await RecordAsync()).AlsoOurs["Last_Name"]!.AsArray().Count);
        Heal();
        await WriteAsync(Second);

        AssertHolds("Reed", "Reed Print", "070/999 99 99");
    }

    [Fact]
    public async Task Value_that_a_person_entered_after_a_lost_answer_is_kept()
    {
        LoseAnswers();
        await Assert.ThrowsAsync<ProviderException>(() => WriteAsync(First));
        Heal();
        Crm.Leads.Single().Value["Last_Name"] = "Quill-Marsh";

        await WriteAsync(Second);

        AssertHolds("Quill-Marsh", "Reed Print", "070/999 99 99");
    }

    [Fact]
    public async Task Value_that_a_person_entered_and_that_we_would_have_written_stays_the_persons()
    {
        Crm.Add(Ada, ("Last_Name", "Quill"));

        await WriteAsync(First);
        await WriteAsync(Second);

        AssertHolds("Quill", "Reed Print", "070/999 99 99");
    }

    [Fact]
    public async Task Intent_is_recorded_only_for_fields_that_yield()
    {
        await WriteAsync(First);
        LoseAnswers();

        await Assert.ThrowsAsync<ProviderException>(() => WriteAsync(First with { Status = LeadStatus.DemoComplete }));

        Assert.Empty((await RecordAsync()).AlsoOurs);
    }

    [Fact]
    public async Task Values_lost_while_a_deleted_lead_was_written_anew_are_replaced()
    {
        await WriteAsync(First);
        Crm.Remove(Crm.Leads.Single().Key);
        LoseAnswers(after: 1);
        await Assert.ThrowsAsync<ProviderException>(() => WriteAsync(First with { LastName = "Marsh" }));
        Assert.Equal("Marsh", (string?)Assert.Single(Crm.Leads).Value["Last_Name"]);
        Heal();

        await WriteAsync(Second);

        AssertHolds("Reed", "Reed Print", "070/999 99 99");
    }

    [Fact]
    public async Task Field_that_the_CRM_did_not_take_is_sent_again_until_it_does()
    {
        Crm.Take = (field, value) => (field is not ("Lead_Status" or "Phone"), value);
        var result = await WriteAsync(First);
        Assert.DoesNotContain("Lead_Status", result.Sent);
        Assert.False(result.Written.ContainsKey("Lead_Status"));

        Crm.Take = (_, value) => (true, value);
        Assert.Equal(["Phone", "Lead_Status"], (await WriteAsync(First)).Sent);

        Assert.Equal("Demo Booked", (string?)Assert.Single(Crm.Leads).Value["Lead_Status"]);
        Assert.Empty((await WriteAsync(First)).Sent);
    }

    [Fact]
    public async Task Earlier_value_of_ours_is_ours_also_after_the_CRM_did_not_take_a_later_one()
    {
        await WriteAsync(First);
        Crm.Take = (field, value) => (field != "Industry", value);
        await WriteAsync(First with { Values = First.Values.With(LeadFields.Industry, FieldValue.Of("space")) });
        Crm.Take = (_, value) => (true, value);

        await WriteAsync(Second);

        Assert.Equal("media", (string?)Crm.Leads.Single().Value["Industry"]);
    }

    [Fact]
    public async Task Value_that_the_CRM_shows_in_another_form_is_ours()
    {
        Crm.Take = Upper;
        var first = await WriteAsync(First);
        Assert.Equal("print", (string?)first.Written["Industry"]);
        Assert.Equal("""{"Company":["QUILL PRINT"],"Industry":["PRINT"]}""", Others(first));
        Crm.Calls.Clear();
        Assert.Empty((await WriteAsync(First)).Sent);
        Assert.Empty(Crm.Calls);

        await WriteAsync(Second);
        Assert.Equal("MEDIA", (string?)Crm.Leads.Single().Value["Industry"]);

        await WriteAsync(Second with { Values = Some.Values((LeadFields.CompanyName, "Reed Print")) });
        Assert.Null(Crm.Leads.Single().Value["Industry"]);
        Assert.DoesNotContain("Industry", (await RecordAsync()).AlsoOurs);
    }

    [Fact]
    public async Task Value_that_a_person_put_in_the_place_of_another_form_of_ours_is_kept()
    {
        Crm.Take = Upper;
        await WriteAsync(First);
        Crm.Leads.Single().Value["Industry"] = "Books";

        await WriteAsync(Second);

        Assert.Equal("Books", (string?)Crm.Leads.Single().Value["Industry"]);
    }

    [Fact]
    public async Task Moment_that_the_CRM_shows_in_its_own_time_zone_is_ours()
    {
        var map = new FieldMapOptions();
        map.Custom[CustomFields.DemoDateTime] = "Demo_Datetime";
        var timed = new LeadWriter(Crm, new FieldMap(map));
        var held = new Lead { Email = Ada, LastName = "Quill", DemoAt = Bodies.Base };
        await WriteAsync(held, timed);
        Crm.Leads.Single().Value["Demo_Datetime"] = "2026-11-01T13:30:00+05:30";

        await WriteAsync(held with { DemoAt = Bodies.Base.AddHours(1) }, timed);

        Assert.Equal("2026-11-01T09:00:00+00:00", (string?)Crm.Leads.Single().Value["Demo_Datetime"]);
    }

    private static (bool Taken, JsonNode? Form) Upper(string field, JsonNode? value) =>
        (true, field is "Company" or "Industry" && value is not null ? JsonValue.Create(value.ToString().ToUpperInvariant()) : value);

    private static string Others(LeadWriteResult result) => result.AlsoOurs.ToJsonString();

    private void AssertHolds(string lastName, string company, string phone)
    {
        var lead = Assert.Single(Crm.Leads).Value;
        Assert.Equal((lastName, company, phone), ((string?)lead["Last_Name"], (string?)lead["Company"], (string?)lead["Phone"]));
    }

    private void LoseAnswers(int after = 0) => Crm.After = call =>
    {
        if (call == "write" && after-- <= 0)
        {
            throw new ProviderException("test", "cut-off", "no answer") { IsTransient = true, OutcomeUnknown = true };
        }
    };

    private void Heal() => Crm.After = _ => { };

    private Task<LeadRecord> RecordAsync() => pipeline.Store.GetLeadAsync(LeadKey.FromEmail(Ada), CancellationToken.None);

    // As a stage does it: what was written is recorded afterwards, if it comes to that.
    private async Task<LeadWriteResult> WriteAsync(Lead lead, LeadWriter? other = null)
    {
        await using var held = await HeldEvent.TakeAsync(pipeline, Bodies.Created("A", Ada, 0, 48));
        try
        {
            var result = await (other ?? writer).WriteAsync(held.Run, await held.RecordAsync(), lead);
            await held.Run.CommitAsync(new EventCommit
            {
                Next = new NextStep.Continue(),
                Lead = new LeadUpdate
                {
                    Key = held.Lead, Email = Ada, CrmId = result.LeadId, Written = result.Written, AlsoOurs = result.AlsoOurs,
                },
            });
            return result;
        }
        finally
        {
            await held.ReleaseAsync();
        }
    }
}
