using System.Diagnostics.CodeAnalysis;

namespace SalesIntel.Zoho.Client;

/// <summary>Asks the accounts host for an access token, https://www.zoho.com/crm/developer/docs/api/v8/refresh.html.</summary>
internal sealed class ZohoTokenClient(IHttpClientFactory clients, TimeProvider time)
{
    private static readonly TimeSpan DefaultLife = TimeSpan.FromHours(1);

    // Zoho ends a token when it likes; a call that is sent just before must arrive before.
    private static readonly TimeSpan LongestMargin = TimeSpan.FromSeconds(30);

    // As early as Zoho's own SDK.
    private static readonly TimeSpan Earliest = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan LongestLook = TimeSpan.FromSeconds(5);

    /// <summary>One attempt.</summary>
    /// <param name="options">Where, and the credentials.</param>
    /// <param name="credentials">What tells them from others.</param>
    /// <param name="atMost">How long it may take.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="ZohoCrmException">No token; every token failure is an outage because every call needs one.</exception>
    public async Task<AccessToken> RefreshAsync(
        ZohoOptions options, string credentials, TimeSpan atMost, CancellationToken cancellationToken)
    {
        var asked = time.GetUtcNow();
        var (status, body) = await AskAsync(options, ZohoHosts.Accounts(options), atMost, cancellationToken)
            .ConfigureAwait(false);
        var answer = Read(body);
        if (!IsToken(answer?.AccessToken))
        {
            throw TokenErrors.Answered(answer?.Error, Encoding.UTF8.GetString(body), status);
        }

        if (ZohoHosts.Api(options, answer.ApiDomain) is null)
        {
            throw TokenErrors.UnexpectedApiDomain(status);
        }

        var ends = asked + (answer.Life ?? DefaultLife);
        return new AccessToken
        {
            Token = answer.AccessToken,
            ApiDomain = answer.ApiDomain,
            RefreshFrom = ends - Smaller(Earliest, (ends - asked) / 6),
            UseUntil = ends - Smaller(LongestMargin, (ends - asked) / 20),
            Life = ends - asked,
            Credentials = credentials,
        };
    }

    /// <summary>The data centre, other than the configured one, that takes the credentials; null when none does, or an address of the
    /// configuration is used.</summary>
    public async Task<string?> FindDataCenterAsync(ZohoOptions options, CancellationToken cancellationToken)
    {
        if (!string.IsNullOrEmpty(options.AccountsUrl))
        {
            return null;
        }

        var others = ZohoDataCenter.All.Where(center => center.IsDocumented && center != ZohoDataCenter.Find(options.DataCenter)).ToList();
        var take = await Task.WhenAll(others.Select(center => TakesAsync(options, center, cancellationToken))).ConfigureAwait(false);
        return others.Where((_, index) => take[index]).Select(center => center.Code).FirstOrDefault();
    }

    // Anything else can't be sent in a header: it is a page, or bytes that were damaged on their way.
    private static bool IsToken([NotNullWhen(true)] string? text) => text is { Length: > 0 } && text.All(c => c is > ' ' and <= '~');

    private static TimeSpan Smaller(TimeSpan one, TimeSpan other) => one < other ? one : other;

    private async Task<bool> TakesAsync(ZohoOptions options, ZohoDataCenter center, CancellationToken cancellationToken)
    {
        try
        {
            var (_, body) = await AskAsync(options, new Uri($"https://{center.AccountsHost}/"), LongestLook, cancellationToken)
                .ConfigureAwait(false);
            return IsToken(Read(body)?.AccessToken);
        }
        catch (ZohoCrmException)
        {
            // A data centre that can't be reached from here says nothing; the refusal of the configured one stands.
            return false;
        }
    }

    private async Task<(int Status, byte[] Body)> AskAsync(
        ZohoOptions options, Uri accounts, TimeSpan atMost, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(accounts, "oauth/v2/token"))
        {
            Content = new FormUrlEncodedContent(
            [
                new("grant_type", "refresh_token"),
                new("refresh_token", options.RefreshToken),
                new("client_id", options.ClientId),
                new("client_secret", options.ClientSecret),
            ]),
        };
        using var timeout = new CancellationTokenSource(atMost, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            using var client = clients.CreateClient(ZohoOptions.AccountsClientName);
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token).ConfigureAwait(false);
            return ((int)response.StatusCode, await AnswerBytes.ReadAsync(client, response, either.Token).ConfigureAwait(false) ?? []);
        }
        catch (OperationCanceledException late) when (!cancellationToken.IsCancellationRequested)
        {
            throw TokenErrors.Refused("timeout", null, isTransient: true, TimeSpan.FromSeconds(5), late);
        }
        catch (Exception lost) when (LostAnswer.IsMeant(lost))
        {
            var isCertificate = lost is HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError };
            throw TokenErrors.Refused(isCertificate ? "certificate" : "connection", null, isTransient: true, TimeSpan.FromSeconds(5), lost);
        }
    }

    // Another object than a token is none: the caller reports an answer without one.
    private static TokenAnswer? Read(byte[] body) => AnswerReader.Read(body)?.As(TokenJson.Default.TokenAnswer);
}
