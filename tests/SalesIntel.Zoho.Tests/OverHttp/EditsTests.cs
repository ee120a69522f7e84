using System.Text.Json.Nodes;
using SalesIntel.Crm;
using SalesIntel.Leads;
using SalesIntel.Simulator;
using SalesIntel.Storage.Contract;

namespace SalesIntel.Zoho.Tests.OverHttp;

/// <summary>What people change in Zoho stays, and what Zoho makes of our values is not taken for a change.</summary>
public sealed class EditsTests
{
    private const string Email = "dana.quill@northwind-labs.example";

    [Fact]
    public async Task Row_10_4_lead_of_which_a_person_changed_three_fields_keeps_them_and_the_result_says_so()
    {
        await using var server = await SimulatorServer.StartAsync();
        using var zoho = new HttpZoho(server);
        var record = await WriteAsync(zoho, new LeadRecord { Key = LeadKey.FromEmail(Email), Email = Email }, "Northwind", "Perth", "Australia", "+61298765432");
        var id = Assert.Single(server.State.Leads).Id;
        server.State.EditLead(id, new JsonObject { ["Company"] = "Northwind Labs", ["City"] = "Sydney", ["Country"] = "New Zealand" });

        var (result, after) = await TryWriteAsync(zoho, record, "Northwind Studios", "Melbourne", "Austria", "+61298765433");

        var lead = Assert.Single(server.State.Leads);
        Assert.Equal(("Northwind Labs", "Sydney", "New Zealand"), (lead["Company"], lead["City"], lead["Country"]));
        Assert.Equal("+61298765433", lead["Phone"]);
        Assert.Equal(["Company", "City", "Country"], result.Kept);
        Assert.Equal(["Phone"], result.Sent);

        // What gave way costs no call.
        var reads = server.State.Requests["zoho.get"];
        (result, after) = await TryWriteAsync(zoho, after, "Northwind Studios", "Melbourne", "Austria", "+61298765433");
        Assert.Empty(result.Sent);
        Assert.Equal(reads, server.State.Requests["zoho.get"]);

        // The person gives one back to us by emptying it: that is seen when the lead is read for another field.
        server.State.EditLead(id, new JsonObject { ["City"] = null });
        (result, _) = await TryWriteAsync(zoho, after, "Northwind Studios", "Melbourne", "Austria", "+61298765434");
        Assert.Equal("Melbourne", server.State.Leads[0]["City"]);
        Assert.Equal(["Company", "Country"], result.Kept);
    }

    [Fact]
    public async Task Value_that_Zoho_took_in_another_form_is_replaced_by_the_next_one()
    {
        await using var server = await SimulatorServer.StartAsync();
        using var zoho = new HttpZoho(server);
        var record = await WriteAsync(
            zoho, new LeadRecord { Key = LeadKey.FromEmail(Email), Email = Email }, new string('n', 250), "Perth", "Australia", "+61 (0)2 9876/5432");
        Assert.Equal((200, "+61298765432"), (server.State.Leads[0]["Company"]!.Length, server.State.Leads[0]["Phone"]));

        var (result, _) = await TryWriteAsync(zoho, record, "Northwind", "Perth", "Australia", "+61298765433");

        Assert.Empty(result.Kept);
        Assert.Equal(("Northwind", "+61298765433"), (server.State.Leads[0]["Company"], server.State.Leads[0]["Phone"]));
    }

    private static async Task<LeadRecord> WriteAsync(HttpZoho zoho, LeadRecord record, params string[] values) =>
        (await TryWriteAsync(zoho, record, values)).Record;

    private static async Task<(LeadWriteResult Result, LeadRecord Record)> TryWriteAsync(HttpZoho zoho, LeadRecord record, params string[] values)
    {
        LeadField[] fields = [LeadFields.CompanyName, LeadFields.City, LeadFields.Country, LeadFields.Phone];
        var patch = new LeadPatch
        {
            Email = Email,
            Fields =
            [
                new PatchField(LeadFields.LastName, "Quill", WritePolicy.PreserveUserEdits),
                .. fields.Zip(values, (field, value) => new PatchField(field, value, field.Policy)),
            ],
        };
        var journal = new Journal();
        var result = await new LeadSynchronizer(zoho.Crm, TimeProvider.System).WriteAsync(record, patch, journal, null, default);
        return (result, record with { CrmId = result.LeadId, Written = result.Written, OtherForms = result.OtherForms });
    }

    private sealed class Journal : ILeadWriteJournal
    {
        public void EnsureMayWrite()
        {
        }

        public Task RecordIntentAsync(JsonObject otherForms) => Task.CompletedTask;
    }
}
