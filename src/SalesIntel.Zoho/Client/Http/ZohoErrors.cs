namespace SalesIntel.Zoho.Client;

/// <summary>What an answer about a whole call means: https://www.zoho.com/crm/developer/docs/api/v8/status-codes.html. Messages name fields
/// and codes and never repeat Zoho's own text, which may hold values.</summary>
internal static class ZohoErrors
{
    /// <summary>The scopes that a refresh token should be made with.</summary>
    public const string AllScopes = "ZohoCRM.modules.ALL, ZohoCRM.settings.fields.READ, ZohoSearch.securesearch.READ";

    /// <summary>The advice about what passes.</summary>
    public const string TriedAgain = "It is tried again.";

    /// <summary>True when the access token is refused in a way that a fresh one may cure. A page of a gateway says nothing about the token.
    /// </summary>
    public static bool IsTokenError(ZohoAnswer answer) => !answer.IsForeign && answer.Result?.Code switch
    {
        // Of a list of results others may have been written.
        "INVALID_TOKEN" or "AUTHENTICATION_FAILURE" or "INVALID_OAUTHTOKEN" => answer.Status == 401 || answer.Elements.Count == 0,
        null => answer.Status == 401,
        _ => false,
    };

    /// <summary>True for a refusal without a code, which is not Zoho's way: somebody in between refuses everybody. What is too large for them is about
    /// one call.</summary>
    public static bool IsSilent(ZohoAnswer answer) =>
        answer is { Result: null, IsForeign: false, Status: >= 400 and not (413 or 414 or 431) };

    /// <summary>The exception for an answer that refuses the call as a whole; null when the caller has to look at it.</summary>
    /// <param name="call">The call.</param>
    /// <param name="answer">Its answer.</param>
    /// <param name="throttle">How long to wait after a 429.</param>
    public static ZohoCrmException? WholeCall(ZohoCall call, ZohoAnswer answer, ThrottleWait throttle) => answer switch
    {
        { IsThrottled: true } => TooMany(call, answer, throttle),
        { Status: >= 300 and < 400 and not 304 } => New("redirect", answer.Status, $"Zoho redirected {call.Operation}, which was not followed.",
            $"Zoho redirects while it is under maintenance. If this goes on, check ZOHO_API_URL and ZOHO_DC. {TriedAgain}",
            isTransient: true, isOutage: true),
        { Status: 408 or >= 500 } => ServerFault(call, answer, throttle.Asked),

        // What is too large for a gateway is about this one call.
        { IsForeign: true, Status: not (413 or 414 or 431) } => Unreadable(call, answer.Status),
        _ when answer.Status == 401 || IsTokenError(answer) => Unauthorized(call, answer),
        { Status: 200 or 201 or 202 or 207, Body: null } => Unreadable(call, answer.Status),
        _ => null,
    };

    /// <summary>The exception for a refused record or request.</summary>
    public static ZohoCrmException Refused(ZohoCall call, ZohoAnswer answer, ZohoElement? element) =>
        IsSilent(answer) ? Unreadable(call, answer.Status) : RefusedRecord.Of(call, answer.Status, element?.Flatten() ?? []);

    /// <summary>Whether a list that was asked for has come; false when nothing was found. An answer that does not say is not "nobody": a lead would be
    /// taken for a new one.</summary>
    /// <exception cref="ZohoCrmException">The call was refused, or the answer does not say.</exception>
    public static bool HasRows(ZohoCall call, ZohoAnswer answer) => answer switch
    {
        { IsEmpty: true } or { Result.IsNothing: true } => false,
        { Status: >= 400 } => throw Refused(call, answer, answer.Result),
        { HasList: false } => throw Unreadable(call, answer.Status),
        _ => true,
    };

    /// <summary>An answer that says nothing: after a write nobody knows whether it was done.</summary>
    public static ZohoCrmException Unreadable(ZohoCall call, int status) => New("unexpected_answer", status,
        $"Zoho answered {call.Operation} with something that is not its JSON, or says nothing about it (status {status}).",
        $"A proxy or a maintenance page answers like this. {TriedAgain}",
        isTransient: true, isOutage: true, outcomeUnknown: call.LeavesOutcomeOpen);

    /// <summary>No answer within the time.</summary>
    public static ZohoCrmException TimedOut(ZohoCall call, TimeSpan after, Exception inner) => New("timeout", null,
        $"Zoho did not answer {call.Operation} within {after.TotalSeconds:0} s.", TriedAgain, isTransient: true,
        isOutage: true, outcomeUnknown: call.LeavesOutcomeOpen, inner: inner);

