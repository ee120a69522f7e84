using Microsoft.Extensions.Logging;

namespace SalesIntel.Hosting.Alerts.Book;

internal static partial class Log
{
    [LoggerMessage(3313, LogLevel.Error, "The book of alerts in the store can't be read and is begun anew: what was owed may not be told",
        EventName = "AlertBookUnreadable")]
    public static partial void BookUnreadable(ILogger logger);
}
