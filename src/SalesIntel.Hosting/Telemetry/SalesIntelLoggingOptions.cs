using SalesIntel.Settings;

namespace SalesIntel.Hosting.Telemetry;

/// <summary>How much is logged.</summary>
public sealed class SalesIntelLoggingOptions
{
    /// <summary>The settings that fill these options.</summary>
    public static SettingsGroup<SalesIntelLoggingOptions> Settings { get; } = new SettingsGroup<SalesIntelLoggingOptions>()
        .Choice("LOG_LEVEL", o => o.Level, (o, v) => o.Level = v,
            "`DEBUG`, `INFO`, `WARNING`, `ERROR`; `DEBUG` is the only level that may show personal data",
            [("DEBUG", LogLevel.Debug), ("INFO", LogLevel.Information), ("WARNING", LogLevel.Warning), ("ERROR", LogLevel.Error)]);

    /// <summary>The lowest level that is logged; environment <c>LOG_LEVEL</c>.</summary>
    /// <value>Default <see cref="LogLevel.Information"/>.</value>
    public LogLevel Level { get; set; } = LogLevel.Information;
}
