using System.Text.Json.Nodes;
using SalesIntel.Simulator;
using SalesIntel.Zoho.Client;
using SalesIntel.Zoho.Tests.Support;

namespace SalesIntel.Zoho.Tests.OverHttp;

/// <summary>A refresh token that may not use contacts, which most leads have nothing to do with.</summary>
public sealed class ContactScopeTests
{
    private const string Scope = "ZohoCRM.modules.contacts.ALL";
    private const string Email = "dana.quill@northwind-labs.example";

    [Fact]
    public async Task Row_2_16_token_without_contacts_fails_whoever_has_become_one_and_keeps_nobody_else_waiting()
    {
        await using var server = await SimulatorServer.StartAsync(new SimulatorOptions { MissingScopes = { Scope } });
        using var zoho = new HttpZoho(server);
        var lead = server.State.AddLead(new JsonObject { ["Last_Name"] = "Quill", ["Email"] = Email });
        server.State.ConvertLead(lead);

        var found = await zoho.Crm.GetLeadAsync(lead, [], default);
        var contact = found!.ContinuesAs!;
        var read = await ZohoHarness.FailsAsync(() => zoho.Crm.GetLeadAsync(contact, ["Phone"], default));
        var written = await ZohoHarness.FailsAsync(() => zoho.WriteAsync(Email, new JsonObject { ["Phone"] = "+61298765432" }, contact));

        Assert.StartsWith("Contacts/", contact, StringComparison.Ordinal);
        Assert.All([read, written], failure => Assert.Equal(("OAUTH_SCOPE_MISMATCH", false, false), (failure.Code, failure.IsOutage, failure.IsTransient)));
        Assert.Contains("ZohoCRM.modules.contacts", read.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Row_2_16_token_without_contacts_is_an_outage_where_all_are_looked_for_among_them()
    {
        await using var server = await SimulatorServer.StartAsync(new SimulatorOptions { MissingScopes = { Scope } });
        using var zoho = new HttpZoho(server, configure: options => options.Contacts = ZohoContactLookup.Always);

        Assert.True((await ZohoHarness.FailsAsync(() => zoho.Crm.FindLeadsAsync([Email], [], default))).IsOutage);
    }
}
