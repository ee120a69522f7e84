using SalesIntel.Engine;
using SalesIntel.Settings;

namespace SalesIntel.Hosting.Configuration;

/// <summary>Warns where anybody who reaches the service can read what is stored.</summary>
internal sealed class DiagnosticsCheck(IOptions<HostingOptions> hosting, IOptions<ProcessingOptions> processing) : IConfigurationCheck
{
    public IEnumerable<string> FindErrors() => [];

    public IEnumerable<string> FindWarnings() => hosting.Value.AllowDebugEndpoints && !processing.Value.DryRun
        ?
        [
            "ALLOW_DEBUG_ENDPOINTS is true in a real run: /debug shows names, addresses and whole messages to anybody who reaches this service. "
                + "Unset it, or let only operators reach /debug.",
        ]
        : [];
}
