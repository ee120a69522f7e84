namespace SalesIntel.Hosting.Alerts.Book;

internal static partial class Log
{
    [LoggerMessage(3313, LogLevel.Error, "The alert book in the store can't be read and starts empty: pending notices may be lost",
        EventName = "AlertBookUnreadable")]
    public static partial void BookUnreadable(ILogger logger);
}
