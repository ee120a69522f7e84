using Microsoft.Extensions.Logging;

namespace SalesIntel.Intake;

internal static partial class Log
{
    [LoggerMessage(1001, LogLevel.Warning, "Webhook refused: source {Source}, signature {Verdict}", EventName = "SignatureRefused")]
    public static partial void SignatureRefused(ILogger logger, string source, SignatureVerdict verdict);

    [LoggerMessage(1002, LogLevel.Information,
        "Webhook received: source {Source}, type {EventType}, event {EventId}, {Kind}, duplicate {Duplicate}",
        EventName = "WebhookReceived")]
    public static partial void Received(
        ILogger logger, string source, string eventType, string eventId, WebhookKind kind, bool duplicate);
}
