using SalesIntel.Settings;

namespace SalesIntel.Hosting.Configuration;

/// <summary>What a process does, and what its endpoints show.</summary>
public sealed class HostingOptions
{
    /// <summary>The settings that fill these options.</summary>
    public static SettingsGroup<HostingOptions> Settings { get; } = new SettingsGroup<HostingOptions>()
        .Choice("SALESINTEL_ROLE", o => o.Role, (o, v) => o.Role = v, "`all`, `api` (receive only), `worker` (process only)",
            [("all", HostRole.All), ("api", HostRole.Api), ("worker", HostRole.Worker)])
        .Flag("ALLOW_DEBUG_ENDPOINTS", o => o.AllowDebugEndpoints, (o, v) => o.AllowDebugEndpoints = v,
            "`/debug/*` exist only when true; they show stored data");

    /// <summary>What the process does; environment <c>SALESINTEL_ROLE</c>.</summary>
    /// <value>Default <see cref="HostRole.All"/>.</value>
    public HostRole Role { get; set; }

    /// <summary>Whether <c>MapSalesIntelDiagnostics()</c> maps anything; environment <c>ALLOW_DEBUG_ENDPOINTS</c>.</summary>
    /// <value>Default false.</value>
    public bool AllowDebugEndpoints { get; set; }

    /// <summary>For how long the store must take no events, or take them again, before people are told.</summary>
    internal TimeSpan StorePatience { get; set; } = TimeSpan.FromSeconds(5);
}
