namespace SalesIntel.Hosting.Endpoints;

internal static partial class Log
{
    [LoggerMessage(3101, LogLevel.Warning, "Webhook not stored: source {Source}, the store is away; the sender was asked to try again",
        EventName = "StoreAway")]
    public static partial void StoreAway(ILogger logger, string source, Exception exception);

    [LoggerMessage(3102, LogLevel.Warning, "Webhook not stored: source {Source}, the store did not answer within {Seconds} s; "
        + "the sender was asked to try again", EventName = "StoreSlow")]
    public static partial void StoreSlow(ILogger logger, string source, double seconds);

    [LoggerMessage(3103, LogLevel.Warning, "Webhook refused: source {Source}, longer than {Limit} bytes", EventName = "BodyTooLong")]
    public static partial void BodyTooLong(ILogger logger, string source, int limit);

    [LoggerMessage(3104, LogLevel.Error, "Request failed unexpectedly: {Method} {Endpoint}", EventName = "RequestFailed")]
    public static partial void RequestFailed(ILogger logger, string method, string? endpoint, Exception exception);

    [LoggerMessage(3105, LogLevel.Warning, "Not healthy: {Reason}", EventName = "NotHealthy")]
    public static partial void NotHealthy(ILogger logger, string reason);

    [LoggerMessage(3106, LogLevel.Debug, "The sender went away: {Endpoint} ({Failure})", EventName = "SenderGone")]
    public static partial void SenderGone(ILogger logger, string? endpoint, string failure);

    [LoggerMessage(3107, LogLevel.Debug, "The request's body could not be read: {Endpoint}", EventName = "BodyUnreadable")]
    public static partial void BodyUnreadable(ILogger logger, string? endpoint, Exception exception);

    [LoggerMessage(3108, LogLevel.Warning, "Webhook refused: source {Source}, its body did not arrive whole within {Seconds} s", EventName = "BodyTooSlow")]
    public static partial void BodyTooSlow(ILogger logger, string source, double seconds);

    [LoggerMessage(3109, LogLevel.Debug, "Warmed up in {Milliseconds} ms", EventName = "WarmedUp")]
    public static partial void WarmedUp(ILogger logger, double milliseconds);

    [LoggerMessage(3110, LogLevel.Debug, "The store could not be asked at the start ({Failure}); it is asked again with the first webhook",
        EventName = "StoreNotWarm")]
    public static partial void StoreNotWarm(ILogger logger, string failure);
}
