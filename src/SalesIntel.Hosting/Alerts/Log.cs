using Microsoft.Extensions.Logging;
using SalesIntel.Alerts;

namespace SalesIntel.Hosting.Alerts;

internal static partial class Log
{
    public static void Raised(ILogger logger, Alert alert)
    {
        if (alert.IsAllClear)
        {
            AllClear(logger, alert.Fingerprint, alert.Title);
        }
        else
        {
            Alert(logger, alert.Fingerprint, alert.Title, alert.Detail, alert.Action, alert.EventId);
        }
    }

    [LoggerMessage(3301, LogLevel.Error, "Alert {Fingerprint}: {Title}. {Detail} {Action} Event: {EventId}", EventName = "Alert")]
    private static partial void Alert(
        ILogger logger, string fingerprint, string title, string detail, string action, string eventId);

    [LoggerMessage(3302, LogLevel.Information, "Alert {Fingerprint} is over: {Title}", EventName = "AllClear")]
    private static partial void AllClear(ILogger logger, string fingerprint, string title);
}
