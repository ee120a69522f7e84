namespace SalesIntel.Zoho;

/// <summary>Decides which addresses a token may be sent to.</summary>
internal static class ZohoHosts
{
    /// <summary>Where tokens are fetched.</summary>
    public static Uri Accounts(ZohoOptions options) =>
        string.IsNullOrEmpty(options.AccountsUrl)
            ? new Uri($"https://{DataCenter(options).AccountsHost}/")
            : WithSlash(new Uri(options.AccountsUrl));

    /// <summary>Where the API is: the override, else what the token answer says, else the data centre's host.</summary>
    /// <returns>Null when the token answer names a host that is not Zoho's: the token must not go there.</returns>
    public static Uri? Api(ZohoOptions options, string? apiDomain)
    {
        if (!string.IsNullOrEmpty(options.ApiUrl))
        {
            return WithSlash(new Uri(options.ApiUrl));
        }

        if (string.IsNullOrWhiteSpace(apiDomain))
        {
            return new Uri($"https://{DataCenter(options).ApiHost}/");
        }

        return IsAcceptable(apiDomain) && new Uri(apiDomain) is var uri && (IsZoho(uri) || IsStandIn(uri, options))
            ? WithSlash(uri)
            : null;
    }

    /// <summary>True for an absolute address that is encrypted or on this machine, and holds no user, query or fragment.</summary>
    public static bool IsAcceptable(string value) =>
        Uri.TryCreate(value, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback))
        && uri.UserInfo.Length == 0 && uri.Query.Length == 0 && uri.Fragment.Length == 0;

    // sandbox.zohoapis.com and developer.zohoapis.com are Zoho's too, so the domain counts and not the host.
    private static bool IsZoho(Uri uri) =>
        uri.Scheme == Uri.UriSchemeHttps && uri.IsDefaultPort && ZohoDataCenter.All.Any(d =>
            uri.Host.EndsWith(d.ApiHost["www".Length..], StringComparison.OrdinalIgnoreCase));

    // A stand-in for Zoho was chosen by whoever set AccountsUrl; it may name itself, or another port of this machine.
    private static bool IsStandIn(Uri uri, ZohoOptions options) =>
        !string.IsNullOrEmpty(options.AccountsUrl) && new Uri(options.AccountsUrl) is var accounts
        && (string.Equals(uri.Host, accounts.Host, StringComparison.OrdinalIgnoreCase)
            || (uri.IsLoopback && accounts.IsLoopback));

    private static ZohoDataCenter DataCenter(ZohoOptions options) =>
        ZohoDataCenter.Find(options.DataCenter)
        ?? throw new InvalidOperationException($"ZOHO_DC must be one of {ZohoDataCenter.Codes}.");

    private static Uri WithSlash(Uri uri) =>
        uri.AbsolutePath.EndsWith('/') ? uri : new Uri(uri.AbsoluteUri + "/");
}
