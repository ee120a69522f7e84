using System.Globalization;
using System.Net;
using StackExchange.Redis;

namespace SalesIntel.Hosting.Redis;

/// <summary>Reads <c>redis://</c> addresses. No message repeats the address: it may hold a password.</summary>
internal static class RedisUrl
{
    private const int DefaultPort = 6379;
    private const string Form = "redis://[user:password@]host[:port][/db] (rediss:// for TLS)";

    // A request that hits an outage must be answered before its sender gives up, so every limit is short.
    private const int TimeoutMilliseconds = 2000;

    /// <summary>True for an address that <see cref="Parse"/> takes.</summary>
    public static bool IsValid(string url)
    {
        try
        {
            Parse(url);
            return true;
        }
        catch (FormatException)
        {
            return false;
        }
    }

    /// <exception cref="FormatException">It is not such an address; the message says what to set.</exception>
    public static ConfigurationOptions Parse(string url)
    {
        if (string.IsNullOrWhiteSpace(url))
        {
            throw new FormatException($"REDIS_URL is empty: set {Form}.");
        }

        if (!Uri.TryCreate(url.Trim(), UriKind.Absolute, out var address))
        {
            throw new FormatException(
                $"REDIS_URL can't be read: set {Form}; write special characters of user and password percent-encoded.");
        }

        if (address.Scheme is not ("redis" or "rediss"))
        {
            throw new FormatException($"REDIS_URL starts with \"{address.Scheme}:\": set {Form}.");
        }

        if (address.Host.Length == 0)
        {
            throw new FormatException($"REDIS_URL names no host: set {Form}.");
        }

        if (address.Query.Length > 0 || address.Fragment.Length > 0)
        {
            throw new FormatException(
                "REDIS_URL has something behind ? or #, which is not supported; in a password write %3F and %23.");
        }

        var options = Defaults();
        options.EndPoints.Add(address.IdnHost.Trim('[', ']'), address.IsDefaultPort || address.Port <= 0 ? DefaultPort : address.Port);
        options.DefaultDatabase = Database(address.AbsolutePath);
        options.Ssl = address.Scheme == "rediss";
        if (options.Ssl)
        {
            options.SslHost = address.IdnHost;
        }

        var colon = address.UserInfo.IndexOf(':', StringComparison.Ordinal);
        var user = Uri.UnescapeDataString(colon < 0 ? address.UserInfo : address.UserInfo[..colon]);
        var password = colon < 0 ? "" : Uri.UnescapeDataString(address.UserInfo[(colon + 1)..]);
        options.User = user.Length == 0 ? null : user;
        options.Password = password.Length == 0 ? null : password;
        return options;
    }

    /// <summary>Host and port, for messages.</summary>
    public static string Server(ConfigurationOptions options) => options.EndPoints[0] switch
    {
        DnsEndPoint named => $"{named.Host}:{named.Port}",
        var address => address.ToString() ?? "",
    };

    private static int Database(string path)
    {
        var text = path.Trim('/');
        if (text.Length == 0)
        {
            return 0;
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var database)
            ? database
            : throw new FormatException($"REDIS_URL: the part behind the host must be the number of a database, e.g. /0: set {Form}.");
    }

    private static ConfigurationOptions Defaults() => new()
    {
        AbortOnConnectFail = false,
        ConnectTimeout = TimeoutMilliseconds,
        SyncTimeout = TimeoutMilliseconds,
        AsyncTimeout = TimeoutMilliseconds,
        ConnectRetry = 1,
        HeartbeatInterval = TimeSpan.FromMilliseconds(250),
        BacklogPolicy = BacklogPolicy.FailFast,
        ReconnectRetryPolicy = new LinearRetry(500),
        IncludeDetailInExceptions = false,
        ClientName = "salesintel",

        // For INFO and CONFIG GET; nothing that changes the server is ever sent.
        AllowAdmin = true,
    };
}
