namespace SalesIntel.Zoho.Crm;

/// <summary>Tells a web address from other text, because Zoho refuses the whole record for a wrong one.</summary>
internal static class WebsiteFormat
{
    private const string SchemeEnd = "://";

    /// <summary>The address, or null when the text is none. What no address has on its way, such as a host in another script, stands in it as browsers
    /// send it.</summary>
    public static string? Of(string text, int max = 255)
    {
        var address = text.Trim();
        if (address.Any(c => c <= ' ' || char.IsWhiteSpace(c) || char.IsControl(c) || c is '"' or '<' or '>' or '@'))
        {
            return null;
        }

        var hasScheme = address.Contains(SchemeEnd, StringComparison.Ordinal);
        if (!Uri.TryCreate(hasScheme ? address : "https" + SchemeEnd + address, UriKind.Absolute, out var uri)
            || (uri.Scheme != Uri.UriSchemeHttps && uri.Scheme != Uri.UriSchemeHttp)
            || !uri.IsDefaultPort || uri.HostNameType != UriHostNameType.Dns || !IsHost(uri.IdnHost))
        {
            return null;
        }

        var sent = Ascii.IsValid(address) ? address : $"{(hasScheme ? uri.Scheme + SchemeEnd : "")}{uri.IdnHost}{AfterHost(uri, address)}";
        return sent.Length <= max && Ascii.IsValid(sent) ? sent : null;
    }

    private static bool IsHost(string host) => host.Split('.') is { Length: > 1 } labels
        && labels.All(label => label.Length > 0) && labels[^1].Length > 1
        && (labels[^1].StartsWith("xn--", StringComparison.Ordinal) || !labels[^1].Any(char.IsAsciiDigit));

    // A slash that was not typed is not added.
    private static string AfterHost(Uri uri, string address) =>
        uri.PathAndQuery == "/" && uri.Fragment.Length == 0 && !address.EndsWith('/') ? "" : uri.PathAndQuery + uri.Fragment;
}
