namespace SalesIntel.Gemini;

/// <summary>What calls log: numbers and names, never key or content; the provider's error text at Debug only.</summary>
internal static partial class Log
{
    [LoggerMessage(EventId = 1, EventName = "Answered", Level = LogLevel.Information,
        Message = "Gemini {Model} answered as {ModelVersion} (stage {Stage}): {FinishReason}, response {ResponseId}, attempt {Attempt}, "
            + "{InputTokens} tokens in ({CachedTokens} cached), {OutputTokens} tokens out ({ThoughtTokens} thought), {Milliseconds} ms")]
    public static partial void Answered(
        ILogger logger, string model, string modelVersion, string stage, string finishReason, string responseId, int attempt,
        long inputTokens, long cachedTokens, long outputTokens, long thoughtTokens, long milliseconds);

    [LoggerMessage(EventId = 2, EventName = "OtherModel", Level = LogLevel.Warning,
        Message = "Gemini {Model} is served by {ModelVersion}: the id may have been retired and routed to another model and price")]
    public static partial void OtherModel(ILogger logger, string model, string modelVersion);

    [LoggerMessage(EventId = 3, EventName = "Failed", Level = LogLevel.Warning,
        Message = "Gemini {Model} failed: {Status} {Code}, transient {IsTransient}, outage {IsOutage}, retry after {RetryAfter}")]
    public static partial void Failed(
        ILogger logger, string model, int status, string code, bool isTransient, bool isOutage, TimeSpan? retryAfter);

    [LoggerMessage(EventId = 4, EventName = "ProviderText", Level = LogLevel.Debug, Message = "Gemini says: {Text}")]
    public static partial void ProviderText(ILogger logger, string text);

    [LoggerMessage(EventId = 6, EventName = "Retires", Level = LogLevel.Warning,
        Message = "Gemini {Model} will be shut down on {RetirementDate}: set GEMINI_MODEL to another model before")]
    public static partial void Retires(ILogger logger, string model, string retirementDate);

    [LoggerMessage(EventId = 5, EventName = "ConnectAgain", Level = LogLevel.Information,
        Message = "Gemini could not be connected to; nothing was sent, connecting once more")]
    public static partial void ConnectAgain(ILogger logger);
}
