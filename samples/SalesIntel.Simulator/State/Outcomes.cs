namespace SalesIntel.Simulator;

internal static class Outcomes
{
    public const string Success = "SUCCESS";

    public const string ClientAborted = "client_aborted";

    public static string Of(SimulatorFault fault) => "fault:" + NameOf(fault.Action);

    private static string NameOf(FaultAction action) => action switch
    {
        FaultAction.DropAfterCommit => "drop_after_commit",
        FaultAction.ShortData => "short_data",
        FaultAction.HangAfterCommit => "hang_after_commit",
        FaultAction.RateLimit => "rate_limit",
        FaultAction.InvalidToken => "invalid_token",
        FaultAction.DailyQuota => "daily_quota",
        FaultAction.MaxTokens => "max_tokens",
        FaultAction.InvalidSchema => "invalid_schema",
        _ => action.ToString().ToLowerInvariant(),
    };
}
