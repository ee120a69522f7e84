namespace SalesIntel.Zoho;

/// <summary>A Zoho data centre and its hosts, https://www.zoho.com/crm/developer/docs/api/v8/multi-dc.html.</summary>
/// <param name="Code">As in <c>ZOHO_DC</c>.</param>
/// <param name="AccountsHost">Hands out access tokens.</param>
/// <param name="ApiHost">Answers when the token does not say where the API is.</param>
/// <param name="IsDocumented">Whether Zoho's own pages name it; credentials are sent to no other unless somebody has chosen it.</param>
internal sealed record ZohoDataCenter(string Code, string AccountsHost, string ApiHost, bool IsDocumented = true)
{
    /// <summary>Every data centre that is known. The accounts host of Canada is under another domain than its API.</summary>
    public static readonly IReadOnlyList<ZohoDataCenter> All =
    [
        new("us", "accounts.zoho.com", "www.zohoapis.com"),
        new("au", "accounts.zoho.com.au", "www.zohoapis.com.au"),
        new("eu", "accounts.zoho.eu", "www.zohoapis.eu"),
        new("in", "accounts.zoho.in", "www.zohoapis.in"),
        new("jp", "accounts.zoho.jp", "www.zohoapis.jp"),
        new("ca", "accounts.zohocloud.ca", "www.zohoapis.ca"),
        new("cn", "accounts.zoho.com.cn", "www.zohoapis.com.cn"),
        new("sa", "accounts.zoho.sa", "www.zohoapis.sa"),
        new("uk", "accounts.zoho.uk", "www.zohoapis.uk"),
        new("ae", "accounts.zoho.ae", "www.zohoapis.ae", IsDocumented: false),
    ];

    /// <summary>The codes, for messages.</summary>
    public static string Codes => string.Join(", ", All.Select(d => d.Code));

    /// <summary>The codes as Markdown.</summary>
    public static string List => string.Join(", ", All.Select(d => $"`{d.Code}`"));

    /// <summary>The data centre with this code in any case; null when there is none.</summary>
    public static ZohoDataCenter? Find(string? code) =>
        All.FirstOrDefault(d => string.Equals(d.Code, code?.Trim(), StringComparison.OrdinalIgnoreCase));
}
