using Microsoft.Extensions.Logging;

namespace SalesIntel.Hosting.Commands.Building;

internal static partial class Log
{
    [LoggerMessage(4002, LogLevel.Information, "Configuration is read from {Sources}.", EventName = "ConfigurationRead")]
    public static partial void Configuration(ILogger logger, string sources);
}
