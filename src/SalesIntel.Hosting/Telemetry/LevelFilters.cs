namespace SalesIntel.Hosting.Telemetry;

/// <summary>Turns the one level into filters of the host's logging. Logging is made before options are checked, so that it takes them as they
/// are.</summary>
internal sealed class LevelFilters(IServiceProvider services) : IConfigureOptions<LoggerFilterOptions>
{
    // These say much, or say URLs, at Information; they follow LOG_LEVEL only down to Warning unless it is DEBUG.
    private static readonly string[] Chatty = ["Microsoft.AspNetCore", "System.Net.Http.HttpClient", "Polly", "Microsoft.Extensions.Http"];

    public void Configure(LoggerFilterOptions options)
    {
        var level = SalesIntelLoggingOptions.Settings.Draft(services).Level;
        options.MinLevel = level;
        Add(null, level);
        var frameworks = level is LogLevel.Information ? LogLevel.Warning : level;
        foreach (var category in Chatty)
        {
            // An outgoing URL can be a secret (Slack) or name a person; not even DEBUG shows what the HTTP client logs below Warning.
            var saysUrls = category.Contains("Http", StringComparison.Ordinal);
            Add(category, saysUrls && frameworks < LogLevel.Warning ? LogLevel.Warning : frameworks);
        }

        void Add(string? category, LogLevel least) => options.Rules.Add(new LoggerFilterRule(null, category, least, null));
    }
}
