using SalesIntel.Engine;

namespace SalesIntel.Zoho.Registration;

/// <summary>Tells the options whether SalesIntel runs dry.</summary>
internal sealed class ZohoRun(IServiceProvider services) : IConfigureOptions<ZohoOptions>
{
    public void Configure(ZohoOptions options) => options.DryRun = ProcessingOptions.Settings.Draft(services).DryRun;
}
