using System.Text.Json.Nodes;
using SalesIntel.Simulator;
using SalesIntel.Zoho.Client;

namespace SalesIntel.Zoho.Tests.OverHttp;

/// <summary>A value that no two records may have and without which a layout has no new lead.</summary>
public sealed class DemandedValueTests
{
    private const string Email = "dana.quill@northwind-labs.example";

    [Fact]
    public async Task Row_3_6_unique_value_that_a_layout_demands_and_another_person_has_never_touches_her_lead()
    {
        await using var server = await SimulatorServer.StartAsync(new SimulatorOptions { UniqueFields = { "Phone" }, MandatoryFields = { "Phone" } });
        using var zoho = new HttpZoho(server);
        var other = server.State.AddLead(new JsonObject { ["Last_Name"] = "Voss", ["Email"] = "li.voss@harrow.example", ["Phone"] = "+61298765432" });

        var failure = await Assert.ThrowsAsync<ZohoCrmException>(
            () => zoho.WriteAsync(Email, new JsonObject { ["Last_Name"] = "Quill", ["Phone"] = "+61298765432" }));

        Assert.Equal(("DUPLICATE_DATA", "Phone"), (failure.Code, failure.Field));
        Assert.Contains(other, failure.Message, StringComparison.Ordinal);
        var lead = Assert.Single(server.State.Leads);
        Assert.Equal(("Voss", "li.voss@harrow.example", 1), (lead["Last_Name"], lead["Email"], lead.Revision));
    }
}
