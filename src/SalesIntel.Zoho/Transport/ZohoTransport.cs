using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SalesIntel.Failures;
using SalesIntel.Zoho.Auth;

namespace SalesIntel.Zoho.Transport;

/// <summary>The one place that sends to the API: token, concurrency gate, time-out, and the meaning of every answer that is not
/// about a single record.</summary>
internal sealed class ZohoTransport(
    IHttpClientFactory clients,
    ZohoTokens tokens,
    IOptionsMonitor<ZohoOptions> options,
    TimeProvider time,
    ILogger<ZohoTransport> logger) : IDisposable
{
    private static readonly MediaTypeHeaderValue Json = new("application/json");

    private readonly SemaphoreSlim _gate = new(options.CurrentValue.MaxConcurrency);
    private long _creditsRemaining = long.MaxValue;

    public void Dispose() => _gate.Dispose();

    /// <summary>Sends a call and returns the answer where it is about a record; the caller looks at
    /// <see cref="ZohoReply.Result"/>.</summary>
    /// <exception cref="ProviderException">Anything else: no answer, no token, refused as a whole.</exception>
    public async Task<ZohoReply> SendAsync(ZohoCall call, CancellationToken cancellationToken)
    {
        try
        {
            var token = await tokens.GetAsync(cancellationToken).ConfigureAwait(false);
            var (reply, retryAfter) = await SendGatedAsync(call, token, cancellationToken).ConfigureAwait(false);
            if (ZohoErrors.IsTokenError(reply))
            {
                // Zoho ends tokens before their time when more than 15 are alive: this one only is replaced, and once.
                await tokens.RejectAsync(token, reply.Result?.Code ?? "401", cancellationToken).ConfigureAwait(false);
                token = await tokens.GetAsync(cancellationToken).ConfigureAwait(false);
                (reply, retryAfter) = await SendGatedAsync(call, token, cancellationToken).ConfigureAwait(false);
                if (ZohoErrors.IsTokenError(reply))
                {
                    await tokens.RejectAsync(token, reply.Result?.Code ?? "401", cancellationToken).ConfigureAwait(false);
                }
            }

            var credits = Interlocked.Read(ref _creditsRemaining);
            var wait = ThrottleWait.For(reply, retryAfter, credits == long.MaxValue ? null : credits);
            return ZohoErrors.WholeCall(call, reply, wait) is { } failure ? throw failure : reply;
        }
        catch (ProviderException failure)
        {
            Log.Failed(logger, call.Operation, failure.Code, failure.Status, failure.IsTransient);
            throw;
        }
    }

    private async Task<(ZohoReply Reply, TimeSpan? RetryAfter)> SendGatedAsync(
        ZohoCall call, AccessToken token, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await SendOnceAsync(call, token, cancellationToken).ConfigureAwait(false);
        }
        catch (ProviderException lost) when (lost.Code == "connection" && call.Method == HttpMethod.Get && call.RetryRead)
        {
            // A read over a connection that broke is the one thing that is repeated here; all else is the queue's business.
            return await SendOnceAsync(call, token, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _gate.Release();
        }
    }

    private async Task<(ZohoReply Reply, TimeSpan? RetryAfter)> SendOnceAsync(
        ZohoCall call, AccessToken token, CancellationToken cancellationToken)
    {
        var current = options.CurrentValue;
        using var request = Request(call, token, current);
        using var timeout = new CancellationTokenSource(current.Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        var start = time.GetTimestamp();
        try
        {
            using var client = clients.CreateClient(ZohoOptions.ApiClientName);
            using var response = await client.SendAsync(request, either.Token).ConfigureAwait(false);
            var body = await response.Content.ReadAsByteArrayAsync(either.Token).ConfigureAwait(false);
            NoteCredits(response);
            var reply = new ZohoReply((int)response.StatusCode, Read(body));
            Log.Answered(
                logger, call.Method.Method, call.Operation, reply.Status, (long)time.GetElapsedTime(start).TotalMilliseconds);
            return (reply, RetryAfter(response));
        }
        catch (OperationCanceledException late) when (!cancellationToken.IsCancellationRequested)
        {
            throw ZohoErrors.TimedOut(call, current.Timeout, late);
        }
        catch (Exception lost) when (lost is HttpRequestException or IOException)
        {
            throw ZohoErrors.Lost(call, lost);
        }
    }

    private static HttpRequestMessage Request(ZohoCall call, AccessToken token, ZohoOptions options)
    {
        var api = ZohoHosts.Api(options, token.ApiDomain)
            ?? throw new ProviderException("zoho", "unexpected_api_domain", "The access token names an API host that is not Zoho's. "
                + "Check ZOHO_ACCOUNTS_URL, or set ZOHO_API_URL.") { IsOutage = true };
        var request = new HttpRequestMessage(call.Method, new Uri(api, "crm/v8/" + call.Path));
        request.Headers.TryAddWithoutValidation("Authorization", "Zoho-oauthtoken " + token.Token);
        request.Headers.Accept.ParseAdd("application/json");
        if (call.Body is not null)
        {
            request.Content = new ByteArrayContent(call.Body);
            request.Content.Headers.ContentType = Json;
        }

        return request;
    }

    private static JsonElement? Read(byte[] body)
    {
        if (body.Length == 0)
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.ValueKind == JsonValueKind.Object ? document.RootElement.Clone() : null;
        }
        catch (JsonException)
        {
            // A page of a gateway: the status decides.
            return null;
        }
    }

    private void NoteCredits(HttpResponseMessage response)
    {
        if (response.Headers.TryGetValues("X-API-CREDITS-REMAINING", out var values)
            && long.TryParse(values.FirstOrDefault(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var remaining))
        {
            Interlocked.Exchange(ref _creditsRemaining, remaining);
        }
    }

    private TimeSpan? RetryAfter(HttpResponseMessage response) => response.Headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } => date - time.GetUtcNow(),
        _ => null,
    };
}
