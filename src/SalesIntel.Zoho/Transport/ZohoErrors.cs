using System.Text.Json;
using SalesIntel.Failures;

namespace SalesIntel.Zoho.Transport;

/// <summary>What an answer of Zoho means: https://www.zoho.com/crm/developer/docs/api/v8/status-codes.html. Messages name
/// fields and codes and never repeat Zoho's own text, which may hold values.</summary>
internal static class ZohoErrors
{
    /// <summary>Every scope that SalesIntel uses.</summary>
    public const string AllScopes = "ZohoCRM.modules.ALL, ZohoCRM.settings.fields.READ, ZohoSearch.securesearch.READ";

    private static readonly TimeSpan LockedWait = TimeSpan.FromMinutes(5);

    /// <summary>The code with which an access token is refused that a fresh one may cure.</summary>
    public static bool IsTokenError(ZohoReply reply) => reply.Status == 401
        && reply.Result?.Code is null or "INVALID_TOKEN" or "AUTHENTICATION_FAILURE" or "INVALID_OAUTHTOKEN";

    /// <summary>The exception for an answer that refuses the call as a whole; null when the caller has to look at it.</summary>
    /// <param name="call">The call.</param>
    /// <param name="reply">Its answer.</param>
    /// <param name="throttle">How long to wait after a 429.</param>
    public static ProviderException? WholeCall(ZohoCall call, ZohoReply reply, ThrottleWait throttle) => reply.Status switch
    {
        401 => Unauthorized(call, reply),
        429 => TooMany(call, reply, throttle),
        408 or >= 500 => ServerFault(call, reply),
        200 or 201 or 202 or 207 when reply.Body is null => Unreadable(call, reply.Status),
        >= 300 and < 400 and not 304 => New(reply.Result?.Code ?? "redirect", reply.Status,
            $"Zoho redirected {call.Operation}, which it never does. Check ZOHO_API_URL and ZOHO_DC."),
        _ => null,
    };

    /// <summary>The exception for a refused record or request.</summary>
    public static ProviderException Refused(ZohoCall call, ZohoReply reply, ZohoResult? result)
    {
        var code = result?.Code ?? $"http_{reply.Status}";
        var field = result?.ApiName is { } name ? $" field {name}" : " a value";
        return code switch
        {
            "RECORD_LOCKED" => New(code, reply.Status,
                $"Zoho has locked the record of {call.Operation} (edited, merged or under review). It is tried again.",
                isTransient: true, retryAfter: LockedWait),
            "CONVERTED_RECORD" or "ID_ALREADY_CONVERTED" => New("CONVERTED_RECORD", reply.Status,
                "The lead was converted in Zoho and can't be written any more. Enter the news at its contact or deal by hand."),
            "RECORD_IN_BLUEPRINT" => New(code, reply.Status, $"Zoho refused {call.Operation}:{field} is governed by a blueprint. "
                + "Finish the transition in Zoho or take the field out of the blueprint."),
            "NOT_APPROVED" => New(code, reply.Status, $"Zoho refused {call.Operation}: the record waits for approval in Zoho."),
            "INVALID_DATA" => New(code, reply.Status, $"Zoho refused {call.Operation}:{field} is not valid{Expected(result)}."),
            "MANDATORY_NOT_FOUND" or "EXPECTED_FIELD_MISSING" => New(code, reply.Status,
                $"Zoho refused {call.Operation}:{field} is mandatory and missing. Map it, or make it optional in Zoho's layout."),
            "DUPLICATE_DATA" => Duplicates(call, reply, [result!]),
            "DEPENDENT_FIELD_MISSING" or "DEPENDENT_MISMATCH" => New(code, reply.Status,
                $"Zoho refused {call.Operation}:{field} depends on another field that is missing or does not match."),
            "INVALID_MODULE" => New(code, reply.Status, "Zoho does not know the module, or the user may not use it. Check "
                + "ZOHO_LEADS_MODULE (the API name) and the user's profile.", isOutage: true),
            "INVALID_URL_PATTERN" => New(code, reply.Status,
                $"Zoho does not know the address of {call.Operation}. Check ZOHO_API_URL and ZOHO_LEADS_MODULE."),
            "AUTHORIZATION_FAILED" or "NO_PERMISSION" => New(code, reply.Status, $"The Zoho user may not {call.Operation}"
                + $"{Permissions(result)}. Extend the profile of the user who granted ZOHO_REFRESH_TOKEN."),
            "OAUTH_SCOPE_MISMATCH" => Scope(call, reply),
            "INTERNAL_ERROR" or "SERVICE_UNAVAILABLE" => ServerFault(call, reply),
            _ => New(code, reply.Status, $"Zoho refused {call.Operation} with {code}{Named(result)}, status {reply.Status}."),
        };
    }

    /// <summary>The exception for collisions that only a person can sort out.</summary>
    public static ProviderException Duplicates(ZohoCall call, ZohoReply reply, IReadOnlyList<ZohoResult> duplicates)
    {
        var fields = duplicates.Select(d => d.ApiName).OfType<string>().Distinct().ToList();
        var ids = duplicates.SelectMany(DuplicateIds).Distinct().ToList();
        return New("DUPLICATE_DATA", reply.Status, $"Zoho refused {call.Operation}: the value of "
            + (fields.Count == 0 ? "a unique field" : string.Join(", ", fields)) + " is already used by another record"
            + (ids.Count == 0 ? "" : $" (id {string.Join(", ", ids)})") + ". Merge the duplicates in Zoho.");
    }

