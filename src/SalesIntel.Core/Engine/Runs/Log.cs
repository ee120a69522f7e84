using SalesIntel.Storage.Contract;
using SalesIntel.Webhooks;

namespace SalesIntel.Engine;

internal static partial class Log
{
    [LoggerMessage(2001, LogLevel.Information,
        "Event {EventId} ({Source} {EventType}): stage {Stage} done in {Milliseconds} ms", EventName = "StageDone")]
    public static partial void StageDone(
        ILogger logger, string eventId, string source, string eventType, Stage stage, double milliseconds);

    [LoggerMessage(2002, LogLevel.Information, "Event {EventId}: stage {Stage} waits until {Until} ({Class})", EventName = "StagePaused")]
    public static partial void Paused(ILogger logger, string eventId, Stage stage, DateTimeOffset until, string @class);

    [LoggerMessage(2003, LogLevel.Warning,
        "Event {EventId}: stage {Stage} failed ({Class}: {Reason}), attempt {Attempt}, again at {Until}", EventName = "StageRetried")]
    public static partial void Retried(
        ILogger logger, string eventId, Stage stage, string @class, string reason, int attempt, DateTimeOffset until);

    [LoggerMessage(2004, LogLevel.Error, "Event {EventId}: dead-lettered in stage {Stage} ({Class}: {Reason})", EventName = "DeadLettered")]
    public static partial void DeadLettered(ILogger logger, string eventId, Stage stage, string @class, string reason);

    [LoggerMessage(2005, LogLevel.Warning, "Event {EventId}: the lease was lost in stage {Stage}; nothing more was written", EventName = "LeaseLost")]
    public static partial void LeaseLost(ILogger logger, string eventId, Stage stage);

    [LoggerMessage(2006, LogLevel.Information, "Event {EventId}: lease given back in stage {Stage}", EventName = "LeaseReleased")]
    public static partial void Released(ILogger logger, string eventId, Stage stage);

    [LoggerMessage(2007, LogLevel.Debug, "Event {EventId}: what was thrown", EventName = "Thrown")]
    public static partial void Thrown(ILogger logger, string eventId, Exception exception);

    [LoggerMessage(2008, LogLevel.Information, "Event {EventId}: dry run went on without the CRM ({Reason})", EventName = "CrmNotAsked")]
    public static partial void CrmNotAsked(ILogger logger, string eventId, string reason);

    [LoggerMessage(1001, LogLevel.Warning, "Webhook refused: source {Source}, signature {Result}", EventName = "SignatureRefused")]
    public static partial void SignatureRefused(ILogger logger, string source, SignatureValidationResult result);

    [LoggerMessage(1002, LogLevel.Information,
        "Webhook received: source {Source}, type {EventType}, event {EventId}, {Kind}, duplicate {Duplicate}",
        EventName = "WebhookReceived")]
    public static partial void Received(
        ILogger logger, string source, string eventType, string eventId, WebhookKind kind, bool duplicate);

    [LoggerMessage(1003, LogLevel.Error,
        "Webhook kept as unreadable: the reader of source {Source} failed with {Exception}", EventName = "ReaderFailed")]
    public static partial void ReaderFailed(ILogger logger, string source, string exception);

    [LoggerMessage(1004, LogLevel.Debug, "Webhook kept as unreadable: what the reader of source {Source} threw", EventName = "ReaderThrown")]
    public static partial void ReaderThrown(ILogger logger, string source, Exception exception);

    [LoggerMessage(1005, LogLevel.Warning, "Webhook refused: source {Source}, its Content-Encoding is not taken", EventName = "EncodingRefused")]
    public static partial void EncodingRefused(ILogger logger, string source);

    [LoggerMessage(1006, LogLevel.Warning, "Webhook refused: source {Source}, unpacked it has more than {Limit} bytes", EventName = "UnpackedTooLong")]
    public static partial void UnpackedTooLong(ILogger logger, string source, int limit);

    [LoggerMessage(1007, LogLevel.Warning, "Webhooks refused in the last minute beside those that were logged: {Count}", EventName = "RefusalsLeftOut")]
    public static partial void RefusalsLeftOut(ILogger logger, long count);

    [LoggerMessage(1008, LogLevel.Warning, "Webhook refused: source {Source}, the memory for bodies is used up; the sender was asked to try again. "
        + "If it happens often without an attack, raise BODY_MEMORY_BYTES", EventName = "BodyMemoryUsedUp")]
    public static partial void BodyMemoryUsedUp(ILogger logger, string source);
}
