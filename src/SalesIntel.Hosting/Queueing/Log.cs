namespace SalesIntel.Hosting.Queueing;

internal static partial class Log
{
    [LoggerMessage(3201, LogLevel.Information, "Processing starts: workers {Workers}, lease {Lease}", EventName = "PumpStarted")]
    public static partial void Started(ILogger logger, int workers, TimeSpan lease);

    [LoggerMessage(3202, LogLevel.Warning, "The store is away; processing pauses and goes on by itself", EventName = "StoreLost")]
    public static partial void StoreLost(ILogger logger, Exception exception);

    [LoggerMessage(3203, LogLevel.Information, "The store is back; processing goes on", EventName = "StoreBack")]
    public static partial void StoreBack(ILogger logger);

    [LoggerMessage(3204, LogLevel.Error, "The pump failed unexpectedly and goes on", EventName = "PumpFailed")]
    public static partial void PumpFailed(ILogger logger, Exception exception);

    [LoggerMessage(3205, LogLevel.Error, "Event {EventId} failed unexpectedly ({Kind}); it is due again when its lease has run out",
        EventName = "RunFailed")]
    public static partial void RunFailed(ILogger logger, string eventId, string kind);

    // A message may hold anything: only DEBUG may show personal data.
    [LoggerMessage(3216, LogLevel.Debug, "Event {EventId} failed unexpectedly", EventName = "RunFailedDetail")]
    public static partial void RunFailedDetail(ILogger logger, string eventId, Exception exception);

    [LoggerMessage(3206, LogLevel.Warning, "Event {EventId}: the store went away while it was processed; it is due again when the "
        + "store is back", EventName = "RunLostStore")]
    public static partial void RunLostStore(ILogger logger, string eventId);

    [LoggerMessage(3207, LogLevel.Information, "Event {EventId} was given back, this process stops", EventName = "GivenBack")]
    public static partial void GivenBack(ILogger logger, string eventId);

    [LoggerMessage(3208, LogLevel.Information, "Processing stops; events that still run: {Running}", EventName = "PumpStopping")]
    public static partial void Stopping(ILogger logger, int running);

    [LoggerMessage(3209, LogLevel.Error, "Event {EventId} was handed over but not begun; it is due again when its lease has run out",
        EventName = "NotBegun")]
    public static partial void NotBegun(ILogger logger, string eventId);

    [LoggerMessage(3210, LogLevel.Error, "Coravel's queue reports a failure", EventName = "QueueFailed")]
    public static partial void QueueFailed(ILogger logger, Exception exception);

    [LoggerMessage(3211, LogLevel.Error, "Coravel's scheduler reports a failure", EventName = "SchedulerFailed")]
    public static partial void SchedulerFailed(ILogger logger, Exception exception);

    [LoggerMessage(3215, LogLevel.Warning, "The store is away while this process stops: what it could not record is due again when the "
        + "leases have run out", EventName = "NotGivenBack")]
    public static partial void NotGivenBack(ILogger logger, Exception exception);

    [LoggerMessage(3217, LogLevel.Warning, "Events that wait and were taken without a check of their signatures: {Count}; this real run sets them "
        + "aside. Messages that are sent again with a signature take their place", EventName = "UnverifiedWaiting")]
    public static partial void UnverifiedWaiting(ILogger logger, int count);

    [LoggerMessage(3218, LogLevel.Debug, "The store is away: unverified events were not counted", EventName = "UnverifiedNotCounted")]
    public static partial void UnverifiedNotCounted(ILogger logger, Exception exception);
}