    /// <summary>An answer that tells nothing: after a write nobody knows whether it was done.</summary>
    public static ProviderException Unreadable(ZohoCall call, int status) => New("unexpected_answer", status,
        $"Zoho answered {call.Operation} with something that is not its JSON. It is tried again.",
        isTransient: true, outcomeUnknown: call.LeavesOutcomeOpen);

    /// <summary>No answer within the time.</summary>
    public static ProviderException TimedOut(ZohoCall call, TimeSpan after, Exception inner) => New("timeout", null,
        $"Zoho did not answer {call.Operation} within {after.TotalSeconds:0} s. It is tried again.", isTransient: true,
        isOutage: true, outcomeUnknown: call.LeavesOutcomeOpen, inner: inner);

    /// <summary>The connection failed; whether before or after the request went out, .NET tells by the kind of error.</summary>
    public static ProviderException Lost(ZohoCall call, Exception inner)
    {
        var neverSent = inner is HttpRequestException
        {
            HttpRequestError: HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError
                or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError,
        };
        return New("connection", null, neverSent
                ? $"Zoho's API can't be reached for {call.Operation}. Check the network, ZOHO_DC and ZOHO_API_URL."
                : $"The connection to Zoho was lost during {call.Operation}. It is tried again.",
            isTransient: true, isOutage: true, outcomeUnknown: call.LeavesOutcomeOpen && !neverSent, inner: inner);
    }

    private static ProviderException Unauthorized(ZohoCall call, ZohoReply reply) =>
        IsTokenError(reply)
            ? New(reply.Result?.Code ?? "http_401", 401, "Zoho refuses even a fresh access token. Check that ZOHO_DC, ZOHO_API_URL "
                + "and ZOHO_REFRESH_TOKEN belong to the same account, and that no other program uses the same refresh token.",
                isTransient: true, isOutage: true, retryAfter: TimeSpan.FromMinutes(1))
            : reply.Result!.Code == "OAUTH_SCOPE_MISMATCH" ? Scope(call, reply)
            : New(reply.Result.Code, 401, $"Zoho refuses to let SalesIntel {call.Operation} ({reply.Result.Code}). Check the connected "
                + "app and the user who granted ZOHO_REFRESH_TOKEN.", isOutage: true);

    private static ProviderException Scope(ZohoCall call, ZohoReply reply) => New("OAUTH_SCOPE_MISMATCH", reply.Status,
        $"The refresh token may not {call.Operation}: this needs {call.Scopes}. Make a new ZOHO_REFRESH_TOKEN with the scopes "
        + $"{AllScopes}.", isOutage: true);

    private static ProviderException TooMany(ZohoCall call, ZohoReply reply, ThrottleWait wait) => New(
        reply.Result?.Code ?? "TOO_MANY_REQUESTS", 429, wait.CreditsGone
            ? $"Zoho refused {call.Operation}: the organisation's API credits of the last 24 hours are used up."
            : $"Zoho refused {call.Operation}: too many calls at a time. It is tried again; lower ZOHO_MAX_CONCURRENCY if this goes on.",
        isTransient: true, isOutage: true, retryAfter: wait.Wait);

    private static ProviderException ServerFault(ZohoCall call, ZohoReply reply) => New(
        reply.Result is { IsSuccess: false, Code: var code } ? code : $"http_{reply.Status}", reply.Status,
        $"Zoho failed at {call.Operation} with status {reply.Status}. It is tried again.", isTransient: true,
        // One record can trip over a 500; the gateways' answers are about everybody.
        isOutage: reply.Status is 502 or 503 or 504, outcomeUnknown: call.LeavesOutcomeOpen);

    private static string Expected(ZohoResult? result) =>
        result?.Number("maximum_length") is { } length ? $" (at most {length} characters)"
        : result is not null && Word(ZohoResult.Text(result.Details, "expected_data_type")) is { } type ? $" (must be {type})"
        : "";

    /// <summary>The ids of the records that a write collided with.</summary>
    public static IEnumerable<string> DuplicateIds(ZohoResult result)
    {
        if (result.Details.ValueKind == JsonValueKind.Object
            && result.Details.TryGetProperty("duplicate_record", out var record)
            && Word(ZohoResult.Text(record, "id")) is { } recordId)
        {
            yield return recordId;
        }
        else if (Word(result.Id) is { } id)
        {
            yield return id;
        }
    }

    private static string Permissions(ZohoResult? result) =>
        result is not null && result.Details.ValueKind == JsonValueKind.Object
            && result.Details.TryGetProperty("permissions", out var list) && list.ValueKind == JsonValueKind.Array
            && list.EnumerateArray().Where(p => p.ValueKind == JsonValueKind.String).Select(p => Word(p.GetString()))
                .OfType<string>().ToList() is { Count: > 0 } words
            ? $" (needs {string.Join(", ", words)})"
            : "";

    private static string Named(ZohoResult? result) => result?.ApiName is { } name ? $" on field {name}" : "";

    // Only plain words and numbers of an answer get into a message.
    private static string? Word(string? text) =>
        text is { Length: > 0 and <= 60 } && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-') ? text : null;

    private static ProviderException New(
        string code, int? status, string message, bool isTransient = false, bool isOutage = false, TimeSpan? retryAfter = null,
        bool outcomeUnknown = false, Exception? inner = null) => new("zoho", code, message, inner)
        {
            Status = status,
            IsTransient = isTransient,
            IsOutage = isOutage,
            RetryAfter = retryAfter,
            OutcomeUnknown = outcomeUnknown,
        };
}
