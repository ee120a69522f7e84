namespace SalesIntel.SampleHost;

internal static partial class Log
{
    [LoggerMessage(4001, LogLevel.Warning, "{Folder} holds data of the embedded store that this program had before SQLite: {Names}. It is not "
        + "read, and events in it are not run. Delete it when nobody needs it any more.", EventName = "FormerStoreLeft")]
    public static partial void FormerStore(ILogger logger, string folder, string names);

    [LoggerMessage(4002, LogLevel.Information, "Configuration is read from {Sources}.", EventName = "ConfigurationRead")]
    public static partial void Configuration(ILogger logger, string sources);
}
