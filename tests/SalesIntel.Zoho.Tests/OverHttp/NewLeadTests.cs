using System.Text.Json.Nodes;
using SalesIntel.Crm;
using SalesIntel.Leads;
using SalesIntel.Simulator;
using SalesIntel.Storage.Contract;

namespace SalesIntel.Zoho.Tests.OverHttp;

/// <summary>Leads that are new, or that a person typed a second ago, which the search index does not show yet.</summary>
public sealed class NewLeadTests
{
    private const string Email = "dana.quill@northwind-labs.example";
    private const string Rep = "4100";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Owner_goes_with_the_first_write_where_the_database_knew_nobody_and_after_it_elsewhere(bool mayQuery)
    {
        await using var server = await StartAsync(mayQuery);
        using var zoho = new HttpZoho(server, configure: options => options.OwnerId = "4200");

        var result = await SynchronizeAsync(zoho);

        var lead = Assert.Single(server.State.Leads);
        Assert.Equal(("4200", "Northwind"), ((string?)lead.Fields["Owner"]!["id"], lead["Company"]));
        Assert.Empty(result.Issues);
        Assert.Equal(mayQuery ? 0 : 1, server.State.Requests.GetValueOrDefault("zoho.update"));
        Assert.Equal(1, server.State.Requests["zoho.upsert"]);
    }

    [Fact]
    public async Task Lead_that_a_person_typed_a_second_ago_keeps_what_was_typed_and_its_owner_where_the_token_may_query()
    {
        await using var server = await StartAsync(mayQuery: true);
        using var zoho = new HttpZoho(server, configure: options => options.OwnerId = "4200");
        Type(server);

        var result = await SynchronizeAsync(zoho);

        var lead = Assert.Single(server.State.Leads);
        Assert.Equal((Rep, "Typed Ltd", "Perth"), ((string?)lead.Fields["Owner"]!["id"], lead["Company"], lead["City"]));
        Assert.Equal(["Company"], result.Kept);
    }

    // What the doctor warns of where the token lacks ZohoCRM.coql.READ; see ZohoDoctorTests.
    [Fact]
    public async Task Lead_that_a_person_typed_a_second_ago_is_not_doubled_and_keeps_its_owner_where_the_token_may_not_query()
    {
        await using var server = await StartAsync(mayQuery: false);
        using var zoho = new HttpZoho(server, configure: options => options.OwnerId = "4200");
        Type(server);

        await SynchronizeAsync(zoho);

        var lead = Assert.Single(server.State.Leads);
        Assert.Equal((Rep, "Northwind"), ((string?)lead.Fields["Owner"]!["id"], lead["Company"]));
    }

    [Fact]
    public async Task Owner_that_Zoho_refuses_with_the_first_write_is_named_and_costs_neither_the_lead_nor_another_field()
    {
        var options = new SimulatorOptions();
        options.RefusedFields["Owner"] = "INVALID_DATA";
        await using var server = await SimulatorServer.StartAsync(options);
        using var zoho = new HttpZoho(server, configure: options => options.OwnerId = "4200");

        var result = await SynchronizeAsync(zoho);

        Assert.Equal("Northwind", Assert.Single(server.State.Leads)["Company"]);
        Assert.Equal(["Owner: not set (INVALID_DATA); check ZOHO_OWNER_ID and set it in Zoho"], result.Issues);
        Assert.Equal((2, 0), (server.State.Requests["zoho.upsert"], server.State.Requests.GetValueOrDefault("zoho.update")));
    }

    private static Task<SimulatorServer> StartAsync(bool mayQuery)
    {
        var options = new SimulatorOptions { ZohoIndexDelay = TimeSpan.FromHours(1) };
        if (!mayQuery)
        {
            options.MissingScopes.Add("ZohoCRM.coql.READ");
        }

        return SimulatorServer.StartAsync(options);
    }

    private static void Type(SimulatorServer server) => server.State.AddLead(new JsonObject
    {
        ["Last_Name"] = "Quill", ["Email"] = Email, ["Company"] = "Typed Ltd", ["Owner"] = new JsonObject { ["id"] = Rep },
    });

    private static async Task<LeadWriteResult> SynchronizeAsync(HttpZoho zoho)
    {
        (LeadField Field, string Value)[] values =
        [
            (LeadFields.LastName, "Quill"), (LeadFields.CompanyName, "Northwind"), (LeadFields.City, "Perth"),
        ];
        var patch = new LeadPatch { Email = Email, Fields = [.. values.Select(one => new PatchField(one.Field, one.Value, one.Field.Policy))] };
        var record = new LeadRecord { Key = LeadKey.FromEmail(Email), Email = Email };
        return await new LeadSynchronizer(zoho.Crm, TimeProvider.System).WriteAsync(record, patch, new Journal(), null, default);
    }

    private sealed class Journal : ILeadWriteJournal
    {
        public void EnsureMayWrite()
        {
        }

        public Task RecordIntentAsync(JsonObject otherForms) => Task.CompletedTask;
    }
}
