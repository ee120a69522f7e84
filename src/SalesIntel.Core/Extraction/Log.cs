namespace SalesIntel.Extraction;

/// <summary>What extractions log: numbers and names of fields, never content.</summary>
internal static partial class Log
{
    [LoggerMessage(EventId = 1, EventName = "Extracted", Level = LogLevel.Information,
        Message = "Extracted {Kind} with {Model}, version {Version}: layer {Layer}, issues {Issues}, calls {Calls}, "
            + "{InputTokens} tokens in, {OutputTokens} tokens out, {Milliseconds} ms")]
    public static partial void Extracted(
        ILogger logger, string kind, string model, string version, string layer, int issues, int calls, long inputTokens,
        long outputTokens, long milliseconds);

    [LoggerMessage(EventId = 2, EventName = "Repairing", Level = LogLevel.Information,
        Message = "The completion for {Kind} needs a repair call; fields that could not be read: {Failed} ({Fields})")]
    public static partial void Repairing(ILogger logger, string kind, int failed, string fields);

    [LoggerMessage(EventId = 3, EventName = "CutOff", Level = LogLevel.Warning,
        Message = "The completion for {Kind} was cut off at {MaxOutputTokens} tokens; trying once with {NextMaxOutputTokens}")]
    public static partial void CutOff(ILogger logger, string kind, int maxOutputTokens, int nextMaxOutputTokens);

    [LoggerMessage(EventId = 4, EventName = "Verified", Level = LogLevel.Information,
        Message = "Claims verified: {Claims}; contradicted {Contradicted}, not stated {NotStated}; failure '{Failure}', "
            + "{InputTokens} tokens in, {OutputTokens} tokens out")]
    public static partial void Verified(
        ILogger logger, int claims, int contradicted, int notStated, string failure, long inputTokens, long outputTokens);
}
