using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;

namespace SalesIntel.Simulator;

/// <summary>Zoho's token endpoint. Guarded by the state's lock.</summary>
internal sealed class TokenDesk(SimulatorOptions options)
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    private readonly List<Token> _live = [];
    private readonly Dictionary<string, List<DateTimeOffset>> _asked = [];

    public int Requests { get; private set; }

    public int Issued { get; private set; }

    public static SimResponse AccessDenied() => SimResponse.Json(400, new JsonObject
    {
        ["error_description"] = "You have made too many requests continuously. Please try again after some time.",
        ["error"] = "Access Denied",
        ["status"] = "failure",
    }) with { Outcome = "Access Denied" };

    public SimResponse Answer(SimRequest request)
    {
        Requests++;
        var form = QueryHelpers.ParseQuery(request.Body);
        string? Value(string name) => form.TryGetValue(name, out var value) ? value.ToString() : request.Query(name);

        if (!Accepts(options.ClientId, Value("client_id")))
        {
            return Refuse("invalid_client");
        }

        if (!Accepts(options.ClientSecret, Value("client_secret")))
        {
            return Refuse("invalid_client_secret");
        }

        if (Value("grant_type") != "refresh_token")
        {
            return Refuse("unsupported_grant_type");
        }

        return Value("refresh_token") is { } refreshToken && Accepts(options.RefreshToken, refreshToken)
            ? Issue(request, refreshToken)
            : Refuse("invalid_code");
    }

    /// <returns>When the token dies, or <see langword="null"/> when it is not valid.</returns>
    public DateTimeOffset? ValidUntil(string token, DateTimeOffset now) =>
        _live.Find(live => live.Value == token && live.Expires > now)?.Expires;

    public void ClearCounts()
    {
        Requests = 0;
        Issued = 0;
        _asked.Clear();
    }

    /// <summary>Ends all tokens at once, as an administrator can.</summary>
    public void Revoke() => _live.Clear();

    private SimResponse Issue(SimRequest request, string refreshToken)
    {
        var asked = _asked.TryGetValue(refreshToken, out var times) ? times : _asked[refreshToken] = [];
        asked.RemoveAll(time => time <= request.Now - Window);
        if (asked.Count >= options.TokensPerTenMinutes)
        {
            return AccessDenied();
        }

        asked.Add(request.Now);
        _live.RemoveAll(token => token.Expires <= request.Now);
        var siblings = _live.FindAll(token => token.RefreshToken == refreshToken);
        if (siblings.Count >= options.LiveTokens)
        {
            _live.Remove(siblings[0]);
        }

        var value = $"1000.{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16))}.{++Issued}";
        _live.Add(new Token(value, refreshToken, request.Now + options.TokenLife));
        return SimResponse.Json(200, new JsonObject
        {
            ["access_token"] = value,
            ["api_domain"] = $"{request.Http.Request.Scheme}://{request.Http.Request.Host}",
            ["token_type"] = "Bearer",
            ["expires_in"] = (int)options.TokenLife.TotalSeconds,
        });
    }

    private static bool Accepts(string? expected, string? given) =>
        !string.IsNullOrEmpty(given) && (expected is null ? !given.StartsWith("wrong", StringComparison.Ordinal) : given == expected);

    private static SimResponse Refuse(string error) => SimResponse.Json(200, new JsonObject { ["error"] = error }) with { Outcome = error };

    private sealed record Token(string Value, string RefreshToken, DateTimeOffset Expires);
}
