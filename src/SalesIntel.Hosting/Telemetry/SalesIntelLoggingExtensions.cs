using Microsoft.Extensions.DependencyInjection.Extensions;
using SalesIntel.Hosting.Telemetry;

namespace Microsoft.Extensions.Logging;

/// <summary>Applies <c>LOG_LEVEL</c> to a host's logging.</summary>
public static class SalesIntelLoggingExtensions
{
    /// <summary>Sets the level of all categories to <see cref="SalesIntelLoggingOptions.Level"/>, over what <c>Logging:LogLevel</c> says for
    /// <c>Default</c>. Frameworks speak from WARNING upwards, except at DEBUG.</summary>
    /// <param name="logging">The host's logging.</param>
    /// <param name="configuration">Holds the variable.</param>
    public static ILoggingBuilder ConfigureSalesIntelLogging(this ILoggingBuilder logging, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(logging);
        ArgumentNullException.ThrowIfNull(configuration);
        logging.Services.AddSettings(SalesIntelLoggingOptions.Settings, configuration);
        logging.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IConfigureOptions<LoggerFilterOptions>, LevelFilters>());
        return logging;
    }
}
