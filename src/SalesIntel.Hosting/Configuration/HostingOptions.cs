using SalesIntel.Settings;

namespace SalesIntel.Hosting.Configuration;

/// <summary>What a process does, and what its endpoints take and show.</summary>
public sealed class HostingOptions
{
    /// <summary>The settings that fill these options.</summary>
    public static SettingsGroup<HostingOptions> Settings { get; } = new SettingsGroup<HostingOptions>()
        .Choice("SALESINTEL_ROLE", o => o.Role, (o, v) => o.Role = v, "`all`, `api` (receive only), `worker` (process only)",
            [("all", HostRole.All), ("api", HostRole.Api), ("worker", HostRole.Worker)])
        .Flag("ALLOW_DEBUG_ENDPOINTS", o => o.AllowDebugEndpoints, (o, v) => o.AllowDebugEndpoints = v,
            "`/debug/*` exist only when true; they show stored data")
        .Number("MAX_BODY_BYTES", o => o.MaxBodyBytes, (o, v) => o.MaxBodyBytes = v, 1_024, 104_857_600,
            "a longer webhook is answered with 413");

    /// <summary>What the process does; environment <c>SALESINTEL_ROLE</c>.</summary>
    /// <value>Default <see cref="HostRole.All"/>.</value>
    public HostRole Role { get; set; }

    /// <summary>Whether <c>MapSalesIntelDiagnostics()</c> maps anything; environment <c>ALLOW_DEBUG_ENDPOINTS</c>.</summary>
    /// <value>Default false.</value>
    public bool AllowDebugEndpoints { get; set; }

    /// <summary>Longest body of a webhook, in bytes; environment <c>MAX_BODY_BYTES</c>.</summary>
    /// <value>1,024 to 104,857,600, default 10,485,760.</value>
    public int MaxBodyBytes { get; set; } = 10_485_760;
}
