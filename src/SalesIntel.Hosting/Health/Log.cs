namespace SalesIntel.Hosting.Health;

internal static partial class Log
{
    [LoggerMessage(EventId = 3901, EventName = "StoreLostData", Level = LogLevel.Critical, Message = "{Loss} Accepted events may be missing.")]
    public static partial void DataLost(ILogger logger, string loss);

    [LoggerMessage(EventId = 3902, EventName = "StoreWatchFailed", Level = LogLevel.Error, Message = "The store could not be watched this time.")]
    public static partial void WatchFailed(ILogger logger, Exception exception);

    [LoggerMessage(EventId = 3903, EventName = "StoreLossNotLooked", Level = LogLevel.Debug,
        Message = "Whether the store has lost data could not be seen: {Problem}")]
    public static partial void NotLooked(ILogger logger, string problem);

    [LoggerMessage(EventId = 3904, EventName = "StoreWatchEnded", Level = LogLevel.Debug, Message = "The store is not watched any more.")]
    public static partial void WatchEnded(ILogger logger);
}
