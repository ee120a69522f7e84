using System.Globalization;
using System.Text.Json.Nodes;

namespace SalesIntel.Simulator;

/// <summary>Errors in the shape of Google's APIs.</summary>
internal static class GeminiErrors
{
    public static SimResponse Of(int code, string status, string message, params JsonNode?[] details)
    {
        var error = new JsonObject { ["code"] = code, ["message"] = message, ["status"] = status };
        if (details.Length > 0)
        {
            error["details"] = new JsonArray(details);
        }

        return SimResponse.Json(code, new JsonObject { ["error"] = error }) with { Outcome = "error:" + status };
    }

    public static SimResponse InvalidArgument(string message) => Of(400, "INVALID_ARGUMENT", message);

    public static SimResponse InvalidKey() => Of(
        400,
        "INVALID_ARGUMENT",
        "API key not valid. Please pass a valid API key.",
        new JsonObject
        {
            ["@type"] = "type.googleapis.com/google.rpc.ErrorInfo",
            ["reason"] = "API_KEY_INVALID",
            ["domain"] = "googleapis.com",
            ["metadata"] = new JsonObject { ["service"] = "generativelanguage.googleapis.com" },
        });

    public static SimResponse Quota(string model, bool perDay, double? retryAfterSeconds)
    {
        var violation = new JsonObject
        {
            ["quotaMetric"] = "generativelanguage.googleapis.com/generate_content_paid_tier_requests",
            ["quotaId"] = perDay ? "GenerateRequestsPerDayPerProjectPerModel" : "GenerateRequestsPerMinutePerProjectPerModel",
            ["quotaDimensions"] = new JsonObject { ["location"] = "global", ["model"] = model },
            ["quotaValue"] = perDay ? "1000" : "60",
        };
        var delay = (retryAfterSeconds ?? 2).ToString("0.###", CultureInfo.InvariantCulture) + "s";
        return Of(
            429,
            "RESOURCE_EXHAUSTED",
            "You exceeded your current quota, please check your plan and billing details.",
            new JsonObject { ["@type"] = "type.googleapis.com/google.rpc.QuotaFailure", ["violations"] = new JsonArray(violation) },
            new JsonObject { ["@type"] = "type.googleapis.com/google.rpc.RetryInfo", ["retryDelay"] = delay });
    }

    /// <returns>The answer of a fault that replaces the model's, or <see langword="null"/> when the model answers first.</returns>
    public static SimResponse? For(SimulatorFault? fault, string model) => fault?.Action switch
    {
        FaultAction.Status => Of(fault.Status ?? 503, StatusName(fault.Status ?? 503), "A fault was ordered."),
        FaultAction.Unavailable => Of(503, "UNAVAILABLE", "The model is overloaded. Please try again later."),
        FaultAction.RateLimit => Quota(model, perDay: false, fault.RetryAfterSeconds),
        FaultAction.DailyQuota => Quota(model, perDay: true, fault.RetryAfterSeconds),
        FaultAction.InvalidToken => InvalidKey(),
        FaultAction.Drop => new SimResponse(0) { Cut = true },
        FaultAction.Body => new SimResponse(fault.Status ?? 200, fault.Body ?? "", FaultResponses.ContentTypeOf(fault.Body)),
        _ => null,
    };

    private static string StatusName(int status) => status switch
    {
        400 => "INVALID_ARGUMENT",
        401 => "UNAUTHENTICATED",
        403 => "PERMISSION_DENIED",
        404 => "NOT_FOUND",
        408 or 504 => "DEADLINE_EXCEEDED",
        429 => "RESOURCE_EXHAUSTED",
        500 => "INTERNAL",
        503 => "UNAVAILABLE",
        _ => "UNKNOWN",
    };
}
