namespace SalesIntel.Zoho.Crm;

/// <summary>Tells a web address from other text, because Zoho refuses the whole record for a wrong one.</summary>
internal static class WebsiteFormat
{
    /// <summary>The address, or null when the text is none.</summary>
    public static string? Of(string text, int max = 255)
    {
        var address = text.Trim();
        if (address.Length == 0 || address.Length > max || address.Any(c => c <= ' ' || c > '~' || c is '"' or '<' or '>' or '@'))
        {
            return null;
        }

        var absolute = address.Contains("://", StringComparison.Ordinal) ? address : "https://" + address;
        return Uri.TryCreate(absolute, UriKind.Absolute, out var uri)
            && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp)
            && uri.IsDefaultPort && uri.HostNameType == UriHostNameType.Dns && uri.Host.Split('.') is { Length: > 1 } labels
            && labels.All(l => l.Length > 0) && labels[^1].Length > 1 && !labels[^1].Any(char.IsAsciiDigit)
                ? address
                : null;
    }
}
