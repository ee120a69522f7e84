using SalesIntel.Doctor;
using SalesIntel.Simulator;

namespace SalesIntel.Zoho.Tests.Doctor;

/// <summary>Scopes that a refresh token lacks, one at a time.</summary>
public sealed class ZohoDoctorScopeTests
{
    [Theory]
    [InlineData("ZohoCRM.modules.leads.ALL", DoctorLevel.Error)]
    [InlineData("ZohoCRM.modules.notes.ALL", DoctorLevel.Error)]
    [InlineData("ZohoCRM.modules.tasks.ALL", DoctorLevel.Error)]
    [InlineData("ZohoCRM.settings.fields.READ", DoctorLevel.Error)]
    [InlineData("ZohoCRM.settings.layouts.READ", DoctorLevel.Warning)]
    [InlineData("ZohoCRM.coql.READ", DoctorLevel.Warning)]
    [InlineData("ZohoCRM.modules.contacts.ALL", DoctorLevel.Warning)]
    [InlineData("ZohoCRM.modules.contacts.ALL", DoctorLevel.Error, ZohoContactLookup.Always)]
    public async Task Each_missing_scope_is_named(string scope, DoctorLevel level, ZohoContactLookup contacts = default)
    {
        var options = new SimulatorOptions();
        options.MissingScopes.Add(scope);
        await using var server = await SimulatorServer.StartAsync(options);
        using var site = new DoctorSite(server, zoho => zoho.Contacts = contacts);

        var finding = Assert.Single((await site.ExamineAsync()).Findings, finding => finding.Level != DoctorLevel.Ok);

        Assert.Equal((level, "scope", scope), (finding.Level, finding.Check, finding.Subject));
        Assert.Contains(scope, finding.Advice, StringComparison.Ordinal);
    }
}
