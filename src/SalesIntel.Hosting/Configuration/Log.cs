namespace SalesIntel.Hosting.Configuration;

internal static partial class Log
{
    [LoggerMessage(3001, LogLevel.Warning, "Configuration: {Warning}", EventName = "ConfigurationWarning")]
    public static partial void Warning(ILogger logger, string warning);

    [LoggerMessage(3002, LogLevel.Information, "SalesIntel starts: role {Role}, dry run {DryRun}", EventName = "Starting")]
    public static partial void Starting(ILogger logger, HostRole role, bool dryRun);
}
