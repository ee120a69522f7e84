namespace SalesIntel.Hosting.Commands.Building;

internal static partial class Log
{
    [LoggerMessage(4002, LogLevel.Information, "Configuration is read from {Sources}.", EventName = "ConfigurationRead")]
    public static partial void Configuration(ILogger logger, string sources);

    [LoggerMessage(
        4003,
        LogLevel.Debug,
        "The service is idle: its heap was collected in {Milliseconds:0.0} ms and takes {After} KiB; it took {Before}.",
        EventName = "IdleMemoryReturned")]
    public static partial void Collected(ILogger logger, long before, long after, double milliseconds);

    [LoggerMessage(4005, LogLevel.Debug, "A cache gave back {KiB} KiB.", EventName = "CacheReleased")]
    public static partial void Released(ILogger logger, long kiB);

    [LoggerMessage(4004, LogLevel.Debug, "A cache was not given back: {Reason}", EventName = "CacheNotReleased")]
    public static partial void NotReleased(ILogger logger, string reason);
}
