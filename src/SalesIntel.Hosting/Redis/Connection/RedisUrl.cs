using System.Net;
using StackExchange.Redis;

namespace SalesIntel.Hosting.Redis;

/// <summary>Reads <c>REDIS_URL</c>. No message repeats the address: it may hold a password.</summary>
internal static class RedisUrl
{
    /// <summary>What is taken, for messages.</summary>
    public const string Form =
        "redis://[user:password@]host[:port][,host[:port]...][/db], or redis-sentinel://[user:password@]host[:port][,...]/service[/db] "
        + "(rediss:// and rediss-sentinel:// for TLS)";

    private const int DefaultPort = 6379;
    private const int DefaultSentinelPort = 26379;

    // A request that hits an outage must be answered before its sender gives up, so every limit is short.
    private const int TimeoutMilliseconds = 2000;

    // How soon a server that changed its role without closing its connections is noticed.
    private const int RoleCheckSeconds = 2;

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

    /// <summary>The options of a connection; with a <see cref="ConfigurationOptions.ServiceName"/> the hosts are Sentinels.</summary>
    /// <exception cref="FormatException">It is not such an address; the message says what to set.</exception>
    public static ConfigurationOptions Parse(string url)
    {
        if (string.IsNullOrWhiteSpace(url))
        {
            throw new FormatException($"REDIS_URL is empty: set {Form}.");
        }

        var (scheme, authority, path, query) = Split(url.Trim());
        var isSentinel = scheme.EndsWith("sentinel", StringComparison.Ordinal);
        var options = Defaults();
        options.Ssl = scheme.StartsWith("rediss", StringComparison.Ordinal);
        var at = authority.LastIndexOf('@');
        AddHosts(options, authority[(at + 1)..], isSentinel ? DefaultSentinelPort : DefaultPort);
        (options.User, options.Password) = Credentials(at < 0 ? "" : authority[..at]);
        if (isSentinel)
        {
            ReadService(options, path);
            ReadSentinelCredentials(options, query);
            return options;
        }

        if (query.Length > 0)
        {
            throw new FormatException(
                "REDIS_URL has something behind ? or #, which is not supported; in a password write %3F and %23.");
        }

        options.DefaultDatabase = Database(path);
        return options;
    }

    /// <summary>Hosts and ports, for messages.</summary>
    public static string Server(ConfigurationOptions options)
    {
        var hosts = string.Join(", ", options.EndPoints.Select(Name));
        return options.ServiceName is { Length: > 0 } service ? $"{service} (Sentinel at {hosts})" : hosts;
    }

    /// <summary>Host and port, for messages.</summary>
    public static string Name(EndPoint? endpoint) => endpoint switch
    {
        DnsEndPoint named => $"{named.Host}:{named.Port}",
        _ => endpoint?.ToString() ?? "",
    };

    private static (string Scheme, string Authority, string Path, string Query) Split(string url)
    {
        var colon = url.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0)
        {
            throw new FormatException(
                $"REDIS_URL can't be read: set {Form}; write special characters of user and password percent-encoded.");
        }

        var scheme = url[..colon].ToLowerInvariant().Replace('+', '-');
        if (scheme is not ("redis" or "rediss" or "redis-sentinel" or "rediss-sentinel"))
        {
            throw new FormatException(url.AsSpan(colon).StartsWith("://", StringComparison.Ordinal) || !url.Contains('@', StringComparison.Ordinal)
                ? $"REDIS_URL starts with \"{url[..colon]}:\": set {Form}."
                : $"REDIS_URL does not start with redis://: set {Form}.");
        }

        if (!url.AsSpan(colon).StartsWith("://", StringComparison.Ordinal))
        {
            throw new FormatException($"REDIS_URL names no host: set {Form}.");
        }

        var rest = url[(colon + 3)..];
        var queryAt = rest.AsSpan().IndexOfAny('?', '#');
        var query = queryAt < 0 ? "" : rest[queryAt..];
        var front = queryAt < 0 ? rest : rest[..queryAt];
        var slash = front.IndexOf('/', StringComparison.Ordinal);
        return (scheme, slash < 0 ? front : front[..slash], slash < 0 ? "" : front[slash..], query);
    }

    private static void AddHosts(ConfigurationOptions options, string hosts, int defaultPort)
    {
        foreach (var host in hosts.Split(',', StringSplitOptions.TrimEntries))
        {
            if (host.Length == 0)
            {
                throw new FormatException($"REDIS_URL names no host{(hosts.Length == 0 ? "" : " between two commas")}: set {Form}.");
            }

            // The scheme has no default port that would be taken for none; whatever else a URL may have was split off before.
            if (!Uri.TryCreate("redis://" + host, UriKind.Absolute, out var address) || address.IdnHost.Length == 0
                || address.AbsolutePath.Length > 1 || address.UserInfo.Length > 0 || address.Port == 0)
            {
                throw new FormatException(
                    $"REDIS_URL can't be read: set {Form}; write special characters of user and password percent-encoded.");
            }

            options.EndPoints.Add(address.IdnHost.Trim('[', ']'), address.Port < 0 ? defaultPort : address.Port);
            if (options.Ssl && hosts == host)
            {
                options.SslHost = address.IdnHost;
            }
        }
    }

    private static (string? User, string? Password) Credentials(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var user = Uri.UnescapeDataString(colon < 0 ? text : text[..colon]);
        var password = colon < 0 ? "" : Uri.UnescapeDataString(text[(colon + 1)..]);
        return (user.Length == 0 ? null : user, password.Length == 0 ? null : password);
    }

    private static void ReadService(ConfigurationOptions options, string path)
    {
        var parts = path.Trim('/').Split('/');
        if (parts is not ([_] or [_, _]) || parts[0].Length == 0)
        {
            throw new FormatException(
                "REDIS_URL names no service: behind Sentinel's hosts comes the name under which it knows the Redis, "
                + "e.g. redis-sentinel://host1,host2/mymaster or .../mymaster/0.");
        }

        // The primary's certificate is for its own name, which Sentinel tells.
        options.SslHost = null;
        options.ServiceName = Uri.UnescapeDataString(parts[0]);
        options.DefaultDatabase = Database(parts.Length == 2 ? parts[1] : "");
    }

    private static void ReadSentinelCredentials(ConfigurationOptions options, string query)
    {
        foreach (var pair in query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            var value = equals < 0 ? "" : Uri.UnescapeDataString(pair[(equals + 1)..]);
            switch (equals < 0 ? pair : pair[..equals])
            {
                case "sentinel_user":
                    options.SentinelUser = value;
                    break;
                case "sentinel_password":
                    options.SentinelPassword = value;
                    break;
                default:
                    throw new FormatException(
                        "REDIS_URL has something behind ? or # that is neither sentinel_user nor sentinel_password; in a password write %3F "
                        + "and %23.");
            }
        }
    }

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
        ConfigCheckSeconds = RoleCheckSeconds,
        BacklogPolicy = BacklogPolicy.FailFast,
        ReconnectRetryPolicy = new LinearRetry(500),
        IncludeDetailInExceptions = false,
        ClientName = "salesintel",

        // For INFO and CONFIG GET; nothing that changes the server is ever sent.
        AllowAdmin = true,
    };
}
