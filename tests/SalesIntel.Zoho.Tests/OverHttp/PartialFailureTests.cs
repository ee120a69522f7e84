using System.Text.Json.Nodes;
using SalesIntel.Simulator;
using SalesIntel.Zoho.Client;
using SalesIntel.Zoho.Tests.Client;

namespace SalesIntel.Zoho.Tests.OverHttp;

/// <summary>Rows 3.4 to 3.10 of the reference: a field that is refused costs that field and never the lead.</summary>
public sealed class PartialFailureTests
{
    private const string Email = "dana.quill@northwind-labs.example";

    [Fact]
    public async Task Row_3_5_bad_fields_named_one_after_the_other_are_all_helped()
    {
        var options = new SimulatorOptions
        {
            ReportAllFieldErrors = false, LengthsAsText = true,
            RefusedFields = { ["City"] = "INVALID_DATA", ["State"] = "DEPENDENT_MISMATCH", ["Lead_Status"] = "RECORD_IN_BLUEPRINT" },
            MandatoryFields = { "Company" },
        };
        await using var server = await SimulatorServer.StartAsync(options);
        using var zoho = new HttpZoho(server);
        server.Faults.Add(new SimulatorFault { Target = FaultTarget.Zoho, Match = "fields", Action = FaultAction.Unavailable });

        var receipt = await zoho.WriteAsync(Email, new JsonObject
        {
            ["Last_Name"] = new string('q', 100), ["City"] = "Perth", ["State"] = "WA", ["Lead_Status"] = "Demo Booked", ["Website"] = "northwind.example",
        });

        Assert.True(receipt.Created);
        Assert.Equal(
            [
                "City: Zoho refused the value (INVALID_DATA), left out",
                "Company: mandatory in Zoho and not known, filled with the stand-in",
                "Last_Name: Zoho takes 80 characters, shortened",
                "Lead_Status: governed by a blueprint in Zoho, left out; finish the transition there or take the field out of the blueprint",
                "State: does not go with the field that it depends on in Zoho (DEPENDENT_MISMATCH), left out",
            ],
            receipt.Issues.Order(StringComparer.Ordinal));
        var lead = Assert.Single(server.State.Leads);
        Assert.Equal(
            (80, null, null, null, "northwind.example", "Not provided"),
            (lead["Last_Name"]!.Length, lead["City"], lead["State"], lead["Lead_Status"], lead["Website"], lead["Company"]));
        Assert.Equal(["Company", "Last_Name", "Website"], receipt.Sent!.Select(field => field.Key).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Row_3_4_mandatory_field_is_not_cleared_by_an_update()
    {
        await using var server = await SimulatorServer.StartAsync(new SimulatorOptions { MandatoryFields = { "Company" } });
        using var zoho = new HttpZoho(server);
        var id = server.State.AddLead(new JsonObject { ["Last_Name"] = "Quill", ["Email"] = Email, ["Company"] = "Northwind" });

        var receipt = await zoho.WriteAsync(Email, new JsonObject { ["Company"] = null, ["City"] = "Perth" }, id);

        Assert.Equal(["Company: mandatory in Zoho, not cleared"], receipt.Issues);
        Assert.Equal(("Northwind", "Perth"), (server.State.Leads[0]["Company"], server.State.Leads[0]["City"]));
    }

    [Fact]
    public async Task Row_3_4_mandatory_field_without_a_stand_in_ends_the_lead_and_is_named()
    {
        await using var server = await SimulatorServer.StartAsync(new SimulatorOptions { MandatoryFields = { "City" } });
        using var zoho = new HttpZoho(server);

        var failure = (ZohoCrmException)await Support.ZohoHarness.FailsAsync(() => zoho.WriteAsync(Email, new JsonObject { ["Last_Name"] = "Quill" }));

        Assert.Equal(("MANDATORY_NOT_FOUND", "City", false), (failure.Code, failure.Field, failure.IsTransient));
        Assert.Contains("Map it", failure.Advice);
    }

    [Fact]
    public async Task Row_3_6_duplicate_telephone_never_touches_the_other_persons_lead()
    {
        await using var server = await SimulatorServer.StartAsync(new SimulatorOptions { UniqueFields = { "Phone" } });
        using var zoho = new HttpZoho(server);
        var other = server.State.AddLead(new JsonObject { ["Last_Name"] = "Voss", ["Email"] = "li.voss@harrow.example", ["Phone"] = "+61298765432" });

        var receipt = await zoho.WriteAsync(Email, new JsonObject { ["Last_Name"] = "Quill", ["Phone"] = "+61298765432" });
        var again = await zoho.WriteAsync(Email, new JsonObject { ["Phone"] = "+61298765432", ["City"] = "Perth" }, receipt.LeadId);

        Assert.True(receipt.Created);
        Assert.NotEqual(other, receipt.LeadId);
        string[] issue = [$"Phone: another record (Leads {other}) has the same value in this unique field, left out"];
        Assert.Equal(issue, receipt.Issues);
        Assert.Equal(issue, again.Issues);
        Assert.Equal(("Voss", 1), (server.State.Leads.Single(lead => lead.Id == other)["Last_Name"], server.State.Leads.Single(lead => lead.Id == other).Revision));
        Assert.Equal("Perth", server.State.Leads.Single(lead => lead.Id == receipt.LeadId)["City"]);
    }

    [Fact]
    public async Task Row_3_6_unique_values_are_written_by_id_so_that_no_upsert_finds_another_persons_lead_by_them()
    {
        await using var server = await SimulatorServer.StartAsync(new SimulatorOptions { UniqueFields = { "Phone", "Website" } });
        using var zoho = new HttpZoho(server);
        string[] people = [.. Enumerable.Range(0, 12).Select(i => $"p{i}@northwind.example")];

        var receipts = await Task.WhenAll(people.Select((email, at) => zoho.WriteAsync(
            email, new JsonObject { ["Last_Name"] = $"P{at}", ["Phone"] = "+61298765432", ["Website"] = $"w{at / 2}.example" })));

        Assert.Equal(people, receipts.Select(receipt => server.State.Leads.Single(lead => lead.Id == receipt.LeadId)["Email"]));
        Assert.Equal(Enumerable.Range(0, 12).Select(at => $"P{at}"), receipts.Select(receipt => server.State.Leads.Single(lead => lead.Id == receipt.LeadId)["Last_Name"]));
        Assert.All(receipts, receipt => Assert.True(receipt.Created));
        Assert.Single(receipts, receipt => receipt.Sent!.ContainsKey("Phone"));
        Assert.Equal(6, receipts.Count(receipt => receipt.Sent!.ContainsKey("Website")));
        Assert.Equal(11, receipts.Count(receipt => receipt.Issues.Any(issue => issue.StartsWith("Phone: another record", StringComparison.Ordinal))));
        Assert.Equal(6, server.State.Leads.Count(lead => lead["Website"] is not null));
    }

    [Fact]
    public async Task Row_3_6_unique_value_that_a_layout_demands_goes_with_the_new_lead()
    {
        await using var server = await SimulatorServer.StartAsync(new SimulatorOptions { UniqueFields = { "Phone" }, MandatoryFields = { "Phone" } });
        using var zoho = new HttpZoho(server);

        var receipt = await zoho.WriteAsync(Email, new JsonObject { ["Last_Name"] = "Quill", ["Phone"] = "+61298765432" });

        Assert.Empty(receipt.Issues);
        Assert.Equal(("+61298765432", true), (Assert.Single(server.State.Leads)["Phone"], receipt.Sent!.ContainsKey("Phone")));
    }

    [Fact]
    public async Task Row_3_6_lead_that_Zoho_took_for_another_persons_is_named_where_nothing_is_known_of_the_fields()
    {
        await using var server = await SimulatorServer.StartAsync(new SimulatorOptions { UniqueFields = { "Phone" }, MissingScopes = { "ZohoCRM.settings.fields.READ" } });
        using var zoho = new HttpZoho(server);
        var other = server.State.AddLead(new JsonObject { ["Last_Name"] = "Voss", ["Email"] = "li.voss@harrow.example", ["Phone"] = "+61298765432" });

        var receipt = await zoho.WriteAsync(Email, new JsonObject { ["Last_Name"] = "Quill", ["Phone"] = "+61298765432" });

        Assert.Equal((other, false), (receipt.LeadId, receipt.Created));
        Assert.StartsWith($"Phone: Zoho took this person for lead {other}", Assert.Single(receipt.Issues));
        Assert.Contains("ZohoCRM.settings.fields.READ", receipt.Issues[0]);
    }

    [Theory]
    [InlineData(503, true)]
    [InlineData(403, false)]
    public async Task Row_3_6_unique_value_that_can_not_follow_costs_no_lead(int status, bool isTriedAgain)
    {
        await using var server = await SimulatorServer.StartAsync(new SimulatorOptions { UniqueFields = { "Phone" } });
        using var zoho = new HttpZoho(server);
        server.Faults.Add(new SimulatorFault { Target = FaultTarget.Zoho, Match = "update", Action = FaultAction.Status, Status = status });
        Task<SalesIntel.Crm.CrmLeadReceipt> WriteAsync() => zoho.WriteAsync(Email, new JsonObject { ["Last_Name"] = "Quill", ["Phone"] = "+61298765432" });

        if (isTriedAgain)
        {
            Assert.True((await Support.ZohoHarness.FailsAsync(WriteAsync)).IsOutage);
        }
        else
        {
            var receipt = await WriteAsync();
            Assert.Equal(("Phone: not written (NO_PERMISSION)", false), (Assert.Single(receipt.Issues)[..34], receipt.Sent!.ContainsKey("Phone")));
        }

        Assert.Null(Assert.Single(server.State.Leads)["Phone"]);
    }

    [Fact]
    public async Task Row_3_6_contact_with_the_address_gets_note_and_task_and_no_lead_is_made()
    {
        await using var server = await SimulatorServer.StartAsync(new SimulatorOptions { DuplicateCheckCoversContacts = true });
        using var zoho = new HttpZoho(server);
        var contact = server.State.AddContact(new JsonObject { ["Last_Name"] = "Quill", ["Email"] = Email, ["Phone"] = "1234567" });

        var found = await zoho.WriteAsync(Email, new JsonObject { ["Last_Name"] = "Quill", ["Lead_Intel"] = "x" });
        var current = await zoho.Crm.GetLeadAsync(found.LeadId, ["Phone", "Industry"], default);
        var receipt = await zoho.WriteAsync(Email, new JsonObject { ["Lead_Intel"] = "x", ["Industry"] = "Packaging" }, found.LeadId);
        await zoho.Crm.CreateNoteAsync(found.LeadId, new("Booked", "Text\nmark", "mark"), default);
        await zoho.Crm.CreateTaskAsync(found.LeadId, new("Call", new DateOnly(2026, 11, 30), "Text\nmark", "mark"), default);

        Assert.Equal(($"Contacts/{contact}", true), (found.LeadId, found.Exists));
        Assert.Equal(("""{"Phone":"1234567"}""", Email, false), (current!.Fields.ToJsonString(), current.Email, current.IsConverted));
        Assert.Empty(receipt.Issues);
        Assert.Equal("""{"Lead_Intel":"x"}""", receipt.Sent!.ToJsonString());
        Assert.Empty(server.State.Leads);
        Assert.Equal("x", Assert.Single(server.State.Contacts)["Lead_Intel"]);
        Assert.Equal(("Contacts", contact), (server.State.Notes[0].ParentModule, server.State.Notes[0].ParentId));
        Assert.Equal(("Contacts", contact), (server.State.Tasks[0].ParentModule, server.State.Tasks[0].ParentId));
        Assert.NotNull(await zoho.Crm.FindNoteAsync(found.LeadId, "mark", default));
    }

    [Fact]
    public async Task Contact_is_looked_for_where_that_is_set()
    {
        await using var server = await SimulatorServer.StartAsync();
        using var zoho = new HttpZoho(server, configure: o => (o.Contacts, o.WriteContacts) = (ZohoContactLookup.Always, false));
        var contact = server.State.AddContact(new JsonObject { ["Last_Name"] = "Quill", ["Email"] = Email });

        var found = Assert.Single(await zoho.Crm.FindLeadsAsync([Email, "nobody@northwind.example"], ["Last_Name"], default));
        var receipt = await zoho.WriteAsync(Email, new JsonObject { ["Lead_Intel"] = "x" }, found.Id);

        Assert.Equal(($"Contacts/{contact}", "Quill"), (found.Id, (string?)found.Fields["Last_Name"]));
        Assert.Equal(("{}", found.Id), (receipt.Sent!.ToJsonString(), receipt.LeadId));
        Assert.Null(server.State.Contacts[0]["Lead_Intel"]);
    }

    [Fact]
    public async Task Row_4_3_of_several_exact_matches_the_oldest_open_one_is_meant_and_the_others_are_named()
    {
        await using var server = await SimulatorServer.StartAsync(new SimulatorOptions { ZohoIndexDelay = TimeSpan.FromHours(1) });
        using var zoho = new HttpZoho(server);
        var first = server.State.AddLead(new JsonObject { ["Last_Name"] = "Quill", ["Email"] = Email });
        server.State.AddLead(new JsonObject { ["Last_Name"] = "Quill", ["Email"] = Email });

        var found = await zoho.WriteAsync(Email, new JsonObject { ["Last_Name"] = "Quill" });

        Assert.Equal((first, true), (found.LeadId, found.Exists));
        Assert.All(server.State.Leads, lead => Assert.Equal(1, lead.Revision));
    }

    [Fact]
    public async Task Duplicate_without_a_fields_name_is_followed_only_when_the_address_is_the_same()
    {
        using var zoho = new Support.ZohoHarness();
        zoho.Stub.On("POST /crm/v8/Leads/upsert", 400, Support.Answers.Row("DUPLICATE_DATA", """{"id":"5009"}"""))
            .On("GET /crm/v8/Leads/5009", 200, """{"data":[{"id":"5009","Email":"li.voss@harrow.example"}]}""")
            .On("POST /crm/v8/Leads/upsert", 400, Support.Answers.Row("DUPLICATE_DATA", """{"id":"5010"}"""))
            .On("GET /crm/v8/Leads/5010", 200, $$"""{"data":[{"id":"5010","Email":"{{Email}}"}]}""");

        var refused = await Support.ZohoHarness.FailsAsync(() => zoho.WriteAsync(null, """{"Last_Name":"Quill"}"""));
        var followed = await zoho.WriteAsync(null, """{"Last_Name":"Quill"}""");

        Assert.Equal("DUPLICATE_DATA", refused.Code);
        Assert.Equal(("5010", true), (followed.LeadId, followed.Exists));
    }

    [Fact]
    public async Task Emoji_that_Zoho_refuses_are_left_out_and_the_rest_is_kept()
    {
        await using var server = await SimulatorServer.StartAsync(new SimulatorOptions { RefusesEmoji = true, ReportAllFieldErrors = false });
        using var zoho = new HttpZoho(server);

        var receipt = await zoho.WriteAsync(Email, new JsonObject { ["Last_Name"] = "Quill 🚀", ["Company"] = "🚀", ["City"] = "Łódź" });

        var lead = Assert.Single(server.State.Leads);
        Assert.Equal(("Quill", null, "Łódź"), (lead["Last_Name"], lead["Company"], lead["City"]));
        Assert.Equal(["Company", "Last_Name"], receipt.Issues.Select(issue => issue.Split(':')[0]).Order());
    }

    [Fact]
    public async Task Address_of_an_international_domain_is_tried_in_its_other_spelling()
    {
        using var zoho = new Support.ZohoHarness();
        zoho.Stub.On("POST /crm/v8/Leads/upsert", 400, Support.Answers.Row("INVALID_DATA", """{"api_name":"Email","expected_data_type":"email"}"""))
            .On("POST /crm/v8/Leads/upsert", 200, Support.Answers.Inserted);

        var receipt = await zoho.Get<SalesIntel.Zoho.Crm.LeadWriter>().WriteAsync(null, "dana@bücher.example", new JsonObject { ["Last_Name"] = "Quill" }, default, default);

        Assert.Contains("\"Email\":\"dana@xn--bcher-kva.example\"", zoho.Stub.Calls[1].Body);
        Assert.StartsWith("Email: ", Assert.Single(receipt.Issues));
    }

    [Fact]
    public async Task Row_3_8_locked_record_is_busy_and_no_outage()
    {
        await using var server = await SimulatorServer.StartAsync();
        using var zoho = new HttpZoho(server);
        var id = server.State.AddLead(new JsonObject { ["Last_Name"] = "Quill", ["Email"] = Email });
        server.State.LockLead(id);

        var failure = await Support.ZohoHarness.FailsAsync(() => zoho.WriteAsync(Email, new JsonObject { ["City"] = "Perth" }, id));
        server.State.LockLead(id, locked: false);
        await zoho.WriteAsync(Email, new JsonObject { ["City"] = "Perth" }, id);

        Assert.Equal(("RECORD_LOCKED", true, false), (failure.Code, failure.IsRecordBusy, failure.IsOutage));
        Assert.Equal("Perth", server.State.Leads[0]["City"]);
    }

    [Fact]
    public async Task Row_3_12_time_out_after_the_write_was_done_is_open_and_a_repeat_changes_nothing()
    {
        await using var server = await SimulatorServer.StartAsync();
        using var zoho = new HttpZoho(server, configure: o => o.Timeout = TimeSpan.FromSeconds(1));
        server.Faults.Add(new SimulatorFault { Target = FaultTarget.Zoho, Match = "upsert", Action = FaultAction.HangAfterCommit, Times = 1 });

        var late = await Support.ZohoHarness.FailsAsync(() => zoho.WriteAsync(Email, new JsonObject { ["Last_Name"] = "Quill" }));
        var again = await zoho.WriteAsync(Email, new JsonObject { ["Last_Name"] = "Quill" });

        Assert.Equal(("timeout", true, true), (late.Code, late.IsOutage, late.OutcomeUnknown));
        Assert.Equal((false, Assert.Single(server.State.Leads).Id), (again.Created, again.LeadId));
    }

    [Fact]
    public async Task Row_3_3_last_result_that_is_missing_is_asked_for_alone()
    {
        await using var server = await SimulatorServer.StartAsync();
        using var zoho = new HttpZoho(server);
        server.Faults.Add(new SimulatorFault { Target = FaultTarget.Zoho, Match = "upsert", Action = FaultAction.ShortData, Times = 1 });
        Person[] people = [.. Enumerable.Range(0, 5).Select(i => new Person { LastName = $"P{i}", Email = $"p{i}@northwind.example" })];

        var results = await zoho.Client.UpsertBatchAsync("Leads", people, PersonJson.Default.Person, new() { DuplicateCheckFields = ["Email"] });

        Assert.Equal(server.State.Leads.Select(lead => lead.Id), results.Select(result => result.Id));
        Assert.Equal(ZohoWriteAction.Updated, results[^1].Action);
    }
}
