using System.Net.Http.Headers;

namespace SalesIntel.Zoho.Client;

/// <summary>The one place that sends to the API: token, slot, time-out, and the meaning of every answer that is not about a single
/// record.</summary>
internal sealed class ZohoTransport(
    IHttpClientFactory clients,
    ZohoTokens tokens,
    CallGate gate,
    CreditMeter credits,
    IOptionsMonitor<ZohoOptions> options,
    TimeProvider time,
    ILogger<ZohoTransport> logger)
{
    // Refusals of one call for too many calls in flight; the last is an outage.
    private const int MostRefusals = 3;

    // The one that the store held, and one that is new.
    private const int MostReplaced = 2;

    private readonly ScopeRefusals scopes = new();

    private static readonly MediaTypeHeaderValue Json = new("application/json");

    /// <summary>The credits as last seen.</summary>
    public ZohoCredits? Credits => credits.Last;

    /// <summary>Sends a call and returns the answer where it is about a record; the caller looks at
    /// <see cref="ZohoAnswer.Result"/>.</summary>
    /// <exception cref="ZohoCrmException">Anything else: no answer, no token, refused as a whole.</exception>
    public async Task<ZohoAnswer> SendAsync(ZohoCall call, CancellationToken cancellationToken)
    {
        try
        {
            await credits.ThrowIfReservedAsync(call, options.CurrentValue.CreditsReserve, cancellationToken).ConfigureAwait(false);
            var token = await tokens.GetAsync(cancellationToken).ConfigureAwait(false);
            var (answer, wait) = await SendPatientlyAsync(call, token, cancellationToken).ConfigureAwait(false);
            for (var replaced = 0; ZohoErrors.IsTokenError(answer); replaced++)
            {
                // Zoho ends tokens before their time when more than 15 are alive: this one only is replaced. The one that another process has put
                // in its place may have ended as well; one that was fetched for this call proves that it is not the token.
                await tokens.RejectAsync(token, answer.Result?.Code ?? "401", cancellationToken).ConfigureAwait(false);
                if (replaced == MostReplaced || (replaced > 0 && token.IsFetchedHere))
                {
                    break;
                }

                token = await tokens.GetAsync(cancellationToken).ConfigureAwait(false);
                (answer, wait) = await SendPatientlyAsync(call, token, cancellationToken).ConfigureAwait(false);
            }

            if (ZohoErrors.WholeCall(call, answer, wait) is { } failure)
            {
                throw failure.Code == "OAUTH_SCOPE_MISMATCH" ? failure.Copy(scopes.Next(call.Scopes)) : failure;
            }

            scopes.Clear(call.Scopes);
            return answer;
        }
        catch (ZohoCrmException failure)
        {
            Log.Failed(logger, call.Operation, failure.Code, failure.Status, failure.IsTransient);
            throw;
        }
    }

    // Too many calls in flight, maybe because of other programs, are over in seconds, and what Zoho refused so was not carried out.
    private async Task<(ZohoAnswer Answer, ThrottleWait Wait)> SendPatientlyAsync(
        ZohoCall call, AccessToken token, CancellationToken cancellationToken)
    {
        for (var refusals = 1; ; refusals++)
        {
            var (answer, retryAfter) = await SendInSlotAsync(call, token, cancellationToken).ConfigureAwait(false);
            var wait = ThrottleWait.For(answer, retryAfter, credits.Last);
            if (!answer.IsThrottled || !wait.IsBrief)
            {
                return (answer, wait);
            }

            gate.Slow();
            if (refusals == MostRefusals || !call.RetryRead)
            {
                return (answer, wait);
            }

            Log.TooManyInFlight(logger, call.Operation, (long)wait.Wait.TotalMilliseconds);
            await Task.Delay(wait.Wait, time, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<(ZohoAnswer Answer, TimeSpan? RetryAfter)> SendInSlotAsync(
        ZohoCall call, AccessToken token, CancellationToken cancellationToken)
    {
        using var slot = await gate.TakeAsync(call.IsHeavy, call.Priority, cancellationToken).ConfigureAwait(false);
        try
        {
            return await SendOnceAsync(call, token, cancellationToken).ConfigureAwait(false);
        }
        catch (ZohoCrmException lost) when (lost.Code == "connection" && call.Method == HttpMethod.Get && call.RetryRead)
        {
            // A read over a connection that broke is the one thing that is repeated here; all else is the queue's business.
            return await SendOnceAsync(call, token, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<(ZohoAnswer Answer, TimeSpan? RetryAfter)> SendOnceAsync(
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
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token).ConfigureAwait(false);
            var bytes = await AnswerBytes.ReadAsync(client, response, either.Token).ConfigureAwait(false);
            var body = AnswerReader.Read(bytes);
            var answer = new ZohoAnswer((int)response.StatusCode, body, IsForeign: body is null && bytes is not { Length: 0 });
            credits.Note(response.Headers, response.IsSuccessStatusCode && !answer.IsForeign);
            Log.Answered(
                logger, call.Method.Method, call.Operation, answer.Status, (long)time.GetElapsedTime(start).TotalMilliseconds);
            return (answer, RetryAfter(response));
        }
        catch (OperationCanceledException late) when (!cancellationToken.IsCancellationRequested)
        {
            throw ZohoErrors.TimedOut(call, current.Timeout, late);
        }
        catch (Exception lost) when (LostAnswer.IsMeant(lost))
        {
            throw ZohoErrors.Lost(call, lost);
        }
    }

    private static HttpRequestMessage Request(ZohoCall call, AccessToken token, ZohoOptions options)
    {
        var api = ZohoHosts.Api(options, token.ApiDomain) ?? throw TokenErrors.UnexpectedApiDomain(null);
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

    private TimeSpan? RetryAfter(HttpResponseMessage response) => response.Headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } => date - time.GetUtcNow(),
        _ => null,
    };
}
