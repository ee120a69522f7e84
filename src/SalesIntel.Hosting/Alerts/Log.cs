using SalesIntel.Alerts;
using SalesIntel.Hosting.Alerts.Book;

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
            Alert(logger, alert.Fingerprint, alert.Title, Sentence(alert.Detail), alert.Action, alert.EventId);
        }
    }

    // A reason may be part of a sentence.
    private static string Sentence(string text) => text.Length == 0 || text[^1] is '.' or '!' or '?' ? text : text + ".";

    [LoggerMessage(3301, LogLevel.Error, "Alert {Fingerprint}: {Title}. {Detail} {Action} Event: {EventId}", EventName = "Alert")]
    private static partial void Alert(
        ILogger logger, string fingerprint, string title, string detail, string action, string eventId);

    [LoggerMessage(3302, LogLevel.Information, "Alert {Fingerprint} is over: {Title}", EventName = "AllClear")]
    private static partial void AllClear(ILogger logger, string fingerprint, string title);

    [LoggerMessage(3303, LogLevel.Warning, "Alert {Fingerprint} dropped: too many are waiting to be sent", EventName = "AlertDropped")]
    public static partial void Dropped(ILogger logger, string fingerprint);

    [LoggerMessage(3304, LogLevel.Warning, "Alert {Fingerprint}: Slack refused it with status {Status}; it is tried again", EventName = "SlackRefused")]
    public static partial void SlackRefused(ILogger logger, string fingerprint, int status);

    [LoggerMessage(3305, LogLevel.Warning, "Alert {Fingerprint}: Slack could not be reached ({Failure}); it is tried again", EventName = "SlackAway")]
    public static partial void SlackAway(ILogger logger, string fingerprint, string failure);

    [LoggerMessage(3306, LogLevel.Debug, "Alert {Fingerprint} sent to Slack: {Kind}", EventName = "AlertSent")]
    public static partial void Sent(ILogger logger, string fingerprint, NoticeKind kind);

    [LoggerMessage(3307, LogLevel.Warning, "The store is away; alerts are grouped by this process alone", EventName = "GroupingAlone")]
    public static partial void GroupingAlone(ILogger logger);

    [LoggerMessage(3308, LogLevel.Error, "Alert {Fingerprint} could not be grouped", EventName = "GroupingFailed")]
    public static partial void GroupingFailed(ILogger logger, string fingerprint, Exception exception);

    [LoggerMessage(3309, LogLevel.Warning, "The shutdown did not wait for Slack; the next process with this store sends the pending notices",
        EventName = "AlertsNotSent")]
    public static partial void NotAllSent(ILogger logger);

    [LoggerMessage(3310, LogLevel.Debug, "Alerts: {Part} ended by the stop", EventName = "AlertsEnded")]
    public static partial void Ended(ILogger logger, string part);

    [LoggerMessage(3311, LogLevel.Warning, "Alert {Fingerprint} was sent; the store is away and could not note it, so it may be sent again",
        EventName = "AlertNotRecorded")]
    public static partial void NotRecorded(ILogger logger, string fingerprint);

    [LoggerMessage(3312, LogLevel.Error, "Alerts could not be sent; the pending notices are tried again", EventName = "AlertSendingFailed")]
    public static partial void SendingFailed(ILogger logger, Exception exception);

    [LoggerMessage(3314, LogLevel.Warning, "The store is unavailable; the pending alerts of dead letters are raised later",
        EventName = "PendingAlertsNotRead")]
    public static partial void PendingAlertsNotRead(ILogger logger);
}
