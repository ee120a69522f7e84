using System.Text.Json;

namespace SalesIntel.Zoho.Client;

/// <summary>Asks the accounts host for an access token, https://www.zoho.com/crm/developer/docs/api/v8/refresh.html.</summary>
internal sealed class ZohoTokenClient(IHttpClientFactory clients, TimeProvider time)
{
    private static readonly TimeSpan DefaultLife = TimeSpan.FromHours(1);

    /// <summary>One attempt.</summary>
    /// <exception cref="ZohoCrmException">No token; every token failure is an outage because every call needs one.</exception>
    public async Task<AccessToken> RefreshAsync(ZohoOptions options, string credentials, CancellationToken cancellationToken)
    {
        var (status, answer) = await AskAsync(options, cancellationToken).ConfigureAwait(false);
        if (string.IsNullOrWhiteSpace(answer?.AccessToken))
        {
            throw TokenErrors.Answered(answer?.Error, status);
        }

        if (ZohoHosts.Api(options, answer.ApiDomain) is null)
        {
            throw TokenErrors.UnexpectedApiDomain(status);
        }

        // Ten minutes early, as Zoho's own SDK does; a short-lived one is used for half its life.
        var life = answer.Life ?? DefaultLife;
        var early = TimeSpan.FromMinutes(life > TimeSpan.FromMinutes(20) ? 10 : life.TotalMinutes / 2);
        return new AccessToken
        {
            Token = answer.AccessToken,
            ApiDomain = answer.ApiDomain,
            UseUntil = time.GetUtcNow() + life - early,
            Credentials = credentials,
        };
    }

    private async Task<(int Status, TokenAnswer? Answer)> AskAsync(ZohoOptions options, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(ZohoHosts.Accounts(options), "oauth/v2/token"))
        {
            Content = new FormUrlEncodedContent(
            [
                new("grant_type", "refresh_token"),
                new("refresh_token", options.RefreshToken),
                new("client_id", options.ClientId),
                new("client_secret", options.ClientSecret),
            ]),
        };
        using var timeout = new CancellationTokenSource(options.Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            using var client = clients.CreateClient(ZohoOptions.AccountsClientName);
            using var response = await client.SendAsync(request, either.Token).ConfigureAwait(false);
            var body = await response.Content.ReadAsByteArrayAsync(either.Token).ConfigureAwait(false);
            return ((int)response.StatusCode, Read(body));
        }
        catch (OperationCanceledException late) when (!cancellationToken.IsCancellationRequested)
        {
            throw TokenErrors.Refused("timeout", null, isTransient: true, TimeSpan.FromSeconds(5), late);
        }
        catch (Exception lost) when (lost is HttpRequestException or IOException)
        {
            throw TokenErrors.Refused("connection", null, isTransient: true, TimeSpan.FromSeconds(5), lost);
        }
    }

    private static TokenAnswer? Read(byte[] body)
    {
        try
        {
            return AnswerReader.Read(body)?.Deserialize(TokenJson.Default.TokenAnswer);
        }
        catch (JsonException)
        {
            // Another object than a token: the caller reports an answer without one.
            return null;
        }
    }
}
