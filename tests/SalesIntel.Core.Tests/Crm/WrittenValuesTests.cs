using System.Text.Json.Nodes;
using SalesIntel.Core.Tests.Fakes;
using SalesIntel.Crm;
using SalesIntel.Failures;
using SalesIntel.Leads;

namespace SalesIntel.Core.Tests.Crm;

/// <summary>What we wrote is ours also where the write was not recorded, or where the CRM shows it in another form.</summary>
public sealed class WrittenValuesTests
{
    private const string Ada = SynchronizedLead.Ada;

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

    private readonly SynchronizedLead ada = new(
        DemoFields.Status, LeadFields.LastName, LeadFields.CompanyName, LeadFields.Phone, LeadFields.Industry);

    private TestCrm Crm => ada.Crm;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Values_of_a_write_whose_answer_was_lost_are_replaced(bool isKnown)
    {
        if (isKnown)
        {
            await ada.WriteAsync(new Lead { Email = Ada, LastName = "Q" });
        }

        ada.LoseAnswers();
        await Assert.ThrowsAsync<ProviderException>(() => ada.WriteAsync(First));
        Assert.Equal("Quill Print", (string?)Assert.Single(Crm.Leads).Value["company_name"]);
        ada.Heal();

        await ada.WriteAsync(Second);

        AssertHolds("Reed", "Reed Print", "070/999 99 99");
    }

    [Fact]
    public async Task Values_of_a_write_whose_answer_was_lost_are_replaced_after_the_same_write_again()
    {
        ada.LoseAnswers();
        await Assert.ThrowsAsync<ProviderException>(() => ada.WriteAsync(First));
        ada.Heal();

        await ada.WriteAsync(First);
        await ada.WriteAsync(Second);

        AssertHolds("Reed", "Reed Print", "070/999 99 99");
        Assert.Empty(ada.Record.OtherForms);
    }

    [Fact]
    public async Task Values_of_every_one_of_several_lost_answers_are_ours_and_the_list_does_not_grow_for_ever()
    {
        ada.LoseAnswers();
        for (var attempt = 0; attempt < 8; attempt++)
        {
            await Assert.ThrowsAsync<ProviderException>(() => ada.WriteAsync(First with { LastName = $"Quill {attempt}" }));
        }

        Assert.Equal(5, ada.Record.OtherForms["last_name"]!.AsArray().Count);
        ada.Heal();
        await ada.WriteAsync(Second);

        AssertHolds("Reed", "Reed Print", "070/999 99 99");
    }

    [Fact]
    public async Task Value_that_a_person_entered_after_a_lost_answer_is_kept()
    {
        ada.LoseAnswers();
        await Assert.ThrowsAsync<ProviderException>(() => ada.WriteAsync(First));
        ada.Heal();
        Crm.Leads.Single().Value["last_name"] = "Quill-Marsh";

        await ada.WriteAsync(Second);

        AssertHolds("Quill-Marsh", "Reed Print", "070/999 99 99");
    }

    [Fact]
    public async Task Value_that_a_person_entered_and_that_we_would_have_written_stays_the_persons()
    {
        Crm.Add(Ada, ("last_name", "Quill"));

        await ada.WriteAsync(First);
        await ada.WriteAsync(Second);

        AssertHolds("Quill", "Reed Print", "070/999 99 99");
    }

    [Fact]
    public async Task Write_whose_answer_was_lost_is_undone_when_the_facts_are_again_what_was_recorded_before()
    {
        await ada.WriteAsync(First);
        ada.LoseAnswers();
        await Assert.ThrowsAsync<ProviderException>(() => ada.WriteAsync(Second with { Status = LeadStatus.DemoComplete }));
        Assert.Equal("DemoComplete", (string?)Assert.Single(Crm.Leads).Value["lead_status"]);
        ada.Heal();

        await ada.WriteAsync(First);

        AssertHolds("Quill", "Quill Print", "070/123 45 67");
        Assert.Equal("DemoBooked", (string?)Assert.Single(Crm.Leads).Value["lead_status"]);
        Assert.Empty(ada.Record.OtherForms);
    }

    [Fact]
    public async Task What_is_written_for_the_first_time_needs_no_mark()
    {
        await ada.WriteAsync(new Lead { Email = Ada, LastName = "Quill" });
        ada.LoseAnswers();
        await Assert.ThrowsAsync<ProviderException>(() => ada.WriteAsync(new Lead { Email = Ada, LastName = "Quill", Status = LeadStatus.DemoBooked }));
        Assert.Empty(ada.Record.OtherForms);
    }

