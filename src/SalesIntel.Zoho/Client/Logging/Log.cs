namespace SalesIntel.Zoho.Client;

/// <summary>The client's log messages: ids, codes and field names only.</summary>
internal static partial class Log
{
    [LoggerMessage(5001, LogLevel.Information, "Zoho access token refreshed, used until {UseUntil}")]
    public static partial void TokenRefreshed(ILogger logger, DateTimeOffset useUntil);

    [LoggerMessage(5002, LogLevel.Error, "Zoho refused an access token: {Code}, status {Status}")]
    public static partial void TokenRefused(ILogger logger, string code, int? status);

    [LoggerMessage(5024, LogLevel.Information,
        "Zoho refused an access token again ({Code}, {Count} times); it is asked again after {Wait}")]
    public static partial void TokenRefusedAgain(ILogger logger, string code, int count, TimeSpan wait);

    [LoggerMessage(5003, LogLevel.Information, "Zoho's API refused the access token with {Code}; it is fetched anew")]
    public static partial void TokenRejected(ILogger logger, string code);

    [LoggerMessage(5004, LogLevel.Warning,
        "Shared state failed to {Operation} ({Failure}); this process goes on with its own Zoho token")]
    public static partial void SharedStateFailed(ILogger logger, string operation, string failure);

    [LoggerMessage(5005, LogLevel.Warning, "The shared value {Key} is not readable and is replaced")]
    public static partial void SharedTokenUnreadable(ILogger logger, string key);

    [LoggerMessage(5006, LogLevel.Debug, "Zoho {Method} {Operation} answered {Status} in {Milliseconds} ms")]
    public static partial void Answered(ILogger logger, string method, string operation, int status, long milliseconds);

    [LoggerMessage(5007, LogLevel.Warning, "Zoho {Operation} failed: {Code}, status {Status}, transient {IsTransient}")]
    public static partial void Failed(ILogger logger, string operation, string code, int? status, bool isTransient);

    [LoggerMessage(5012, LogLevel.Warning, "Zoho answered {Operation} for {Answered} of {Sent} records so that it is sure whose result it is; the others are sent again where that is harmless")]
    public static partial void ResultsMissing(ILogger logger, string operation, int answered, int sent);

    [LoggerMessage(5013, LogLevel.Warning, "Zoho refused a call with {Count} requests ({Code}); they are sent again in halves")]
    public static partial void BatchHalved(ILogger logger, string code, int count);

    [LoggerMessage(5020, LogLevel.Warning,
        "The store failed to share calls to Zoho among processes ({Failure}); this one makes at most {Calls} at a time until it answers")]
    public static partial void SlotsAway(ILogger logger, string failure, int calls);

    [LoggerMessage(5021, LogLevel.Information,
        "Zoho refused to {Operation} because too many calls were in flight; it is sent again after {Milliseconds} ms")]
    public static partial void TooManyInFlight(ILogger logger, string operation, long milliseconds);

    [LoggerMessage(5022, LogLevel.Warning,
        "Only {Remaining} of Zoho's API credits are left, fewer than ZOHO_CREDITS_RESERVE ({Reserve}); work on the past waits")]
    public static partial void CreditsReserved(ILogger logger, long remaining, long reserve);

    [LoggerMessage(5023, LogLevel.Warning, "Shared state failed to {Operation} Zoho's credits ({Failure})")]
    public static partial void CreditsNotShared(ILogger logger, string operation, string failure);
}
