namespace SalesIntel.Hosting.Sqlite;

internal static partial class Log
{
    [LoggerMessage(EventId = 3501, EventName = "SqliteUpgraded", Level = LogLevel.Information,
        Message = "The database {Path} is ready; its tables have version {Version}.")]
    public static partial void Upgraded(ILogger logger, string path, int version);

    [LoggerMessage(EventId = 3502, EventName = "SqliteAtRisk", Level = LogLevel.Warning, Message = "Store: {Warning}")]
    public static partial void AtRisk(ILogger logger, string warning);

    [LoggerMessage(EventId = 3503, EventName = "SqliteWriteFailed", Level = LogLevel.Warning,
        Message = "The store does not take writes: {Problem} Whoever waits is told so, and it is tried again with each that comes.")]
    public static partial void WriteFailed(ILogger logger, string problem, Exception? unexplained);

    [LoggerMessage(EventId = 3511, EventName = "SqliteWritesAgain", Level = LogLevel.Information,
        Message = "The database {Path} takes writes again.")]
    public static partial void WritesAgain(ILogger logger, string path);

    [LoggerMessage(EventId = 3504, EventName = "SqliteEventCorrupt", Level = LogLevel.Error,
        Message = "Event {EventId} can't be read ({Problem}). It was dead-lettered.")]
    public static partial void Corrupt(ILogger logger, string eventId, string problem);

    [LoggerMessage(EventId = 3505, EventName = "SqliteLaneSetAside", Level = LogLevel.Error,
        Message = "Lane {Lane} can't be read: the database is damaged there. It is tried again later; the others go on. Restore a backup.")]
    public static partial void LaneSetAside(ILogger logger, string lane);

    [LoggerMessage(EventId = 3506, EventName = "SqliteNotGivenBack", Level = LogLevel.Debug,
        Message = "{What} could not be given back; it lapses by itself.")]
    public static partial void NotGivenBack(ILogger logger, string what, Exception exception);

    [LoggerMessage(EventId = 3507, EventName = "SqliteCheckPutOff", Level = LogLevel.Warning,
        Message = "The store can't be used at the start: {Problem} Webhooks are answered with 503 until it can.")]
    public static partial void CheckPutOff(ILogger logger, string problem);

    [LoggerMessage(EventId = 3508, EventName = "SqliteChecked", Level = LogLevel.Information,
        Message = "The database {Path} was opened: lanes with work: {Lanes}, dead letters: {DeadLetters}.")]
    public static partial void Checked(ILogger logger, string path, long lanes, long deadLetters);

    [LoggerMessage(EventId = 3509, EventName = "SqliteRetained", Level = LogLevel.Information,
        Message = "Retention has removed what had ended: rows {Rows}; pages given back to the disk: {Pages}.")]
    public static partial void Retained(ILogger logger, long rows, long pages);

    [LoggerMessage(EventId = 3510, EventName = "SqliteRetentionPutOff", Level = LogLevel.Warning,
        Message = "Retention could not go on: {Problem} It is tried again in a minute.")]
    public static partial void RetentionPutOff(ILogger logger, string problem);

    [LoggerMessage(EventId = 3512, EventName = "SqliteNotCopied", Level = LogLevel.Debug,
        Message = "The write-ahead log of {Path} could not be copied into the database; it is tried again.")]
    public static partial void NotCopied(ILogger logger, string path, Exception exception);
}
