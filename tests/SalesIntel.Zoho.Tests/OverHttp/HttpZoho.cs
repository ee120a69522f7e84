using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SalesIntel.Crm;
using SalesIntel.Leads;
using SalesIntel.Simulator;
using SalesIntel.Storage.Contract;
using SalesIntel.Zoho.Client;
using SalesIntel.Zoho.Crm;
using SalesIntel.Zoho.Tests.Support;

namespace SalesIntel.Zoho.Tests.OverHttp;

/// <summary>One process that reaches the simulator over real HTTP; at its end nothing sensitive may have been logged.</summary>
internal sealed class HttpZoho : IDisposable
{
    private readonly ServiceProvider _services;
    private readonly CapturedLogs _logs = new();

    public HttpZoho(SimulatorServer server, ISharedState? shared = null, Action<ZohoOptions>? configure = null)
    {
        var services = new ServiceCollection().AddLogging(l => l.SetMinimumLevel(LogLevel.Trace).AddProvider(_logs));
        if (shared is not null)
        {
            services.AddSingleton(shared);
        }

        services.AddZohoCrm(o =>
        {
            o.ClientId = "1000.CLIENT";
            o.ClientSecret = "s3cret-value";
            o.RefreshToken = "1000.refresh";
            o.AccountsUrl = server.BaseUrl.AbsoluteUri;
            configure?.Invoke(o);
        }).AddZohoLeads();
        _services = services.BuildServiceProvider();
    }

    public ICrm Crm => _services.GetRequiredService<ICrm>();

    public ZohoCrmClient Client => _services.GetRequiredService<ZohoCrmClient>();

    public Task<CrmLeadReceipt> WriteAsync(string email, string? id = null, string company = "Northwind Labs") => Crm.WriteLeadAsync(
        new CrmLeadWrite
        {
            LeadId = id,
            Patch = new LeadPatch
            {
                Email = email,
                Fields =
                [
                    new PatchField(LeadFields.LastName, "Quill", WritePolicy.Own), new PatchField(LeadFields.CompanyName, company, WritePolicy.Own),
                ],
            },
        },
        default);

    /// <summary>Writes values by Zoho's names.</summary>
    public Task<CrmLeadReceipt> WriteAsync(string email, JsonObject values, string? id = null) =>
        _services.GetRequiredService<LeadWriter>().WriteAsync(id, email, values, default, default);

    public void Dispose()
    {
        _services.Dispose();
        Assert.All(_logs.Lines, ZohoHarness.AssertHarmless);
    }
}
