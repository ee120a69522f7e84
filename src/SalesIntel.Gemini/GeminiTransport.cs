using System.Net.Http.Headers;
using SalesIntel.Gemini.Wire;

namespace SalesIntel.Gemini;

/// <summary>One call over HTTP: time limit, size limit, errors.</summary>
internal sealed class GeminiTransport(IHttpClientFactory httpClients, TimeProvider time, ILogger logger)
{
    internal const string KeyHeader = "x-goog-api-key";
    private const int MaxResponseBytes = 16 * 1024 * 1024;
    private const int MaxErrorText = 1_000;
    private static readonly TimeSpan ConnectAgainAfter = TimeSpan.FromMilliseconds(300);

    /// <summary>Sends and returns the answer.</summary>
    /// <exception cref="GeminiException">The call failed.</exception>
    public async Task<GenerateContentResponse> SendAsync(
        GenerateContentRequest request, string model, GeminiOptions options, CancellationToken cancellationToken)
    {
        if (options.ApiKey.Length == 0)
        {
            throw new GeminiException("no_key", "There is no API key for Gemini: set GEMINI_API_KEY.") { IsOutage = true };
        }

        var body = JsonSerializer.SerializeToUtf8Bytes(request, WireJsonContext.Default.GenerateContentRequest);
        using var timeout = new CancellationTokenSource(options.Timeout, time);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        try
        {
            return await ExchangeAsync(body, model, options, linked.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw Failed(model, new GeminiException("timeout", $"Gemini did not answer within {options.Timeout.TotalSeconds:0} s.", e)
            {
                IsTransient = true,
            });
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            throw Failed(model, new GeminiException("unreachable", "Gemini could not be reached, or the connection broke.", e)
            {
                IsTransient = true, IsOutage = true,
            });
        }
        catch (GeminiException e)
        {
            throw Failed(model, e);
        }
    }

    private async Task<GenerateContentResponse> ExchangeAsync(
        byte[] body, string model, GeminiOptions options, CancellationToken cancellationToken)
    {
        using var response = await ConnectAsync(body, model, options, cancellationToken).ConfigureAwait(false);
        var bytes = await ReadAsync(response.Content, cancellationToken).ConfigureAwait(false);
        var status = (int)response.StatusCode;
        if (!response.IsSuccessStatusCode)
        {
            throw Error(status, GeminiErrors.Parse(bytes));
        }

        return WireJson.Read(bytes, WireJsonContext.Default.GenerateContentResponse) switch
        {
            null => throw Unreadable(status),
            { Error: { } error } => throw Error(error.Code ?? 500, error),
            var answer => answer,
        };
    }

    // A connection that was never made has sent nothing, so this second try can't run the call twice.
    private async Task<HttpResponseMessage> ConnectAsync(
        byte[] body, string model, GeminiOptions options, CancellationToken cancellationToken)
    {
        try
        {
            return await PostAsync(body, model, options, cancellationToken).ConfigureAwait(false);
        }
        catch (HttpRequestException e) when (e.HttpRequestError is HttpRequestError.ConnectionError)
        {
            Log.ConnectAgain(logger);
        }

        await Task.Delay(ConnectAgainAfter, time, cancellationToken).ConfigureAwait(false);
        return await PostAsync(body, model, options, cancellationToken).ConfigureAwait(false);
    }

    private async Task<HttpResponseMessage> PostAsync(
        byte[] body, string model, GeminiOptions options, CancellationToken cancellationToken)
    {
        var content = new ByteArrayContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var message = new HttpRequestMessage(HttpMethod.Post, GeminiEndpoint.GenerateContent(options.BaseUrl, model))
        {
            Content = content,
        };
        message.Headers.TryAddWithoutValidation(KeyHeader, options.ApiKey);
        message.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        using var http = httpClients.CreateClient(GeminiChatClient.HttpClientName);
        return await http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
    }

    private static async Task<byte[]> ReadAsync(HttpContent content, CancellationToken cancellationToken)
    {
        try
        {
            await content.LoadIntoBufferAsync(MaxResponseBytes, cancellationToken).ConfigureAwait(false);
            return await content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (HttpRequestException e) when (e.HttpRequestError is HttpRequestError.ConfigurationLimitExceeded)
        {
            throw new GeminiException("bad_response", "Gemini's answer is over 16 MB.") { IsTransient = true };
        }
    }

    private static GeminiException Unreadable(int status) => new(
        "bad_response", "Gemini's answer is not the JSON of the API: is GEMINI_BASE_URL a proxy?")
    {
        IsTransient = true,
        Status = status,
    };

    private GeminiException Error(int status, WireError? error)
    {
        if (error?.Message is { Length: > 0 } text)
        {
            Log.ProviderText(logger, TextCleaner.Cut(text, MaxErrorText));
        }

        return GeminiErrors.From(status, error, time.GetUtcNow());
    }

    private GeminiException Failed(string model, GeminiException e)
    {
        Log.Failed(logger, model, e.Status ?? 0, e.Code, e.IsTransient, e.IsOutage, e.RetryAfter);
        return e;
    }
}
