using System.Globalization;
using System.Text.Json.Nodes;

namespace SalesIntel.Simulator;

/// <summary>The answers of faults that strike before a request is carried out (all but the language model's).</summary>
internal static class FaultResponses
{
    public static SimResponse TooManyInFlight() =>
        ZohoErrors.Bare(429, "TOO_MANY_REQUESTS", "The number of concurrent calls is above the limit.") with { Outcome = "TOO_MANY_REQUESTS" };

    public static SimResponse For(FaultTarget target, SimulatorFault fault)
    {
        var response = fault.Action switch
        {
            FaultAction.Drop => new SimResponse(0) { Cut = true },
            FaultAction.Body => new SimResponse(fault.Status ?? 200, fault.Body ?? "", ContentTypeOf(fault.Body)),
            _ => target switch
            {
                FaultTarget.Zoho => Zoho(fault),
                FaultTarget.OAuth => OAuth(fault),
                _ => Slack(fault),
            },
        };
        return response with { Outcome = Outcomes.Of(fault), Headers = [.. RetryAfter(target, fault, response), .. Location(fault)] };
    }

    private static (string, string)[] Location(SimulatorFault fault) => fault.Location is { } address ? [("Location", address)] : [];

    public static string ContentTypeOf(string? body) =>
        body?.TrimStart() is ['{' or '[', ..] ? "application/json;charset=UTF-8" : "text/html;charset=UTF-8";

    private static SimResponse Zoho(SimulatorFault fault) => fault.Action switch
    {
        FaultAction.RateLimit when fault.RetryAfterSeconds is { } seconds => ZohoErrors.Bare(
            429, "RATE_LIMIT_EXCEEDED", "Too many requests.", new JsonObject { ["retry_after"] = seconds, ["limit"] = 100, ["window"] = 60 }),
        FaultAction.RateLimit => ZohoErrors.Bare(429, "TOO_MANY_REQUESTS", "Too many requests fired in parallel."),
        FaultAction.DailyQuota => ZohoErrors.Bare(429, "TOO_MANY_REQUESTS", "The API credits of the day are used up.") with
        {
            Headers = [("X-API-CREDITS-REMAINING", "0")],
        },
        FaultAction.InvalidToken => ZohoErrors.InvalidToken(),
        FaultAction.Unavailable => ZohoErrors.Bare(503, "SERVICE_UNAVAILABLE", "The service is unavailable."),
        _ => (fault.Status ?? 503) switch
        {
            500 => ZohoErrors.Bare(500, "INTERNAL_ERROR", "Internal server error."),
            502 => new SimResponse(502, "<html><body>Bad gateway</body></html>", "text/html"),
            503 => ZohoErrors.Bare(503, "SERVICE_UNAVAILABLE", "The service is unavailable."),
            429 => ZohoErrors.Bare(429, "TOO_MANY_REQUESTS", "Too many requests."),
            401 => ZohoErrors.Bare(401, "AUTHENTICATION_FAILURE", "Authentication failed."),
            403 => ZohoErrors.Bare(403, "NO_PERMISSION", "permission denied"),
            var other => ZohoErrors.Bare(other, "SIMULATED", "A fault was ordered."),
        },
    };

    private static SimResponse OAuth(SimulatorFault fault) => fault.Action switch
    {
        FaultAction.RateLimit or FaultAction.DailyQuota => TokenDesk.AccessDenied(),
        FaultAction.InvalidToken => SimResponse.Json(200, new JsonObject { ["error"] = "invalid_code" }),
        FaultAction.Unavailable => new SimResponse(503, "<html><body>Service unavailable</body></html>", "text/html"),
        _ => new SimResponse(fault.Status ?? 503, "<html><body>Error</body></html>", "text/html"),
    };

    private static SimResponse Slack(SimulatorFault fault) => fault.Action switch
    {
        FaultAction.RateLimit or FaultAction.DailyQuota => new SimResponse(429, "rate_limited", "text/plain"),
        FaultAction.InvalidToken => new SimResponse(403, "invalid_token", "text/plain"),
        _ => new SimResponse(fault.Status ?? 503, "server_error", "text/plain"),
    };

    // Zoho documents no Retry-After; it is sent there only for a plain status, where a proxy would have answered.
    private static (string, string)[] RetryAfter(FaultTarget target, SimulatorFault fault, SimResponse response) =>
        fault.RetryAfterSeconds is { } seconds && (target != FaultTarget.Zoho || fault.Action == FaultAction.Status)
            ? [.. response.Headers, ("Retry-After", Math.Ceiling(seconds).ToString(CultureInfo.InvariantCulture))]
            : [.. response.Headers];
}
