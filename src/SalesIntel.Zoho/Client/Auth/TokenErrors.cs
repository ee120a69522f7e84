namespace SalesIntel.Zoho.Client;

/// <summary>What a refused token means. The HTTP status says nothing: a revoked refresh token is answered with 200.</summary>
internal static class TokenErrors
{
    /// <summary>Our name for credentials that another data centre takes.</summary>
    public const string WrongDataCenter = "wrong_data_centre";

    private const string Denied = "Access Denied";
    private const string StrangeDomain = "unexpected_api_domain";
    private const int LongestLook = 10_000;

    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(30);

    // What passes by itself may be over at any time; asked more often, the budget would be used up.
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(5);

    /// <summary>For an error text of the accounts host, or our name of the failure.</summary>
    /// <param name="error">E.g. <c>invalid_code</c>; null when the answer named none.</param>
    /// <param name="answer">The whole answer.</param>
    /// <param name="status">The HTTP status.</param>
    public static ZohoCrmException Answered(string? error, string answer, int status)
    {
        if (error?.ToLowerInvariant() is { } permanent && IsPermanent(permanent))
        {
            return Refused(permanent, status, isTransient: false, TimeSpan.FromMinutes(1));
        }

        // Asking again while throttled is reported to prolong the lock-out, so this is minutes and no back-off in seconds.
        return IsThrottling(answer, status)
            ? Refused(Denied, status, isTransient: true, TimeSpan.FromSeconds(Random.Shared.Next(300, 601)))
            : Refused(Known(error), status, isTransient: true, TimeSpan.FromSeconds(5));
    }

    /// <summary>How long to wait after a refusal: longer each time, except where it says itself when it is over.</summary>
    /// <param name="refused">The refusal.</param>
    /// <param name="count">How often in succession it was refused so.</param>
    public static TimeSpan Wait(ZohoCrmException refused, int count)
    {
        var first = refused.RetryAfter ?? TimeSpan.FromMinutes(1);
        if (refused.Code is Denied or "refresh_limit")
        {
            return first;
        }

        var grown = first * Math.Pow(2, Math.Min(count - 1, 20));
        var longest = refused.IsTransient ? LongestPause : LongestWait;
        return grown < longest ? grown : longest;
    }

    /// <summary>True for a refusal that may mean that the credentials belong to another data centre.</summary>
    public static bool MayBeElsewhere(string code) => code is "invalid_code" or "invalid_client" or WrongDataCenter;

    /// <summary>The exception for a refusal, fresh or remembered.</summary>
    public static ZohoCrmException Refused(
        string code, int? status, bool isTransient, TimeSpan wait, Exception? inner = null, string? dataCenter = null) =>
        new(code, What(code), Advice(code, dataCenter), inner)
        {
            IsTransient = isTransient,
            IsOutage = true,
            RetryAfter = wait,
            Status = status,
        };

    private static bool IsPermanent(string error) =>
        error is "invalid_code" or "unauthorized_client"
        || (error.StartsWith("invalid_client", StringComparison.Ordinal) && Known(error) == error);

    // "Access Denied", "access_denied", "ACCESS-DENIED" and what else was seen, wherever it stands: pages say it, too.
    private static bool IsThrottling(string answer, int status) =>
        status == 429 || (string.Concat(answer.Take(LongestLook).Where(char.IsAsciiLetter)) is var letters
            && (letters.Contains("accessdenied", StringComparison.OrdinalIgnoreCase)
                || letters.Contains("toomanyrequests", StringComparison.OrdinalIgnoreCase)));

    // Only a plain word is passed on: the server has been seen to answer with pages.
    private static string Known(string? error) =>
        error is { Length: > 0 and <= 40 } && error.All(c => char.IsAsciiLetterOrDigit(c) || c == '_') ? error : "no_token";

    /// <summary>The token answer names an API host to which no token may be sent.</summary>
    public static ZohoCrmException UnexpectedApiDomain(int? status) =>
        Refused(StrangeDomain, status, isTransient: false, TimeSpan.FromMinutes(1));

    private static string What(string code) => code switch
    {
        "invalid_code" => "Zoho does not accept the refresh token: it was revoked, belongs to another connected app, or to another "
            + "data centre.",
        WrongDataCenter => "Zoho does not accept the credentials at the configured data centre, but at another one.",
        "refresh_limit" =>
            $"{RefreshBudget.Most} Zoho access tokens were fetched in 10 minutes, by all processes together; Zoho hands out 10.",
        "unauthorized_client" => "Zoho does not allow this connected app to refresh tokens.",
        Denied => "Zoho refuses to hand out access tokens for some minutes because too many were asked for.",
        StrangeDomain => "Zoho's token answer names an API host that is not Zoho's; the token was not used.",
        "no_token" => "Zoho's accounts host answered without an access token.",
        "timeout" => "Zoho's accounts host did not answer in time.",
        "connection" => "Zoho's accounts host can't be reached.",
        "certificate" => "No secure connection to Zoho's accounts host: its certificate was not accepted.",
        _ when code.StartsWith("invalid_client", StringComparison.Ordinal) => "Zoho does not know the connected app or its secret.",
        _ => "Zoho's accounts host refused to hand out an access token.",
    };

    private static string Advice(string code, string? dataCenter) => code switch
    {
        "invalid_code" => "Check ZOHO_REFRESH_TOKEN and ZOHO_DC.",
        WrongDataCenter => $"Set ZOHO_DC={dataCenter}.",
        "refresh_limit" => "Check that no other program uses the same refresh token. It goes on by itself.",
        "unauthorized_client" => "Check the app in the API console and ZOHO_CLIENT_ID.",
        Denied => "Check that no other program uses the same refresh token.",
        StrangeDomain => "Check ZOHO_ACCOUNTS_URL, or set ZOHO_API_URL.",
        "connection" => "Check the network, ZOHO_DC and ZOHO_ACCOUNTS_URL.",
        "certificate" => "Check this machine's clock, its trusted certificates, and whether a proxy stands in between.",
        _ when code.StartsWith("invalid_client", StringComparison.Ordinal) => "Check ZOHO_CLIENT_ID, ZOHO_CLIENT_SECRET and ZOHO_DC.",
        _ => "It is tried again.",
    };
}
