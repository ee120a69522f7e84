namespace SalesIntel.Hosting.Redis;

internal static partial class Log
{
    [LoggerMessage(EventId = 3401, EventName = "RedisConnectionLost", Level = LogLevel.Warning,
        Message = "Redis at {Server}: the connection is lost ({Failure}). It is tried again until it comes back.")]
    public static partial void ConnectionLost(ILogger logger, string server, string failure);

    [LoggerMessage(EventId = 3402, EventName = "RedisConnectionRestored", Level = LogLevel.Information,
        Message = "Redis at {Server}: the connection is back.")]
    public static partial void ConnectionRestored(ILogger logger, string server);

    [LoggerMessage(EventId = 3403, EventName = "RedisStrayEventDropped", Level = LogLevel.Warning,
        Message = "Event {EventId} stood in lane {Lane} but is not to run there ({Reason}). It was taken out of the lane.")]
    public static partial void StrayDropped(ILogger logger, string eventId, string lane, string reason);

    [LoggerMessage(EventId = 3404, EventName = "RedisEventCorrupt", Level = LogLevel.Error,
        Message = "Event {EventId} can't be read ({Problem}). It was dead-lettered.")]
    public static partial void Corrupt(ILogger logger, string eventId, string problem);

    [LoggerMessage(EventId = 3405, EventName = "RedisLockNotReturned", Level = LogLevel.Debug,
        Message = "Lock {Name} could not be given back; it lapses by itself.")]
    public static partial void LockNotReturned(ILogger logger, string name, Exception exception);

    [LoggerMessage(EventId = 3406, EventName = "StoreAtRisk", Level = LogLevel.Warning, Message = "Store: {Warning}")]
    public static partial void AtRisk(ILogger logger, string warning);

    [LoggerMessage(EventId = 3407, EventName = "StoreCheckPutOff", Level = LogLevel.Warning,
        Message = "The store is away at the start: {Problem} Webhooks are answered with 503 until it is there; its configuration is "
            + "looked at then.")]
    public static partial void CheckPutOff(ILogger logger, string problem);

    [LoggerMessage(EventId = 3408, EventName = "StoreChecked", Level = LogLevel.Information, Message = "The store's configuration was looked at.")]
    public static partial void Checked(ILogger logger);

    [LoggerMessage(EventId = 3409, EventName = "StoreNotChecked", Level = LogLevel.Debug,
        Message = "This process stops before the store was there; its configuration was not looked at.")]
    public static partial void NotChecked(ILogger logger);

    [LoggerMessage(EventId = 3411, EventName = "RedisLaneSetAside", Level = LogLevel.Error,
        Message = "Lane {Lane} waits for a minute, the others go on: in Redis {Problem}")]
    public static partial void LaneSetAside(ILogger logger, string lane, string problem);

    [LoggerMessage(EventId = 3410, EventName = "StoreCheckFailed", Level = LogLevel.Error,
        Message = "The store's configuration could not be looked at.")]
    public static partial void CheckFailed(ILogger logger, Exception exception);

    [LoggerMessage(EventId = 3412, EventName = "StoreRefused", Level = LogLevel.Critical,
        Message = "{Problem} Webhooks are answered with 503 until it is changed.")]
    public static partial void Refused(ILogger logger, string problem);

    [LoggerMessage(EventId = 3413, EventName = "StoreIdNotRemembered", Level = LogLevel.Warning,
        Message = "The store's id can't be kept in {File} ({Problem}). Whether the store is emptied while this process does not run will not be "
            + "noticed.")]
    public static partial void NotRemembered(ILogger logger, string file, string problem);
}