    [Fact]
    public async Task Values_lost_while_a_deleted_lead_was_written_anew_are_replaced()
    {
        await ada.WriteAsync(First);
        Crm.Remove(Crm.Leads.Single().Key);
        ada.LoseAnswers(after: 1);
        await Assert.ThrowsAsync<ProviderException>(() => ada.WriteAsync(First with { LastName = "Marsh" }));
        Assert.Equal("Marsh", (string?)Assert.Single(Crm.Leads).Value["last_name"]);
        ada.Heal();

        await ada.WriteAsync(Second);

        AssertHolds("Reed", "Reed Print", "070/999 99 99");
    }

    [Fact]
    public async Task Field_that_the_CRM_did_not_take_is_sent_again_a_day_later_until_it_does()
    {
        Crm.Take = (field, value) => (field is not ("lead_status" or "phone"), value);
        var result = await ada.WriteAsync(First);
        Assert.DoesNotContain("lead_status", result.Sent);
        Assert.False(result.Written.ContainsKey("lead_status"));

        Crm.Take = (_, value) => (true, value);
        ada.Time.Advance(TimeSpan.FromDays(1));
        Assert.Equal(["lead_status", "phone"], (await ada.WriteAsync(First)).Sent);

        Assert.Equal("DemoBooked", (string?)Assert.Single(Crm.Leads).Value["lead_status"]);
        Assert.Empty((await ada.WriteAsync(First)).Sent);
    }

    [Fact]
    public async Task Earlier_value_of_ours_is_ours_also_after_the_CRM_did_not_take_a_later_one()
    {
        await ada.WriteAsync(First);
        Crm.Take = (field, value) => (field != "industry", value);
        await ada.WriteAsync(First with { Values = First.Values.With(LeadFields.Industry, FieldValue.Of("space")) });
        Crm.Take = (_, value) => (true, value);

        await ada.WriteAsync(Second);

        Assert.Equal("media", (string?)Crm.Leads.Single().Value["industry"]);
    }

    [Fact]
    public async Task Value_that_the_CRM_shows_in_another_form_is_ours()
    {
        Crm.Take = Upper;
        var first = await ada.WriteAsync(First);
        Assert.Equal("print", (string?)first.Written["industry"]);
        Assert.Equal("""{"company_name":["QUILL PRINT"],"industry":["PRINT"]}""", Others(first));
        Crm.Calls.Clear();
        Assert.Empty((await ada.WriteAsync(First)).Sent);
        Assert.Empty(Crm.Calls);

        await ada.WriteAsync(Second);
        Assert.Equal("MEDIA", (string?)Crm.Leads.Single().Value["industry"]);

        await ada.WriteAsync(Second with { Values = Some.Values((LeadFields.CompanyName, "Reed Print")) });
        Assert.Null(Crm.Leads.Single().Value["industry"]);
        Assert.DoesNotContain("industry", ada.Record.OtherForms);
    }

    [Fact]
    public async Task Value_that_a_person_put_in_the_place_of_another_form_of_ours_is_kept()
    {
        Crm.Take = Upper;
        await ada.WriteAsync(First);
        Crm.Leads.Single().Value["industry"] = "Books";

        await ada.WriteAsync(Second);

        Assert.Equal("Books", (string?)Crm.Leads.Single().Value["industry"]);
    }

    [Fact]
    public async Task Value_that_the_CRM_calls_the_same_is_ours()
    {
        Crm.Mapping = new TestMapping(DemoFields.Email, LeadFields.Industry) { Same = StringComparer.OrdinalIgnoreCase };
        await ada.WriteAsync(First);
        ada.Shown["industry"] = "PRINT";

        await ada.WriteAsync(Second);

        Assert.Equal("media", (string?)ada.Shown["industry"]);
    }

    private static (bool Taken, JsonNode? Form) Upper(string field, JsonNode? value) =>
        (true, field is "company_name" or "industry" && value is not null ? JsonValue.Create(value.ToString().ToUpperInvariant()) : value);

    private static string Others(LeadWriteResult result) => result.OtherForms.ToJsonString();

    private void AssertHolds(string lastName, string company, string phone)
    {
        var lead = Assert.Single(Crm.Leads).Value;
        Assert.Equal((lastName, company, phone), ((string?)lead["last_name"], (string?)lead["company_name"], (string?)lead["phone"]));
    }
}