    /// <summary>The connection failed; whether before or after the request went out, .NET tells by the kind of error.</summary>
    public static ZohoCrmException Lost(ZohoCall call, Exception inner)
    {
        var error = (inner as HttpRequestException)?.HttpRequestError;
        if (error == HttpRequestError.SecureConnectionError)
        {
            return New("certificate", null, $"No secure connection to Zoho for {call.Operation}: its certificate was not accepted.",
                "Check this machine's clock, its trusted certificates, and whether a proxy stands in between.",
                isTransient: true, isOutage: true, inner: inner);
        }

        return error is HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.ProxyTunnelError
            ? New("connection", null, $"Zoho's API can't be reached for {call.Operation}.", "Check the network, ZOHO_DC and ZOHO_API_URL.",
                isTransient: true, isOutage: true, inner: inner)
            : New("connection", null, $"The connection to Zoho was lost during {call.Operation}.", TriedAgain,
                isTransient: true, isOutage: true, outcomeUnknown: call.LeavesOutcomeOpen, inner: inner);
    }

    /// <summary>Zoho itself, or a gateway before it, failed.</summary>
    private static ZohoCrmException ServerFault(ZohoCall call, ZohoAnswer answer, TimeSpan? retryAfter) => New(
        answer.Result is { IsSuccess: false, Code: var code } ? code : $"http_{answer.Status}", answer.Status,
        $"Zoho failed at {call.Operation} with status {answer.Status}.", TriedAgain, isTransient: true,
        // One record can trip over a 500 of Zoho's own; the answers of gateways are about everybody.
        isOutage: answer.Status is 502 or 503 or 504 || answer.IsForeign, retryAfter: retryAfter, outcomeUnknown: call.LeavesOutcomeOpen);

    /// <summary>The refresh token was made without a scope.</summary>
    public static ZohoCrmException Scope(ZohoCall call, int status) => New("OAUTH_SCOPE_MISMATCH", status,
        $"The refresh token may not {call.Operation}: this needs {call.Scopes}.",
        $"Make a new ZOHO_REFRESH_TOKEN with the scopes {AllScopes}"
        + (AllScopes.Contains(call.Scopes, StringComparison.Ordinal) ? "." : $" and {call.Scopes}."), isOutage: true);

    /// <summary>The call was not made, because few credits are left and others go first.</summary>
    public static ZohoCrmException Reserved(ZohoCall call, TimeSpan wait) => new("credits_reserve",
        $"Few of the day's Zoho API credits are left, so that the call to {call.Operation} waits.",
        $"{TriedAgain} Lower ZOHO_CREDITS_RESERVE, or buy credits, if it is to go on now.")
    {
        IsTransient = true,
        IsPostponed = true,
        RetryAfter = wait,
    };

    private static ZohoCrmException Unauthorized(ZohoCall call, ZohoAnswer answer) =>
        IsTokenError(answer)
            ? New(answer.Result?.Code ?? "http_401", answer.Status, "Zoho refuses even a fresh access token.", "Check that ZOHO_DC, ZOHO_API_URL "
                + "and ZOHO_REFRESH_TOKEN belong to the same account, and that no other program uses the same refresh token.",
                isTransient: true, isOutage: true, retryAfter: TimeSpan.FromMinutes(1))
            : answer.Result!.Code == "OAUTH_SCOPE_MISMATCH" ? Scope(call, 401)
            : New(answer.Result.Code, 401, $"Zoho refuses to let the user {call.Operation} ({answer.Result.Code}).",
                "Check the connected app and the user who granted ZOHO_REFRESH_TOKEN.", isOutage: true);

    private static ZohoCrmException TooMany(ZohoCall call, ZohoAnswer answer, ThrottleWait wait) => New(
        answer.Result?.Code ?? "TOO_MANY_REQUESTS", answer.Status,
        wait.CreditsGone
            ? $"Zoho refused {call.Operation}: the organisation's API credits of the last 24 hours are used up."
            : $"Zoho refused {call.Operation}: too many calls at a time.",
        wait.CreditsGone ? TriedAgain : $"{TriedAgain} Lower ZOHO_MAX_CONCURRENCY if this goes on.",
        isTransient: true, isOutage: true, retryAfter: wait.Wait);

    private static ZohoCrmException New(
        string code, int? status, string what, string advice, bool isTransient = false, bool isOutage = false, TimeSpan? retryAfter = null,
        bool outcomeUnknown = false, Exception? inner = null) => new(code, what, advice, inner)
        {
            Status = status,
            IsTransient = isTransient,
            IsOutage = isOutage,
            RetryAfter = retryAfter,
            OutcomeUnknown = outcomeUnknown,
        };
}
