using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SalesIntel.Doctor;
using SalesIntel.Simulator;
using SalesIntel.Zoho.Doctor;
using SalesIntel.Zoho.Tests.Support;

namespace SalesIntel.Zoho.Tests.Doctor;

/// <summary>The doctor of an installation that writes every field which the simulator has.</summary>
internal sealed class DoctorSite : IDisposable
{
    private readonly ServiceProvider _services;
    private readonly CapturedLogs _logs = new();

    public DoctorSite(
        SimulatorServer server,
        Action<ZohoOptions>? configure = null,
        Action<ZohoFieldOptions>? fields = null,
        HttpMessageHandler? accounts = null)
    {
        var services = new ServiceCollection().AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(_logs));
        services.AddZohoCrm(options =>
        {
            options.ClientId = "1000.CLIENT";
            options.ClientSecret = "s3cret-value";
            options.RefreshToken = "1000.refresh";
            options.AccountsUrl = server.BaseUrl.AbsoluteUri;
            options.ApiUrl = server.BaseUrl.AbsoluteUri;
            configure?.Invoke(options);
        }).AddZohoLeads();
        services.Configure<ZohoFieldOptions>(options =>
        {
            foreach (var name in SimulatorServer.CustomFields)
            {
                options.Names[ZohoFieldNames.VariablePrefix + name.ToUpperInvariant()] = name;
            }

            fields?.Invoke(options);
        });
        if (accounts is not null)
        {
            services.AddHttpClient(ZohoOptions.AccountsClientName).ConfigurePrimaryHttpMessageHandler(() => accounts);
        }

        _services = services.BuildServiceProvider();
    }

    /// <summary>What the doctor says; nothing sensitive may be in it.</summary>
    public async Task<DoctorExamination> ExamineAsync()
    {
        var examination = await _services.GetRequiredService<ZohoDoctor>().ExamineAsync(CancellationToken.None);
        Assert.All(examination.Findings, finding =>
        {
            ZohoHarness.AssertHarmless(finding.Message);
            ZohoHarness.AssertHarmless(finding.Advice);
            Assert.Equal(finding.Level == DoctorLevel.Ok, finding.Advice.Length == 0);
        });
        return examination;
    }

    public void Dispose()
    {
        _services.Dispose();
        Assert.All(_logs.Lines, ZohoHarness.AssertHarmless);
    }
}
