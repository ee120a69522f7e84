using SalesIntel.Hosting.Configuration;

namespace Microsoft.Extensions.Logging;

/// <summary>Applies <c>LOG_LEVEL</c> to a host's logging.</summary>
public static class SalesIntelLoggingExtensions
{
    // These say much, or say URLs, at Information; they follow LOG_LEVEL only down to Warning unless it is DEBUG.
    private static readonly string[] Chatty = ["Microsoft.AspNetCore", "System.Net.Http.HttpClient", "Polly", "Microsoft.Extensions.Http"];

    /// <summary>Sets the level of all categories to <see cref="SalesIntelSettings.LogLevel"/>, over what <c>Logging:LogLevel</c> says for
    /// <c>Default</c>. Frameworks speak from WARNING upwards, except at DEBUG.</summary>
    public static ILoggingBuilder ConfigureSalesIntelLogging(this ILoggingBuilder logging, SalesIntelSettings settings)
    {
        ArgumentNullException.ThrowIfNull(logging);
        ArgumentNullException.ThrowIfNull(settings);
        logging.SetMinimumLevel(settings.LogLevel).AddFilter((string?)null, settings.LogLevel);
        var frameworks = settings.LogLevel is LogLevel.Information ? LogLevel.Warning : settings.LogLevel;
        foreach (var category in Chatty)
        {
            // An outgoing URL can be a secret (Slack) or name a person; not even DEBUG shows what the HTTP client logs below Warning.
            var saysUrls = category.Contains("Http", StringComparison.Ordinal);
            var level = saysUrls && frameworks < LogLevel.Warning ? LogLevel.Warning : frameworks;
            logging.AddFilter(category, level);
        }

        return logging;
    }
}
